use crate::house::{House, any_http};
use crate::smtp_client::SmtpClient;

async fn page(house: &House, path: &str) -> (u16, String) {
    let answer = any_http().get(house.url(path)).send().await.unwrap();
    let status = answer.status().as_u16();
    // Slashes are escaped in what is shown; the checks read them as people do.
    (status, answer.text().await.unwrap().replace("&#x2f;", "/"))
}

#[tokio::test]
async fn every_page_is_shown_with_nothing_in_it() {
    let house = House::open();
    for path in ["/", "/mails", "/twilio", "/phones", "/site"] {
        let (status, html) = page(&house, path).await;
        assert_eq!(status, 200, "{path}");
        assert!(
            html.starts_with("<!doctype html>") && html.contains("<h1>"),
            "{path}"
        );
    }
    let (status, css) = page(&house, "/style.css").await;
    assert!(status == 200 && css.contains("prefers-color-scheme: dark"));
    for path in ["/nowhere", "/mails/1", "/mails/x"] {
        assert_eq!(page(&house, path).await.0, 404, "{path}");
    }
}

#[tokio::test]
async fn what_the_sandbox_did_is_shown() {
    let house = House::open();
    let number = house.buy().await.phone_number;
    let (_, html) = page(&house, "/twilio").await;
    assert!(html.contains(&number) && html.contains("POST IncomingPhoneNumbers.json"));
    let (_, html) = page(&house, "/").await;
    assert!(html.contains("AvailablePhoneNumbers/US/Local.json"));
}

#[tokio::test]
async fn a_hostile_mail_is_shown_and_runs_nothing() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client.begin().await;
    let mail = "Subject: <script>alert(1)</script>\r\nContent-Type: text/html\r\n\r\n\
        \"><script>alert(2)</script><a href=\"https://a.test/x\">x</a>\
        <a href=\"javascript:alert(3)\">y</a>\r\n.\r\n";
    assert!(client.say(mail).await.starts_with("250 "));
    let (status, html) = page(&house, "/mails/1").await;
    assert_eq!(status, 200);
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""));
    assert!(html.contains("href=\"https://a.test/x\""));
    assert!(!html.contains("href=\"javascript"));
    for path in ["/", "/mails"] {
        let (_, html) = page(&house, path).await;
        assert!(
            html.contains("&lt;script&gt;") && !html.contains("<script"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn faults_are_set_and_cleared_by_the_form() {
    let house = House::open();
    for (fault, words) in [
        ("down", "Twilio is down (503)"),
        ("no_numbers", "No numbers are available"),
        ("slow", "Answers come 5000 ms late"),
        ("lost", "Twilio does it and never answers"),
    ] {
        let form = any_http()
            .post(house.url("/twilio/faults"))
            .form(&[("fault", fault)]);
        assert_eq!(form.send().await.unwrap().status(), 303);
        assert!(page(&house, "/twilio").await.1.contains(words), "{fault}");
    }
    assert_eq!(house.sandbox.twilio().faults().len(), 4);
    let clear = any_http().post(house.url("/twilio/faults/clear"));
    assert_eq!(clear.send().await.unwrap().status(), 303);
    assert!(house.sandbox.twilio().faults().is_empty());
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    for number in 0..51 {
        client.begin().await;
        client
            .say(&format!("Subject: mail {number}\r\n\r\nx\r\n.\r\n"))
            .await;
    }
    let (_, html) = page(&house, "/mails").await;
    assert!(html.contains("mail 50<") && !html.contains("mail 0<"));
    assert!(html.contains("Page 1 of 2"));
    let (_, html) = page(&house, "/mails?page=2").await;
    assert!(html.contains("mail 0<"));
}
