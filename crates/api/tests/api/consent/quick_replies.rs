use super::ready;
use crate::support::{ClientUser, World, key, refused, refused_field};
use gangway_api_client::{Etag, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{QuickReply, SaveQuickReply};

fn of(name: &str, text: &str) -> SaveQuickReply {
    SaveQuickReply {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

async fn made(jane: &ClientUser, name: &str) -> QuickReply {
    jane.api
        .create_quick_reply(jane.client, &of(name, "We are open from 9 to 5."), &key())
        .await
        .expect("makes")
}

#[tokio::test]
async fn b30_a_quick_reply_is_made_read_changed_and_deleted() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let new = made(&jane, "Opening hours").await;
    assert_eq!(
        (new.name.as_str(), new.client_id),
        ("Opening hours", jane.client)
    );
    let read = owner.api.read_quick_reply(jane.client, new.id).await;
    let read = read.expect("reads");
    assert_eq!(read.value, new);
    let ids = (jane.client, new.id);
    let body = of("Hours", "Open from 9 to 6.\nClosed on Sundays.");
    let changed = jane.api.change_quick_reply(ids, &body, &read.etag).await;
    let changed = changed.expect("changes");
    assert_eq!(
        (&changed.value.name, &changed.value.text),
        (&body.name, &body.text)
    );
    let listed = jane
        .api
        .list_quick_replies(jane.client, List::first())
        .await;
    assert_eq!(
        listed.expect("lists").data,
        std::slice::from_ref(&changed.value)
    );
    let stale = jane.api.change_quick_reply(ids, &body, &read.etag).await;
    refused(stale, ProblemCode::Stale);
    refused(
        jane.api.delete_quick_reply(ids, &read.etag).await,
        ProblemCode::Stale,
    );
    jane.api
        .delete_quick_reply(ids, &changed.etag)
        .await
        .expect("deletes");
    let gone = jane.api.read_quick_reply(jane.client, new.id).await;
    refused(gone, ProblemCode::NotFound);
    for verb in ["created", "changed", "deleted"] {
        assert_eq!(
            world.events(&format!("quick_reply.{verb}")).await,
            1,
            "{verb}"
        );
    }
}

#[tokio::test]
async fn b30_names_are_unique_at_a_client_and_a_replay_makes_nothing() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let (once, body) = (key(), of("Hours", "9 to 5"));
    let first = jane.api.create_quick_reply(jane.client, &body, &once).await;
    let again = jane.api.create_quick_reply(jane.client, &body, &once).await;
    assert_eq!(again.expect("answers"), first.expect("makes"));
    let twin = jane
        .api
        .create_quick_reply(jane.client, &body, &key())
        .await;
    refused_field(twin, "/name", "taken");
    let second = made(&jane, "Directions").await;
    let read = jane.api.read_quick_reply(jane.client, second.id).await;
    let ids = (jane.client, second.id);
    let renamed = jane
        .api
        .change_quick_reply(ids, &body, &read.expect("reads").etag)
        .await;
    refused_field(renamed, "/name", "taken");
    let joe = world.client_of(&owner, "joe@other.example").await;
    joe.api
        .create_quick_reply(joe.client, &body, &key())
        .await
        .expect("another client may");
    assert_eq!(world.rows("quick_replies").await, 3);
}

#[tokio::test]
async fn b30_what_is_no_quick_reply_is_refused() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let (long, longer) = ("x".repeat(61), "x".repeat(1601));
    for (name, text, pointer, code) in [
        ("", "text", "/name", "required"),
        ("name", " ", "/text", "required"),
        (long.as_str(), "text", "/name", "too_long"),
        ("two\nlines", "text", "/name", "invalid_text"),
        ("name", longer.as_str(), "/text", "too_long"),
        ("name", "bell\u{7}", "/text", "invalid_text"),
    ] {
        let made = jane
            .api
            .create_quick_reply(jane.client, &of(name, text), &key())
            .await;
        refused_field(made, pointer, code);
    }
    assert_eq!(world.rows("quick_replies").await, 0);
}

#[tokio::test]
async fn b30_a_client_has_a_hundred_at_most_in_pages_and_found_by_name() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    for number in 0..100 {
        made(&jane, &format!("Reply {number:03}")).await;
    }
    let body = of("One more", "text");
    let more = jane
        .api
        .create_quick_reply(jane.client, &body, &key())
        .await;
    refused(more, ProblemCode::Conflict);
    let list = |q: &str| List {
        q: Some(q.to_owned()),
        limit: Some(30),
        count: true,
        ..List::default()
    };
    let all = jane.api.list_quick_replies(jane.client, list("")).await;
    let all = all.expect("lists");
    assert_eq!((all.data.len(), all.total), (30, Some(100)));
    assert!(all.next.is_some());
    let found = jane
        .api
        .list_quick_replies(jane.client, list("REPLY 04"))
        .await;
    assert_eq!(found.expect("lists").data.len(), 10);
}

#[tokio::test]
async fn b30_quick_replies_are_a_client_s_own() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let reply = made(&jane, "Hours").await;
    let joe = world.client_of(&owner, "joe@other.example").await;
    let other = world.partner("Other IT").await;
    let etag = Etag("\"v1\"".to_owned());
    for (api, client) in [
        (&joe.api, jane.client),
        (&joe.api, joe.client),
        (&other.api, jane.client),
        // The right partner, but the reply of another client.
        (&owner.api, joe.client),
    ] {
        let ids = (client, reply.id);
        refused(
            api.read_quick_reply(client, reply.id).await,
            ProblemCode::NotFound,
        );
        let body = of("Taken", "over");
        let changed = api.change_quick_reply(ids, &body, &etag).await;
        refused(changed, ProblemCode::NotFound);
        refused(
            api.delete_quick_reply(ids, &etag).await,
            ProblemCode::NotFound,
        );
    }
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let made = rep
        .api
        .create_quick_reply(jane.client, &of("Mine", "x"), &key())
        .await;
    refused(made, ProblemCode::Forbidden);
    assert_eq!(world.rows("quick_replies").await, 1);
}
