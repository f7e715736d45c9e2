use gangway_sandbox::{Options, Sandbox};

use crate::house::{House, any_http, options};

const KEY: &str = "gwa_0123456789abcdefghijABCD";
const PRODUCT: &str = "http://localhost:8080";

fn house() -> House {
    let options = Options {
        product: Some(PRODUCT.to_owned()),
        ..options()
    };
    House::of(Sandbox::start(options).unwrap())
}

struct Page {
    status: u16,
    policy: String,
    html: String,
}

async fn page(house: &House, path: &str) -> Page {
    let answer = any_http().get(house.url(path)).send().await.unwrap();
    Page {
        status: answer.status().as_u16(),
        policy: answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned(),
        html: answer.text().await.unwrap().replace("&#x2f;", "/"),
    }
}

fn code() -> String {
    format!(r#"<script async src="{PRODUCT}/widget/v1.js" data-application-key="{KEY}"></script>"#)
}

#[tokio::test]
async fn every_page_has_the_code_on_it() {
    let house = house();
    for (path, times) in [
        ("", 1),
        ("/privacy", 1),
        ("/terms", 1),
        ("/strict", 1),
        ("/single-page", 1),
        ("/single-page/hours", 1),
        ("/hostile", 1),
        ("/twice", 2),
    ] {
        let page = page(&house, &format!("/site/{KEY}{path}")).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.html.matches(&code()).count(), times, "{path}");
    }
    for path in ["/nowhere", "/strict/x", "/single-page/nowhere"] {
        assert_eq!(
            page(&house, &format!("/site/{KEY}{path}")).await.status,
            404,
            "{path}"
        );
    }
    for file in ["look.css", "hostile.js", "single_page.js", "watch.js"] {
        let answer = any_http()
            .get(house.url(&format!("/site/{file}")))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{file}");
    }
}

#[tokio::test]
async fn the_strict_page_lets_in_the_code_and_no_other_script() {
    let house = house();
    let strict = page(&house, &format!("/site/{KEY}/strict")).await;
    for directive in [
        "default-src 'none'",
        "script-src http://localhost:8080;",
        "connect-src http://localhost:8080;",
    ] {
        assert!(
            strict.policy.contains(directive),
            "{directive} in {}",
            strict.policy
        );
    }
    assert!(!strict.policy.contains("unsafe"));
    assert_eq!(strict.html.matches("<script").count(), 1);
    let plain = page(&house, &format!("/site/{KEY}")).await;
    assert!(!plain.policy.contains("script-src") && !plain.policy.contains("default-src"));
}

#[tokio::test]
async fn the_hostile_page_breaks_things_before_the_code_comes() {
    let page = page(&house(), &format!("/site/{KEY}/hostile")).await;
    let (hostile, code) = (page.html.find("/site/hostile.js"), page.html.find(&code()));
    assert!(hostile.unwrap() < code.unwrap());
}

#[tokio::test]
async fn sites_are_listed_by_name_and_opened_by_key() {
    let house = house();
    house.sandbox.list_site(KEY, "Old name");
    house.sandbox.list_site(KEY, "Saltmarsh <Dental>");
    let list = page(&house, "/site").await;
    assert!(list.html.contains("Saltmarsh &lt;Dental&gt;") && !list.html.contains("Old name"));
    assert!(list.html.contains(&format!("/site/{KEY}/strict")));
    let site = page(&house, &format!("/site/{KEY}")).await;
    assert!(site.html.contains("Saltmarsh &lt;Dental&gt;"));
    let open = |key: &str| {
        let address = format!("/site/open?key={key}");
        any_http().get(house.url(&address)).send()
    };
    let answer = open(KEY).await.unwrap();
    assert_eq!(answer.headers()["location"], format!("/site/{KEY}"));
    for wrong in ["", "%22%3E%3Cscript%3E", "a/b"] {
        let answer = open(wrong).await.unwrap();
        assert_eq!(answer.status(), 200);
        let html = answer.text().await.unwrap();
        assert!(
            html.contains("Enter the application key") && !html.contains("<script"),
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn without_a_product_there_is_no_code_to_show() {
    let page = page(&House::open(), &format!("/site/{KEY}")).await;
    assert!(page.status == 404 && page.html.contains("Nobody told the sandbox"));
}
