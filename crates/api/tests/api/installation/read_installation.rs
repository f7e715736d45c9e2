use super::{SITE, ask, code_of, installation};
use crate::support::World;
use crate::texting::ready;
use gangway_domain::wire::InstallationFinding as Finding;

#[tokio::test]
async fn b35_the_newest_look_takes_the_place_of_older_ones() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let first = ask(&jane).await;
    world.sites().page(SITE, &code_of(&jane).await);
    world.advance(chrono::Duration::seconds(1));
    let second = ask(&jane).await;
    assert_ne!(first.id, second.id);
    world.run_jobs().await;
    let check = installation(&jane).await.check.expect("a check");
    assert_eq!((check.id, check.finding), (second.id, Some(Finding::Found)));
    assert_eq!(
        world.sites().asked().len(),
        1,
        "the older one is not looked at any more"
    );
}

#[tokio::test]
async fn b35_tag_manager_on_the_page_is_told() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let html = "<script src=\"https://www.googletagmanager.com/gtm.js?id=GTM-1\"></script>";
    world.sites().page(SITE, html);
    let check = super::looked_at(&world, &jane).await;
    assert_eq!(check.finding, Some(Finding::Missing));
    assert!(check.has_tag_manager);
}

#[tokio::test]
async fn xs_what_a_page_says_comes_back_as_text_and_not_at_length() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let kind = format!("<b>{}</b>", "x".repeat(10_000));
    let code = code_of(&jane)
        .await
        .replace("async", &format!("type='{kind}'"));
    world.sites().page(SITE, &code);
    let check = super::looked_at(&world, &jane).await;
    assert_eq!(check.finding, Some(Finding::Changed));
    assert!(check.detail.expect("words").len() < 500);
}
