use super::judge::*;
use crate::outgoing::Page;
use gangway_domain::values::{AllowedOrigins, WidgetOrigin};
use gangway_domain::wire::InstallationFinding as Finding;
use hyper::HeaderMap;
use hyper::header::{HeaderName, HeaderValue};
use url::Url;

const KEY: &str = "gwa_0123456789abcdefghijABCD";
const OTHER: &str = "gwa_ABCDabcdefghij0123456789";
const LOADER: &str = "https://gangway.example/widget/v1.js";

fn given() -> GivenOut {
    let origins = ["https://www.client.example", "https://client.example"];
    let allowed: AllowedOrigins = origins
        .iter()
        .map(|origin| WidgetOrigin::parse(origin).unwrap())
        .collect();
    GivenOut {
        loader: Url::parse(LOADER).unwrap(),
        key: KEY.to_owned(),
        allowed,
    }
}

fn page(head: &[(&str, &str)], html: &str) -> Page {
    let mut headers = HeaderMap::new();
    for (name, value) in head {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        headers.append(name, HeaderValue::from_str(value).unwrap());
    }
    Page {
        url: Url::parse("https://www.client.example/").unwrap(),
        status: 200,
        headers,
        body: html.as_bytes().to_vec(),
        is_cut: false,
    }
}

fn finding(html: &str) -> Finding {
    judge(&page(&[], html), &given()).finding
}

fn code(key: &str) -> String {
    format!(r#"<script async src="{LOADER}" data-application-key="{key}"></script>"#)
}

#[test]
fn b35_the_code_is_found_however_it_was_placed() {
    let ours = code(KEY);
    for html in [
        ours.clone(),
        format!("<html><body><p>Hello</p>{ours}</body></html>"),
        // As Tag Manager and tidy editors write it.
        format!(r#"<script async src="{LOADER}?key={KEY}"></script>"#),
        format!(
            "<script defer type=text/javascript src='{LOADER}' data-application-key='{KEY}' id=gw></script>"
        ),
        format!(
            "<script async src=//gangway.example/widget/v1.js data-application-key={KEY}></script>"
        ),
        // Twice, or beside an old one of somebody else.
        format!("{}{ours}{ours}", code(OTHER)),
    ] {
        assert_eq!(finding(&html), Finding::Found, "{html}");
    }
}

#[test]
fn b35_pages_without_the_code() {
    for html in [
        "",
        "<html><body><p>Hello</p></body></html>",
        r#"<script src="https://gangway.example/other.js"></script>"#,
        r#"<script src="https://elsewhere.example/widget/v1.js"></script>"#,
        "\u{0}\u{fffd}<<<>",
    ] {
        assert_eq!(finding(html), Finding::Missing, "{html}");
    }
    let mut long = page(&[], "<p>");
    long.is_cut = true;
    assert!(judge(&long, &given()).detail.contains("first megabyte"));
}

#[test]
fn b35_code_that_was_altered_and_how() {
    for (html, word) in [
        (
            format!(r#"<script async src="{LOADER}"></script>"#),
            "lost its key",
        ),
        (code("gwa_0123"), "not whole"),
        (code(""), "not whole"),
        (
            format!(r#"<script src="{LOADER}" type="text/plain" data-application-key="{KEY}">"#),
            "text/plain",
        ),
        (
            format!(r#"<script data-lazy-src="{LOADER}" data-application-key="{KEY}">"#),
            "data-lazy-src",
        ),
        (
            format!(r#"<script type="rocketlazyloadscript" data-rocket-src="{LOADER}?key={KEY}">"#),
            "data-rocket-src",
        ),
        (
            format!(r#"<script src="https://cdn.example/v1.js" data-application-key="{KEY}">"#),
            "another address",
        ),
        (
            format!(r#"<script src="{LOADER}" integrity="sha384-x" data-application-key="{KEY}">"#),
            "integrity",
        ),
        (
            format!(r#"<script nomodule src="{LOADER}" data-application-key="{KEY}">"#),
            "nomodule",
        ),
        (format!("<!-- {} -->", code(KEY)), "comment"),
        (code(KEY).replace('<', "&lt;"), "not as a script"),
        (format!("<noscript>{}</noscript>", code(KEY)), "leave out"),
    ] {
        let judged = judge(&page(&[], &html), &given());
        assert_eq!(judged.finding, Finding::Changed, "{html}");
        assert!(judged.detail.contains(word), "{html}: {}", judged.detail);
    }
}

#[test]
fn b35_the_code_of_another_company() {
    assert_eq!(finding(&code(OTHER)), Finding::OtherKey);
    let in_address = format!(r#"<script async src="{LOADER}?key={OTHER}"></script>"#);
    assert_eq!(finding(&in_address), Finding::OtherKey);
}

#[test]
fn b35_a_content_policy_in_the_way_is_told_with_what_it_lacks() {
    let policy = [("content-security-policy", "default-src 'self'; img-src *")];
    let judged = judge(&page(&policy, &code(KEY)), &given());
    assert_eq!(judged.finding, Finding::Blocked);
    assert_eq!(
        judged.directives,
        [
            "script-src 'self' https://gangway.example",
            "connect-src 'self' https://gangway.example"
        ]
    );
    let meta = r#"<meta http-equiv="Content-Security-Policy" content="script-src &#39;self&#39;">"#;
    let judged = judge(&page(&[], &format!("{meta}{}", code(KEY))), &given());
    assert_eq!(
        judged.directives,
        ["script-src 'self' https://gangway.example"]
    );
    let reported = [("content-security-policy-report-only", "default-src 'none'")];
    let judged = judge(&page(&reported, &code(KEY)), &given());
    assert_eq!(judged.finding, Finding::Found);
}

#[test]
fn b35_a_policy_of_nonces_is_explained() {
    let policy = [(
        "content-security-policy",
        "script-src 'nonce-abc' 'strict-dynamic'",
    )];
    let judged = judge(&page(&policy, &code(KEY)), &given());
    assert_eq!(judged.finding, Finding::Blocked);
    assert!(judged.detail.contains("nonce") && judged.directives.is_empty());
    let with_nonce = code(KEY).replace("async", "async nonce=abc");
    assert_eq!(
        judge(&page(&policy, &with_nonce), &given()).finding,
        Finding::Found
    );
}

#[test]
fn b35_a_site_that_leads_elsewhere_or_answers_with_an_error() {
    let mut moved = page(&[], &code(KEY));
    moved.url = Url::parse("https://client.other.example/").unwrap();
    let judged = judge(&moved, &given());
    assert_eq!(judged.finding, Finding::Moved);
    assert!(judged.detail.contains("https://client.other.example"));
    let mut broken = page(&[], &code(KEY));
    broken.status = 503;
    let judged = judge(&broken, &given());
    assert_eq!(judged.finding, Finding::Unreachable);
    assert!(judged.detail.contains("503"));
}

#[test]
fn b35_tag_manager_is_noticed() {
    let html =
        "<script>(function(w,d){j.src='https://www.googletagmanager.com/gtm.js?id='+i})()</script>";
    let judged = judge(&page(&[], html), &given());
    assert!(judged.has_tag_manager && judged.finding == Finding::Missing);
}
