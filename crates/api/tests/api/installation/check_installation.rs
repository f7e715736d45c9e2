use super::{SITE, ask, code_of, installation, looked_at};
use crate::support::{World, company_info, key, refused, refused_field};
use crate::texting::ready;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{CheckInstallation, CompanyInfo, InstallationFinding as Finding};

fn page(page: &str) -> CheckInstallation {
    CheckInstallation {
        page: Some(page.to_owned()),
    }
}

#[tokio::test]
async fn b35_a_look_is_asked_for_at_once_and_done_behind_the_scenes() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let asked = ask(&jane).await;
    assert_eq!((asked.finding, asked.checked_at), (None, None));
    assert_eq!(installation(&jane).await.check, Some(asked.clone()));
    assert_eq!(
        world.sites().opened(),
        [],
        "no call while the request waits"
    );
    world.run_jobs().await;
    let done = installation(&jane).await.check.expect("a check");
    assert_eq!(done.id, asked.id);
    assert!(done.finding.is_some());
}

#[tokio::test]
async fn b35_another_page_of_the_own_site_can_be_looked_at() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world.sites().page(SITE, &code_of(&jane).await);
    let body = page(" https://www.client.example/shop?x=1 ");
    let asked = jane
        .api
        .check_installation(jane.client, &body, &key())
        .await;
    assert_eq!(
        asked.expect("asks").page,
        "https://www.client.example/shop?x=1"
    );
    world.run_jobs().await;
    let head = &world.sites().asked()[0].head;
    assert!(head.starts_with("GET /shop?x=1 HTTP/1.1"), "{head}");
}

#[tokio::test]
async fn ss_01_no_page_but_the_own_sites_is_called() {
    let world = World::start().await;
    let jane = ready(&world).await;
    for (foreign, code) in [
        ("https://evil.example/", "foreign_page"),
        ("http://www.client.example/", "foreign_page"),
        ("https://www.client.example:8443/", "foreign_page"),
        ("https://www.client.example.evil.example/", "foreign_page"),
        ("http://127.0.0.1/", "invalid_website"),
        ("http://localhost:8080/", "invalid_website"),
        ("file:///etc/passwd", "invalid_website"),
        ("https://user:pw@www.client.example/", "invalid_website"),
        ("www.client.example/shop", "scheme_missing"),
    ] {
        let answer = jane
            .api
            .check_installation(jane.client, &page(foreign), &key())
            .await;
        refused_field(answer, "/page", code);
    }
    world.run_jobs().await;
    assert_eq!(world.sites().opened(), []);
    assert_eq!(installation(&jane).await.check, None);
}

#[tokio::test]
async fn b35_without_a_website_there_is_nothing_to_look_at() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let body = CheckInstallation::default();
    let answer = jane
        .api
        .check_installation(jane.client, &body, &key())
        .await;
    refused(answer, ProblemCode::Conflict);
    let known = installation(&jane).await;
    assert_eq!(
        (known.website, known.check, known.calls.len()),
        (None, None, 0)
    );
}

#[tokio::test]
async fn b35_who_may_not_and_whose_it_is_not() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let other = world.partner("Other IT").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let body = CheckInstallation::default();
    for (api, code) in [
        (&sales.api, ProblemCode::Forbidden),
        (&other.api, ProblemCode::NotFound),
        (&ann.api, ProblemCode::NotFound),
        (&world.client(), ProblemCode::NotSignedIn),
    ] {
        refused(
            api.check_installation(jane.client, &body, &key()).await,
            code,
        );
        refused(api.read_installation(jane.client).await, code);
    }
    owner
        .api
        .check_installation(jane.client, &body, &key())
        .await
        .expect("asks");
}

#[tokio::test]
async fn b35_the_request_sent_twice_asks_once() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let (body, same) = (CheckInstallation::default(), key());
    let first = jane
        .api
        .check_installation(jane.client, &body, &same)
        .await
        .expect("asks");
    let again = jane
        .api
        .check_installation(jane.client, &body, &same)
        .await
        .expect("asks");
    assert_eq!(first, again);
    assert_eq!(world.run_jobs().await, 1);
    let reused = jane
        .api
        .check_installation(jane.client, &page("https://client.example"), &same)
        .await;
    refused(reused, ProblemCode::IdempotencyKeyReused);
}

#[tokio::test]
async fn ob_01_asking_and_looking_are_on_record() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world.sites().page(SITE, &code_of(&jane).await);
    looked_at(&world, &jane).await;
    let kinds = world
        .texts("select kind from events where kind like 'installation.%' order by sequence")
        .await;
    assert_eq!(kinds, ["installation.check_asked", "installation.checked"]);
}

#[tokio::test]
async fn b35_a_site_that_was_left_is_neither_shown_nor_called() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world.sites().page(SITE, &code_of(&jane).await);
    assert_eq!(looked_at(&world, &jane).await.finding, Some(Finding::Found));
    ask(&jane).await;
    let etag = jane.api.read_client(jane.client).await.expect("reads").etag;
    let info = CompanyInfo {
        website: "https://new.example".to_owned(),
        ..company_info("Acme")
    };
    jane.api
        .update_client(jane.client, &info, &etag)
        .await
        .expect("changes");
    let opened = world.sites().opened().len();
    world.run_jobs().await;
    assert_eq!(
        world.sites().opened().len(),
        opened,
        "the job looked again first"
    );
    let known = installation(&jane).await;
    assert_eq!(known.website.as_deref(), Some("https://new.example/"));
    assert_eq!(known.check, None);
}
