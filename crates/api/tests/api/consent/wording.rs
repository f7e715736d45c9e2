use super::{ready, row};
use crate::support::{ClientUser, World, company_info, refused, refused_field};
use gangway::consent::{Wording, agreed_wording, current_wording, settings};
use gangway_api_client::{Etag, Failure, Tagged};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ConsentWording, PutConsentWording};

const OWN: &str = "Yes, Acme may text me about my order. Reply STOP to end, HELP for help.";

async fn read(jane: &ClientUser) -> Tagged<ConsentWording> {
    jane.api
        .read_consent_wording(jane.client)
        .await
        .expect("reads")
}

async fn put(
    jane: &ClientUser,
    text: &str,
    etag: &Etag,
) -> Result<Tagged<ConsentWording>, Failure> {
    let body = PutConsentWording {
        text: text.to_owned(),
    };
    jane.api.put_consent_wording(jane.client, &body, etag).await
}

async fn current(world: &World, jane: &ClientUser) -> Wording {
    let (client, db) = (row(world, jane).await, world.context().db.reader());
    let settings = settings(db, &client).await.expect("reads");
    current_wording(db, &client, &settings)
        .await
        .expect("reads")
}

async fn agreed(world: &World, jane: &ClientUser, version: &str) -> Option<Wording> {
    let (client, db) = (row(world, jane).await, world.context().db.reader());
    let settings = settings(db, &client).await.expect("reads");
    agreed_wording(db, &client, &settings, version)
        .await
        .expect("reads")
}

#[tokio::test]
async fn b33_without_own_words_there_are_ours_with_the_company_s_name() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let wording = read(&jane).await;
    assert!(
        wording.value.is_default
            && wording.value.made_by.is_none()
            && wording.value.created_at.is_none()
    );
    assert_eq!(wording.value.text, wording.value.default_text);
    for part in ["from Acme", "STOP", "HELP", "rates may apply", "frequency"] {
        assert!(
            wording.value.text.contains(part),
            "{part}: {}",
            wording.value.text
        );
    }
    let now = current(&world, &jane).await;
    assert_eq!(
        (&now.version, &now.text),
        (&wording.value.version, &wording.value.text)
    );
}

#[tokio::test]
async fn wg_10_another_company_name_is_another_version_of_the_words() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let before = current(&world, &jane).await;
    assert_eq!(
        agreed(&world, &jane, &before.version).await,
        Some(before.clone())
    );
    let client = owner.api.read_client(jane.client).await.expect("reads");
    let renamed = company_info("Acme Dental");
    owner
        .api
        .update_client(jane.client, &renamed, &client.etag)
        .await
        .expect("changes");
    let after = current(&world, &jane).await;
    assert!(after.text.contains("from Acme Dental "), "{}", after.text);
    assert_ne!(after.version, before.version);
    // Who saw the old words did not agree to the new ones.
    assert_eq!(agreed(&world, &jane, &before.version).await, None);
    for unknown in ["", "0", "1", "-1", "default-", "99999999999999999999"] {
        assert_eq!(agreed(&world, &jane, unknown).await, None, "{unknown}");
    }
}

#[tokio::test]
async fn b33_own_words_are_versions_and_the_earlier_ones_can_still_be_agreed_to() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let default = read(&jane).await;
    let first = put(&jane, &format!("  {OWN}\r\nThank you. "), &default.etag)
        .await
        .expect("writes");
    assert_eq!(first.value.version, "1");
    assert_eq!(first.value.text, format!("{OWN}\nThank you."));
    assert_eq!(first.value.default_text, default.value.text);
    assert_eq!(first.value.made_by.as_deref(), Some("Casey Comer"));
    assert!(!first.value.is_default && first.value.created_at.is_some());
    let second = put(&jane, OWN, &first.etag).await.expect("writes");
    assert_eq!(
        (second.value.version.as_str(), second.value.text.as_str()),
        ("2", OWN)
    );
    assert_eq!(read(&jane).await.value, second.value);
    assert_eq!(current(&world, &jane).await.version, "2");
    let seen = agreed(&world, &jane, "1").await.expect("is there");
    assert_eq!(seen.text, first.value.text);
    // The same words again are no new version.
    let same = put(&jane, OWN, &second.etag).await.expect("answers");
    assert_eq!((same.etag, &same.value), (second.etag, &second.value));
    assert_eq!(world.rows("consent_wordings").await, 2);
    assert_eq!(world.events("consent_wording.written").await, 2);
}

#[tokio::test]
async fn b33_words_that_say_too_little_are_refused() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let etag = read(&jane).await.etag;
    for (text, code) in [
        ("", "required"),
        ("Reply STOP", "length"),
        (
            "I agree to be texted by this company, for ever and ever.",
            "stop_missing",
        ),
        (
            "I agree to be texted. It is NONSTOP until I say stop to it.",
            "stop_missing",
        ),
    ] {
        refused_field(put(&jane, text, &etag).await, "/text", code);
    }
    let long = format!("{OWN} {}", "x".repeat(1000));
    refused_field(put(&jane, &long, &etag).await, "/text", "length");
    assert_eq!(world.rows("consent_wordings").await, 0);
}

#[tokio::test]
async fn b33_of_two_who_write_at_once_the_second_is_told() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let etag = read(&jane).await.etag;
    put(&jane, OWN, &etag).await.expect("writes");
    refused(
        put(&jane, &format!("{OWN} Or else."), &etag).await,
        ProblemCode::Stale,
    );
    let other = world.partner("Other IT").await;
    let read = other.api.read_consent_wording(jane.client).await;
    refused(read, ProblemCode::NotFound);
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let read = rep.api.read_consent_wording(jane.client).await;
    refused(read, ProblemCode::Forbidden);
}
