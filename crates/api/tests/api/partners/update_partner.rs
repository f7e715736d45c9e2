use crate::support::{Staff, World, key, refused, refused_field};
use gangway_api_client::{Call, Etag};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ClientsWord, Partner, SendInvite, UpdatePartner};
use serde_json::{Value, json};

async fn patch(owner: &Staff, body: &Value) -> Partner {
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let call = call(body).if_match(&etag);
    owner
        .api
        .send(call)
        .await
        .expect("changes")
        .read()
        .expect("a partner")
}

fn call(body: &Value) -> Call {
    Call::new("update_partner", reqwest::Method::PATCH, "/api/v1/partner").json(body)
}

#[tokio::test]
async fn settings_change_and_come_back_normalised() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let read = owner.api.read_partner().await.expect("reads");
    let body = UpdatePartner {
        name: Some("  Harbor IT Services ".to_owned()),
        it_glue_address: Some("https://Harbor.EU.itglue.com/".to_owned()),
        support_name: Some("Help desk".to_owned()),
        support_email: Some("help@harborit.example".to_owned()),
        support_phone: Some("+1 212 555 0100".to_owned()),
        reply_to: Some("answers@harborit.example".to_owned()),
        clients_word: Some(ClientsWord::Companies),
        services_note: Some("Ask us!".to_owned()),
    };
    let changed = owner
        .api
        .update_partner(&body, &read.etag)
        .await
        .expect("changes");
    assert_ne!(changed.etag, read.etag);
    assert_eq!(owner.api.read_partner().await.expect("reads"), changed);
    let partner = changed.value;
    assert_eq!(partner.name, "Harbor IT Services");
    assert_eq!(
        partner.it_glue_address.as_deref(),
        Some("harbor.eu.itglue.com")
    );
    assert_eq!(partner.support_phone.as_deref(), Some("+12125550100"));
    assert_eq!(partner.clients_word, ClientsWord::Companies);
    assert_eq!(world.events("partner.changed").await, 1);
    let invite = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    owner
        .api
        .send_invite(&invite, &key())
        .await
        .expect("invites");
    let mail = world.mail_to("jane@client.example").await;
    assert_eq!(mail.reply_to, ["answers@harborit.example"]);
    assert!(
        mail.header_from[0].starts_with("Harbor IT Services"),
        "{:?}",
        mail.header_from
    );
}

#[tokio::test]
async fn absent_leaves_as_it_is_and_null_or_empty_clears() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let before = patch(
        &owner,
        &json!({"it_glue_address": "harbor.itglue.com", "support_phone": "+12125550100"}),
    )
    .await;
    assert_eq!(
        before.services_note.as_deref(),
        Some("Ask about our Done For You Services!")
    );
    let after = patch(
        &owner,
        &json!({"it_glue_address": null, "services_note": "  "}),
    )
    .await;
    assert_eq!((after.it_glue_address, after.services_note), (None, None));
    assert_eq!(after.support_phone, before.support_phone);
    assert_eq!((after.name, after.reply_to), (before.name, before.reply_to));
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let nameless = owner
        .api
        .send(call(&json!({"name": null})).if_match(&etag))
        .await;
    refused_field(nameless, "/name", "required");
}

#[tokio::test]
async fn wrong_values_are_told_by_field_and_nothing_changes() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let read = owner.api.read_partner().await.expect("reads");
    for (field, value, code) in [
        ("name", "", "required"),
        ("name", "two\nlines", "invalid_text"),
        ("it_glue_address", "itglue.com", "invalid_it_glue_address"),
        ("support_email", "no address", "invalid_email"),
        ("support_phone", "12", "invalid_phone"),
        (
            "reply_to",
            "a@example.com, b@example.com",
            "one_address_only",
        ),
        ("services_note", "two\nlines", "invalid_text"),
    ] {
        let answer = owner
            .api
            .send(call(&json!({field: value})).if_match(&read.etag))
            .await;
        refused_field(answer, &format!("/{field}"), code);
    }
    let unknown = owner
        .api
        .send(call(&json!({"id": "x"})).if_match(&read.etag))
        .await;
    refused(unknown, ProblemCode::UnreadableBody);
    assert_eq!(owner.api.read_partner().await.expect("reads"), read);
}

#[tokio::test]
async fn a_change_needs_the_version_that_was_read() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let read = owner.api.read_partner().await.expect("reads");
    let body = json!({"support_name": "Help desk"});
    refused(
        owner.api.send(call(&body)).await,
        ProblemCode::IfMatchNeeded,
    );
    owner
        .api
        .send(call(&body).if_match(&read.etag))
        .await
        .expect("changes");
    for stale in [
        read.etag,
        Etag("\"v99\"".to_owned()),
        Etag("*".to_owned()),
        Etag("x".to_owned()),
    ] {
        refused(
            owner.api.send(call(&body).if_match(&stale)).await,
            ProblemCode::Stale,
        );
    }
}

#[tokio::test]
async fn of_two_who_change_at_once_one_is_told() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.sign_in(&owner.email).await.expect("signs in");
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let named = |name: &str| call(&json!({"support_name": name})).if_match(&etag);
    let answers = tokio::join!(owner.api.send(named("One")), other.api.send(named("Two")));
    assert!(answers.0.is_ok() != answers.1.is_ok(), "{answers:?}");
    let loser = if answers.0.is_ok() {
        answers.1
    } else {
        answers.0
    };
    refused(loser, ProblemCode::Stale);
}

#[tokio::test]
async fn a09_a10_owner_and_administrator_change_settings_and_nobody_else() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "ada@harborit.example")
        .await;
    patch(&admin, &json!({"support_name": "Ada"})).await;
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let body = json!({"support_name": "Somebody"});
    for (role, email) in [
        (StaffRole::Manager, "max@harborit.example"),
        (StaffRole::SalesRep, "sam@harborit.example"),
        (StaffRole::Technician, "tess@harborit.example"),
    ] {
        let staff = world.staff(&owner, role, email).await;
        refused(
            staff.api.send(call(&body).if_match(&etag)).await,
            ProblemCode::Forbidden,
        );
    }
    let jane = world.client_of(&owner, "jane@client.example").await;
    refused(
        jane.api.send(call(&body).if_match(&etag)).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().send(call(&body).if_match(&etag)).await,
        ProblemCode::NotSignedIn,
    );
    let partner = owner.api.read_partner().await.expect("reads").value;
    assert_eq!(partner.support_name.as_deref(), Some("Ada"));
}
