use super::{PHONE, call, number, page, send};
use crate::hooks::Hooks;
use crate::house::{House, any_http, until};
use serde_json::json;

#[tokio::test]
async fn a_text_that_nobody_takes_says_so_on_the_phone() {
    let (house, hooks) = (House::open(), Hooks::open());
    for (path, words) in [
        (String::new(), "has no address for texts"),
        ("http://127.0.0.1:9/nobody".to_owned(), "did not answer"),
        (hooks.url("/not-found"), "answered 404"),
        (hooks.url("/broken"), "answered 200, which is not TwiML"),
    ] {
        let company = number(&house, path).await;
        let form = any_http()
            .post(house.url(&format!("/phones/{PHONE}/{company}")))
            .form(&[("body", "hello")]);
        assert_eq!(form.send().await.unwrap().status(), 303);
        let (status, html) = page(&house, &format!("/phones/{PHONE}/{company}")).await;
        assert_eq!(status, 200);
        assert!(html.contains(words), "{words} in {html}");
    }
    let nobody = json!({ "to": "+15105550199", "body": "hello" });
    let (status, answer) = call(
        &house,
        "POST",
        &format!("/_sandbox/phones/{PHONE}/texts"),
        nobody,
    )
    .await;
    assert_eq!(
        (status, &answer["error"]),
        (409, &json!("this number is not owned"))
    );
}

#[tokio::test]
async fn a_phone_is_taken_by_its_number_as_people_type_it() {
    let house = House::open();
    let take = async |number: &str| {
        let form = any_http()
            .post(house.url("/phones"))
            .form(&[("number", number)]);
        let answer = form.send().await.unwrap();
        let to = answer
            .headers()
            .get("location")
            .map(|to| to.to_str().unwrap().to_owned());
        (answer.status().as_u16(), to, answer.text().await.unwrap())
    };
    let (status, to, _) = take("(510) 555-0142").await;
    assert_eq!((status, to.as_deref()), (303, Some("/phones/+15105550142")));
    let (status, _, html) = take("<b>nobody</b>").await;
    assert!(status == 200 && html.contains("Enter a phone number") && !html.contains("<b>"));
    let (_, html) = page(&house, "/phones/+15105550142").await;
    assert!(html.contains("nobody owns a phone number yet"));
    house.buy().await;
    let answer = any_http()
        .get(house.url("/phones/+15105550142"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 303);
    for path in [
        "/phones/x",
        "/phones/x/y",
        "/phones/+15105550142/+15105550143",
    ] {
        assert_eq!(page(&house, path).await.0, 404, "{path}");
    }
}

#[tokio::test]
async fn a_phone_shows_names_of_contacts_and_texts_that_run_nothing() {
    let (house, hooks) = (House::open(), Hooks::open());
    let company = number(&house, hooks.url("/in")).await;
    house.sandbox.name_contact(&company, "Saltmarsh <Dental>");
    send(&house, &company, "<script>alert(1)</script>").await;
    let twilio = house.sandbox.twilio();
    until(|| twilio.messages()[0].status == "delivered").await;
    for path in ["/phones".to_owned(), format!("/phones/{PHONE}/{company}")] {
        let answer = any_http().get(house.url(&path)).send().await.unwrap();
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe-inline'; script")
        );
        let html = answer.text().await.unwrap();
        assert!(html.contains("Saltmarsh &lt;Dental&gt;"), "{path}");
        assert!(!html.contains("<script>alert"), "{path}");
    }
    let (status, part) = page(&house, &format!("/phones/{PHONE}/{company}/texts")).await;
    assert!(status == 200 && part.starts_with("<ol") && part.contains("&lt;script&gt;"));
    let (status, script) = page(&house, "/phone.js").await;
    assert!(status == 200 && script.contains("keepUp"));
}
