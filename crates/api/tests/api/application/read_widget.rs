use crate::support::{ClientUser, World, company_info};
use crate::texting::{order, ready};
use gangway_domain::wire::CompanyInfo;
use reqwest::{Method, Response};

const OWN: &str = "https://www.client.example";

async fn key_of(jane: &ClientUser) -> String {
    jane.api
        .read_application(jane.client)
        .await
        .expect("reads")
        .application_key
}

/// What a browser on a page of these origins gets.
async fn ask(world: &World, method: Method, key: &str, origins: &[&str]) -> Response {
    let url = format!("{}/public/v1/widgets/{key}", world.base());
    let mut request = world.http().request(method, url);
    for origin in origins {
        request = request.header("origin", *origin);
    }
    request.send().await.expect("answers")
}

fn header<'a>(answer: &'a Response, name: &str) -> Option<&'a str> {
    answer
        .headers()
        .get(name)
        .map(|value| value.to_str().expect("text"))
}

#[tokio::test]
async fn wg_01_a_page_of_the_company_s_own_site_reads_the_settings() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    for origin in [OWN, "https://client.example"] {
        let answer = ask(&world, Method::GET, &key, &[origin]).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(header(&answer, "access-control-allow-origin"), Some(origin));
        assert!(
            header(&answer, "vary")
                .expect("Vary")
                .to_lowercase()
                .contains("origin")
        );
        assert_eq!(header(&answer, "access-control-allow-credentials"), None);
        assert_eq!(header(&answer, "cache-control"), Some("public, max-age=50"));
        assert_eq!(header(&answer, "set-cookie"), None);
        let body = answer.text().await.expect("text");
        let nothing_else = concat!(
            r#"{"company_name":"Acme","sms_number":null,"applications":[],"changes_at":null,"#,
            r##""soon":true,"style":{"color":"#1f2937","text_color":"#ffffff","##,
            r#""position":"bottom_right","button_label":null,"greeting":null},"consent":null}"#
        );
        assert_eq!(body, nothing_else, "WG-02");
    }
}

#[tokio::test]
async fn wg_01_a_page_of_another_site_gets_nothing() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    let refused: [&[&str]; 8] = [
        &["https://evil.test"],
        &["http://www.client.example"],
        &["https://www.client.example:8443"],
        &["https://www.client.example.evil.test"],
        &["https://shop.client.example"],
        &["null"],
        &[],
        &[OWN, "https://evil.test"],
    ];
    for origins in refused {
        for method in [Method::GET, Method::OPTIONS] {
            let answer = ask(&world, method, &key, origins).await;
            assert_eq!(answer.status(), 404, "{origins:?}");
            assert_eq!(
                header(&answer, "access-control-allow-origin"),
                None,
                "{origins:?}"
            );
            assert!(
                header(&answer, "vary")
                    .expect("Vary")
                    .to_lowercase()
                    .contains("origin")
            );
            let body = answer.text().await.expect("text");
            assert!(!body.contains("Acme"), "{body}");
        }
    }
}

#[tokio::test]
async fn wg_01_a_preflight_is_answered_for_the_own_site_for_ten_minutes_at_most() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    let answer = ask(&world, Method::OPTIONS, &key, &[OWN]).await;
    assert_eq!(answer.status(), 204);
    assert_eq!(header(&answer, "access-control-allow-origin"), Some(OWN));
    assert_eq!(header(&answer, "access-control-allow-methods"), Some("GET"));
    assert_eq!(header(&answer, "access-control-max-age"), Some("600"));
    assert_eq!(header(&answer, "access-control-allow-credentials"), None);
    assert!(
        header(&answer, "vary")
            .expect("Vary")
            .to_lowercase()
            .contains("origin")
    );
}

#[tokio::test]
async fn b15_the_number_is_shown_once_there_is_one() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    order(&jane).await;
    let shown = async || {
        let answer = ask(&world, Method::GET, &key, &[OWN]).await;
        answer.json::<serde_json::Value>().await.expect("JSON")["sms_number"].clone()
    };
    assert!(shown().await.is_null());
    world.run_jobs().await;
    let bought = world.sandbox().twilio().numbers().remove(0).phone_number;
    assert_eq!(shown().await, bought.as_str());
}

#[tokio::test]
async fn another_web_site_takes_over_with_the_company_settings() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    let etag = jane.api.read_client(jane.client).await.expect("reads").etag;
    let info = CompanyInfo {
        website: "https://new.example".to_owned(),
        ..company_info("Acme")
    };
    jane.api
        .update_client(jane.client, &info, &etag)
        .await
        .expect("changes");
    assert_eq!(ask(&world, Method::GET, &key, &[OWN]).await.status(), 404);
    assert_eq!(
        ask(&world, Method::GET, &key, &["https://new.example"])
            .await
            .status(),
        200
    );
}

#[tokio::test]
async fn an_unknown_key_looks_like_a_foreign_site() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    let foreign = ask(&world, Method::GET, &key, &["https://evil.test"]).await;
    let foreign: serde_json::Value = foreign.json().await.expect("JSON");
    for unknown in ["gwa_unknown", "%00", "x".repeat(100).as_str(), "gwa_%27--"] {
        let answer = ask(&world, Method::GET, unknown, &[OWN]).await;
        assert_eq!(answer.status(), 404);
        let body: serde_json::Value = answer.json().await.expect("JSON");
        assert_eq!(
            (&body["title"], &body["detail"]),
            (&foreign["title"], &foreign["detail"])
        );
    }
}

#[tokio::test]
async fn b36_settings_that_a_browser_has_are_not_sent_again() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    let first = ask(&world, Method::GET, &key, &[OWN]).await;
    let tag = header(&first, "etag").expect("a tag").to_owned();
    let again = async || {
        let url = format!("{}/public/v1/widgets/{key}", world.base());
        let request = world.http().get(url).header("origin", OWN);
        request
            .header("if-none-match", &tag)
            .send()
            .await
            .expect("answers")
    };
    let answer = again().await;
    assert_eq!(answer.status(), 304);
    assert_eq!(header(&answer, "access-control-allow-origin"), Some(OWN));
    assert_eq!(header(&answer, "cache-control"), Some("public, max-age=50"));
    assert!(answer.text().await.expect("text").is_empty());
    order(&jane).await;
    world.run_jobs().await;
    let answer = again().await;
    assert_eq!(answer.status(), 200, "they are others now");
    assert_ne!(header(&answer, "etag"), Some(tag.as_str()));
}

/// WG-01: every case of the corpus, by the rule that settings of a web site make.
#[tokio::test]
async fn wg_01_every_origin_of_the_corpus_is_decided_as_it_says() {
    let Some(corpus) = crate::support::corpora::json("net/widget_origins.json") else {
        return;
    };
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key_of(&jane).await;
    let etag = jane.api.read_client(jane.client).await.expect("reads").etag;
    let website = "https://www.acme.test".to_owned();
    let info = CompanyInfo {
        website,
        ..company_info("Acme")
    };
    jane.api
        .update_client(jane.client, &info, &etag)
        .await
        .expect("changes");
    for case in corpus["cases"].as_array().expect("cases") {
        let origin = case["origin"].as_str().expect("an origin");
        // Wildcards and development origins are not in a client's settings; its bare name is.
        let listed = ["https://www.acme.test", "https://acme.test"];
        let canonical = origin.to_ascii_lowercase();
        let allowed = listed.contains(&canonical.trim_end_matches(":443"));
        let Ok(value) = reqwest::header::HeaderValue::from_bytes(origin.as_bytes()) else {
            continue;
        };
        let url = format!("{}/public/v1/widgets/{key}", world.base());
        let answer = world
            .http()
            .get(url)
            .header("origin", value)
            .send()
            .await
            .expect("answers");
        let echoed = answer
            .headers()
            .get("access-control-allow-origin")
            .is_some();
        assert_eq!(echoed, allowed, "{origin}");
        assert_eq!(answer.status() == 200, allowed, "{origin}");
    }
}
