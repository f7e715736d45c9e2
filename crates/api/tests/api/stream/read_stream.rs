//! What is told, to whom, and from where on.

use super::{follow, next, text_in, two_clients};
use crate::api_keys::{made, of, program};
use crate::support::{World, key, operation};
use gangway_api_client::{Client, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{SendInvite, StreamEvent};
use std::time::{Duration, Instant};

/// What a stream says that ends at once.
async fn said(api: &Client, since: Option<&str>) -> (u16, String) {
    let at_once = List {
        filters: vec![("seconds", "0".to_owned())],
        ..List::default()
    };
    let mut call = operation("read_stream").call().list(at_once);
    if let Some(since) = since {
        call = call.header("last-event-id", since);
    }
    let answer = api.exchange(&call, api.access_token().as_deref()).await;
    let answer = answer.expect("an answer");
    (answer.status, String::from_utf8(answer.body).expect("text"))
}

#[tokio::test]
async fn b30_a_text_is_told_at_once_and_says_no_more_than_where_to_look() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let mut stream = follow(&jane.api).await;
    let before = Instant::now();
    let (message, conversation) = text_in(world.context(), owner.partner(), jane.client).await;
    let told = next(&mut stream).await;
    assert!(
        before.elapsed() < Duration::from_secs(5),
        "{:?}",
        before.elapsed()
    );
    assert_eq!(told.kind, "message.received");
    assert_eq!(told.client_id, Some(jane.client));
    assert_eq!(told.subject_id, Some(message.0));
    assert_eq!(told.conversation_id, Some(conversation));
    let fields = serde_json::to_value(&told).expect("JSON");
    assert_eq!(fields.as_object().map(serde_json::Map::len), Some(5));
}

#[tokio::test]
async fn tn_04_people_of_a_client_hear_of_their_own_client_only_and_staff_of_all() {
    let world = World::start().await;
    let (owner, jane, joe) = two_clients(&world).await;
    let foreign = world.partner("Coastal IT").await;
    let (mut of_jane, mut of_owner) = (follow(&jane.api).await, follow(&owner.api).await);
    let mut of_foreign = follow(&foreign.api).await;
    let ctx = world.context();
    let (first, _) = text_in(ctx, owner.partner(), joe.client).await;
    let body = SendInvite {
        email: "ann@third.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let (last, _) = text_in(ctx, owner.partner(), jane.client).await;
    // What comes first is what is theirs.
    assert_eq!(next(&mut of_jane).await.subject_id, Some(last.0));
    let mut kinds = Vec::new();
    let mut subjects = Vec::new();
    while subjects.last() != Some(&Some(last.0)) {
        let told = next(&mut of_owner).await;
        kinds.push(told.kind);
        subjects.push(told.subject_id);
    }
    assert_eq!(subjects[0], Some(first.0));
    assert!(kinds.iter().any(|kind| kind == "invite.sent"), "{kinds:?}");
    foreign.api.make_partner_link(&key()).await.expect("makes");
    assert_eq!(next(&mut of_foreign).await.kind, "partner_link.created");
}

#[tokio::test]
async fn b30_whoever_comes_again_with_the_last_id_has_missed_nothing() {
    let world = World::start().await;
    let (owner, jane, joe) = two_clients(&world).await;
    let (ctx, partner) = (world.context(), owner.partner());
    let mut stream = follow(&jane.api).await;
    let (first, _) = text_in(ctx, partner, jane.client).await;
    assert_eq!(next(&mut stream).await.subject_id, Some(first.0));
    let known = stream.last_id().expect("an id").to_owned();
    drop(stream);
    let mut missed = Vec::new();
    for _ in 0..3 {
        missed.push(text_in(ctx, partner, jane.client).await.0);
        text_in(ctx, partner, joe.client).await;
    }
    let mut again = jane.api.read_stream(Some(&known)).await.expect("a stream");
    for message in missed {
        assert_eq!(next(&mut again).await.subject_id, Some(message.0));
    }
    let (live, _) = text_in(ctx, partner, jane.client).await;
    assert_eq!(next(&mut again).await.subject_id, Some(live.0));
    // Without an id only what comes is told.
    let (status, lines) = said(&jane.api, None).await;
    assert!(status == 200 && !lines.contains("data:"), "{lines}");
}

#[tokio::test]
async fn b30_where_more_happened_than_is_told_one_by_one_the_reader_is_told_so() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    for _ in 0..=500 {
        let event = gangway::events::Event::of("message.received", jane.client)
            .at(owner.partner())
            .about(jane.client);
        gangway::events::record(ctx, &tx, event)
            .await
            .expect("records");
    }
    let mut stream = follow(&jane.api).await;
    tx.commit().await.expect("commits");
    assert_eq!(next(&mut stream).await, StreamEvent::gap());
    let (last, _) = text_in(ctx, owner.partner(), jane.client).await;
    assert_eq!(next(&mut stream).await.subject_id, Some(last.0));
    // The same for one who comes after it all, and for one who knows more than there is.
    for known in ["0", "9000000"] {
        let (_, lines) = said(&jane.api, Some(known)).await;
        assert_eq!(lines.matches("data:").count(), 1, "{lines}");
        assert!(lines.contains("stream.gap"), "{lines}");
    }
}

#[tokio::test]
async fn a_last_id_that_is_none_is_refused_with_what_to_send() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for wrong in ["-1", "abc", "1.5", "99999999999999999999", "0x10", " "] {
        let (status, body) = said(&owner.api, Some(wrong)).await;
        if wrong == " " {
            // A blank header value is an empty one.
            assert_eq!(status, 200);
        } else {
            assert_eq!(status, 400, "{wrong}: {body}");
            assert!(body.contains("Last-Event-ID"), "{body}");
        }
    }
    let too_long = List {
        filters: vec![("seconds", "3601".to_owned())],
        ..List::default()
    };
    let call = operation("read_stream").call().list(too_long);
    let answer = owner
        .api
        .exchange(&call, owner.api.access_token().as_deref())
        .await;
    assert_eq!(answer.expect("an answer").status, 400);
}

#[tokio::test]
async fn a_stream_is_neither_compressed_nor_kept_on_the_way() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let request = world
        .http()
        .get(format!("{}/api/v1/stream?seconds=0", world.base()))
        .header("accept-encoding", "gzip, br")
        .bearer_auth(owner.api.access_token().expect("signed in"));
    let answer = request.send().await.expect("an answer");
    let headers = answer.headers();
    assert_eq!(headers["content-type"], "text/event-stream");
    assert_eq!(headers["content-encoding"], "identity");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-accel-buffering"], "no");
    let text = answer.text().await.expect("text");
    assert!(text.starts_with("retry: 2000\nid: "), "{text}");
}

#[tokio::test]
async fn ak_02_a_key_that_reads_messages_hears_of_messages_and_of_nothing_else() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let (_, text) = made(&owner, &of(&["messages:read"])).await;
    let mut stream = follow(&program(&world, &text)).await;
    owner.api.make_partner_link(&key()).await.expect("makes");
    let (message, _) = text_in(world.context(), owner.partner(), jane.client).await;
    assert_eq!(next(&mut stream).await.subject_id, Some(message.0));
}

#[tokio::test]
async fn one_person_has_only_so_many_streams_and_a_closed_one_makes_room() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let mut open = Vec::new();
    for _ in 0..20 {
        open.push(follow(&owner.api).await);
    }
    let refused = owner.api.read_stream(None).await.expect_err("one too many");
    assert!(refused.is(ProblemCode::TooManyRequests), "{refused}");
    // Others are not in the way of each other.
    let other = world.partner("Coastal IT").await;
    follow(&other.api).await;
    drop(open);
    // The server learns of it when it writes: what happens, or a comment every ten seconds.
    let again = async {
        while owner.api.read_stream(None).await.is_err() {
            text_in(world.context(), owner.partner(), jane.client).await;
        }
    };
    let again = tokio::time::timeout(super::PATIENCE, again).await;
    again.expect("room again");
}
