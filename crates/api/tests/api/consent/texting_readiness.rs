use super::{ready, with_number};
use crate::support::{ClientUser, World, company_info, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    PutConsentWording, ReadinessCheck, TextingReadiness, UpdateTextingSettings,
};

async fn read(jane: &ClientUser) -> TextingReadiness {
    jane.api
        .read_texting_readiness(jane.client)
        .await
        .expect("reads")
}

fn open(readiness: &TextingReadiness) -> Vec<ReadinessCheck> {
    let open = readiness.checks.iter().filter(|check| !check.ok);
    open.map(|check| check.check).collect()
}

fn detail(readiness: &TextingReadiness, check: ReadinessCheck) -> &str {
    let found = readiness.checks.iter().find(|one| one.check == check);
    &found.expect("is looked at").detail
}

async fn set(jane: &ClientUser, body: UpdateTextingSettings) {
    let read = jane.api.read_texting_settings(jane.client).await;
    let etag = read.expect("reads").etag;
    jane.api
        .update_texting_settings(jane.client, &body, &etag)
        .await
        .expect("sets");
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[tokio::test]
async fn b33_each_thing_carriers_ask_for_is_looked_at_until_all_is_ready() {
    use ReadinessCheck::{Number, PrivacyPolicy, Terms};
    let world = World::start().await;
    let (_, jane, number) = with_number(&world).await;
    let first = read(&jane).await;
    assert_eq!(open(&first), [PrivacyPolicy, Terms]);
    assert!(!first.ready);
    assert_eq!(first.checks.len(), 7);
    assert_eq!(detail(&first, Number), number);
    assert!(detail(&first, Terms).contains("Enter the link to the terms"));
    let links = UpdateTextingSettings {
        privacy_url: some("https://www.client.example/privacy"),
        terms_url: some("https://www.client.example/terms"),
        ..UpdateTextingSettings::default()
    };
    set(&jane, links).await;
    let then = read(&jane).await;
    assert!(then.ready, "{then:?}");
    assert_eq!(detail(&then, Terms), "https://www.client.example/terms");
}

#[tokio::test]
async fn b33_what_is_missing_is_named_with_what_to_do() {
    use ReadinessCheck::{BrandName, Number, OptInWording, PrivacyPolicy, QuietHours, Website};
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let bare = open(&read(&jane).await);
    assert!(
        [Number, Website, BrandName]
            .iter()
            .all(|check| bare.contains(check))
    );

    let mut info = company_info("Acme");
    info.website = "http://www.client.example".to_owned();
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let settings = UpdateTextingSettings {
        quiet_from: some("22:00"),
        privacy_url: some("http://www.client.example/privacy"),
        ..UpdateTextingSettings::default()
    };
    set(&jane, settings).await;
    let wording = jane.api.read_consent_wording(jane.client).await;
    let text = "Yes, send me whatever you like by text. Reply STOP to end it.".to_owned();
    jane.api
        .put_consent_wording(
            jane.client,
            &PutConsentWording { text },
            &wording.expect("reads").etag,
        )
        .await
        .expect("writes");
    let found = read(&jane).await;
    for check in [Number, Website, PrivacyPolicy, OptInWording, QuietHours] {
        assert!(open(&found).contains(&check), "{check:?}");
    }
    assert!(!open(&found).contains(&BrandName));
    assert_eq!(
        detail(&found, OptInWording),
        "Add the company's name; how often, such as \"Message frequency varies\"; that \"Message and data rates may apply\"; HELP for help."
    );
    assert!(detail(&found, Website).contains("https://"));
    assert!(detail(&found, PrivacyPolicy).contains("https://"));
}

#[tokio::test]
async fn b33_no_quiet_time_and_quiet_time_by_day_are_not_ready() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    for (from, until, ok) in [
        ("21:00", "08:00", true),
        ("20:00", "09:00", true),
        ("00:00", "00:00", false),
        ("08:00", "21:00", false),
        ("21:01", "08:00", false),
        ("21:00", "07:59", false),
    ] {
        let body = UpdateTextingSettings {
            quiet_from: some(from),
            quiet_until: some(until),
            ..UpdateTextingSettings::default()
        };
        set(&jane, body).await;
        let found = read(&jane).await;
        let quiet = !open(&found).contains(&ReadinessCheck::QuietHours);
        assert_eq!(quiet, ok, "{from} to {until}");
    }
    let other = world.partner("Other IT").await;
    let read = other.api.read_texting_readiness(jane.client).await;
    refused(read, ProblemCode::NotFound);
}
