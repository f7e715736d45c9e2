use super::{SITE, code_of, looked_at};
use crate::support::{Answer, World};
use crate::texting::ready;
use gangway_domain::wire::InstallationFinding as Finding;

#[tokio::test]
async fn b35_the_code_on_the_site_is_found() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let html = format!(
        "<html><body><h1>Acme</h1>{}</body></html>",
        code_of(&jane).await
    );
    world.sites().page(SITE, &html);
    let check = looked_at(&world, &jane).await;
    assert_eq!(check.finding, Some(Finding::Found), "{check:?}");
    assert_eq!(check.page, "https://www.client.example/");
    assert!(check.checked_at.is_some() && check.directives.is_empty());
    let asked = world.sites().asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].tls_name.as_deref(), Some(SITE));
}

#[tokio::test]
async fn b35_each_trouble_is_told_from_the_others() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let code = code_of(&jane).await;
    let key = code.split("gwa_").nth(1).expect("a key");
    let other = code.replace(&key[..8], "ZZZZZZZZ");
    let cases = [
        (
            "<h1>Acme</h1>".to_owned(),
            "",
            Finding::Missing,
            "not on this page",
        ),
        (
            code.replace("data-application-key", "data-key"),
            "",
            Finding::Changed,
            "lost its key",
        ),
        (other, "", Finding::OtherKey, "another company's"),
        (
            code.clone(),
            "content-security-policy: script-src 'self'; connect-src *\r\n",
            Finding::Blocked,
            "content policy",
        ),
    ];
    for (html, head, finding, word) in cases {
        world.sites().page_with(SITE, head, &html);
        let check = looked_at(&world, &jane).await;
        assert_eq!(check.finding, Some(finding), "{html}: {check:?}");
        let detail = check.detail.expect("words");
        assert!(detail.contains(word), "{detail}");
    }
    let check = super::installation(&jane).await.check.expect("a check");
    assert_eq!(
        check.directives,
        ["script-src 'self' http://localhost:8080"]
    );
}

#[tokio::test]
async fn b35_a_site_that_cannot_be_read_is_told_in_few_words() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let nowhere = looked_at(&world, &jane).await;
    assert_eq!(nowhere.finding, Some(Finding::Unreachable));
    let nowhere = nowhere.detail.expect("words");
    assert!(nowhere.contains("not found on the internet"), "{nowhere}");

    let inside = vec![Some(vec!["10.0.0.5".parse().expect("an address")])];
    world.sites().named(SITE, inside);
    let hidden = looked_at(&world, &jane).await;
    assert_eq!(hidden.detail, Some(nowhere), "SS-06: no scanner");
    assert_eq!(world.sites().opened(), []);

    world.sites().page(SITE, "hello");
    world.sites().serves("93.184.216.34:443", Answer::Closed);
    let closed = looked_at(&world, &jane).await;
    assert_eq!(closed.finding, Some(Finding::Unreachable));
    assert!(closed.detail.expect("words").contains("did not answer"));
}

#[tokio::test]
async fn b35_a_site_that_leads_elsewhere_is_told_where() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let to =
        "HTTP/1.1 301 Moved\r\nlocation: https://acme.shop.example/\r\ncontent-length: 0\r\n\r\n";
    world
        .sites()
        .answer(SITE, Answer::Bytes(to.as_bytes().to_vec()));
    world
        .sites()
        .page("acme.shop.example", &code_of(&jane).await);
    let check = looked_at(&world, &jane).await;
    assert_eq!(check.finding, Some(Finding::Moved));
    assert!(
        check
            .detail
            .expect("words")
            .contains("https://acme.shop.example")
    );
}

#[tokio::test]
async fn b35_a_site_with_and_without_www_is_the_same() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let to = "HTTP/1.1 301 Moved\r\nlocation: https://client.example/\r\ncontent-length: 0\r\n\r\n";
    world
        .sites()
        .answer(SITE, Answer::Bytes(to.as_bytes().to_vec()));
    world.sites().page("client.example", &code_of(&jane).await);
    let check = looked_at(&world, &jane).await;
    assert_eq!(check.finding, Some(Finding::Found));
}
