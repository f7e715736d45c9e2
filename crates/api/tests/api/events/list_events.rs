//! What happened, as the partner reads it.

use crate::support::{Staff, World, company_info, key, refused};
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ActorKind, Event, EventGroup, SendInvite};

async fn all(owner: &Staff, filters: &[(&'static str, String)]) -> Vec<Event> {
    let list = List {
        filters: filters.to_vec(),
        limit: Some(100),
        ..List::default()
    };
    owner.api.list_events(list).await.expect("lists").data
}

#[tokio::test]
async fn ob_01_an_event_says_who_what_when_where_from_and_about_what() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    let invite = owner.api.send_invite(&body, &key()).await.expect("invites");
    let events = all(&owner, &[]).await;
    let event = &events[0];
    assert_eq!(event.kind, "invite.sent");
    assert_eq!(event.group, EventGroup::Invitations);
    assert_eq!(event.actor.kind, ActorKind::Person);
    assert_eq!(event.actor.name, "Olive Owner");
    assert_eq!(event.what, "invited jane@client.example");
    assert_eq!(event.subject_id, invite.id.0);
    // The harness is a trusted proxy that names each client's address.
    let address = event.address.as_deref().unwrap_or_default();
    assert!(address.starts_with("198.18."), "{address}");
    assert!(event.request_id.as_ref().is_some_and(|id| id.len() >= 8));
    assert_eq!(event.hash.len(), 64);
    let sequences: Vec<u64> = events.iter().map(|event| event.sequence).collect();
    let newest_first: Vec<u64> = (1..=sequences.len() as u64).rev().collect();
    assert_eq!(sequences, newest_first);
}

#[tokio::test]
async fn ob_01_a_change_says_what_was_and_what_is() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    let first = company_info("Harbor Bakery");
    user.api
        .submit_company_info(user.client, &first, &key())
        .await
        .expect("submits");
    let mut second = first.clone();
    second.city = "Bangor".to_owned();
    second.region = None;
    let client = owner.api.read_client(user.client).await.expect("reads");
    owner
        .api
        .update_client(user.client, &second, &client.etag)
        .await
        .expect("updates");
    let event = &all(&owner, &[]).await[0];
    assert_eq!(event.what, "changed the company settings of Harbor Bakery");
    assert_eq!(
        event.client.as_ref().map(|client| client.id),
        Some(user.client)
    );
    let changes: Vec<_> = event
        .changes
        .iter()
        .map(|change| {
            (
                change.field.as_str(),
                change.before.as_deref(),
                change.after.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        changes,
        [
            ("city", Some("Portland"), Some("Bangor")),
            ("region", Some("Maine"), None)
        ]
    );
}

#[tokio::test]
async fn ob_01_filters_narrow_the_list_and_pages_hold_each_event_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let user = world.client_of(&rep, "jane@client.example").await;
    world.advance(Duration::hours(2));
    let later = world.context().now();
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    owner.api.make_partner_link(&key()).await.expect("makes");

    let of_client = all(&owner, &[("client_id", user.client.to_string())]).await;
    assert!(!of_client.is_empty());
    assert!(of_client.iter().all(|event| {
        event
            .client
            .as_ref()
            .is_some_and(|client| client.id == user.client)
    }));
    let of_rep = all(&owner, &[("user_id", rep.place().to_string())]).await;
    assert!(
        of_rep
            .iter()
            .any(|event| event.what == "invited jane@client.example")
    );
    assert!(
        of_rep.iter().all(|event| event.actor.name == "Casey Comer"),
        "{of_rep:?}"
    );
    let invitations = all(&owner, &[("group", "invitations".to_owned())]).await;
    assert!(
        invitations
            .iter()
            .all(|event| event.group == EventGroup::Invitations)
    );
    let others = all(&owner, &[("group", "other".to_owned())]).await;
    assert_eq!(others, []);
    let since = all(
        &owner,
        &[(
            "from",
            later.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        )],
    )
    .await;
    let before = all(
        &owner,
        &[(
            "to",
            later.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        )],
    )
    .await;
    let whole = all(&owner, &[]).await;
    assert_eq!(since.len(), 2, "{since:?}");
    assert_eq!([since, before].concat(), whole);
    let found = List {
        q: Some("JANE@client".to_owned()),
        ..List::default()
    };
    let found = owner.api.list_events(found).await.expect("lists").data;
    assert!(!found.is_empty() && found.len() < whole.len());

    let mut paged = Vec::new();
    let mut list = List {
        limit: Some(3),
        ..List::default()
    };
    loop {
        let page = owner.api.list_events(list).await.expect("lists");
        paged.extend(page.data);
        let Some(next) = page.next else { break };
        list = List {
            limit: Some(3),
            ..List::after(next)
        };
    }
    assert_eq!(paged, whole);
}

#[tokio::test]
async fn ob_01_a_filter_that_cannot_be_read_is_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for filter in [
        ("group", "x"),
        ("user_id", "x"),
        ("client_id", "1"),
        ("from", "yesterday"),
        ("to", "2026"),
    ] {
        let list = List {
            filters: vec![(filter.0, filter.1.to_owned())],
            ..List::default()
        };
        refused(owner.api.list_events(list).await, ProblemCode::BadParameter);
    }
}

#[tokio::test]
async fn ob_01_nobody_reads_what_happened_elsewhere() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let client = world.client_of(&other, "jane@client.example").await;
    assert_eq!(
        all(&owner, &[("client_id", client.client.to_string())]).await,
        []
    );
    assert_eq!(
        all(&owner, &[("user_id", other.place().to_string())]).await,
        []
    );
    assert!(
        all(&owner, &[])
            .await
            .iter()
            .all(|event| event.actor.name == "Olive Owner")
    );
}
