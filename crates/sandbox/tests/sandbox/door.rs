use crate::house::{House, any_http};

#[tokio::test]
async fn a_foreign_name_for_this_machine_is_refused() {
    let house = House::open();
    for (host, status) in [("rebound.evil.test", 403), ("localhost:8090", 200)] {
        let request = any_http()
            .get(house.url("/_sandbox/mails"))
            .header("Host", host);
        assert_eq!(request.send().await.unwrap().status(), status, "{host}");
    }
}

#[tokio::test]
async fn another_site_s_forms_are_refused() {
    let house = House::open();
    let origin = house.sandbox.http_base();
    for (origin, status) in [("https://evil.test", 403), ("null", 403), (&origin, 303)] {
        let request = any_http()
            .post(house.url("/twilio/faults"))
            .header("Origin", origin)
            .form(&[("fault", "down")]);
        assert_eq!(request.send().await.unwrap().status(), status, "{origin}");
    }
}

#[tokio::test]
async fn pages_allow_no_scripts() {
    let house = House::open();
    let answer = any_http().get(house.url("/")).send().await.unwrap();
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("script-src"));
}
