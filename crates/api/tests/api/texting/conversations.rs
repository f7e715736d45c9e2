//! The inbox: listed, searched, noted on, archived, downloaded.

use super::talk::{CUSTOMER, Talk};
use crate::support::refused;
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{Conversation, UpdateConversation};

fn filtered(name: &'static str, value: &str) -> List {
    List {
        filters: vec![(name, value.to_owned())],
        ..List::default()
    }
}

fn search(q: &str) -> List {
    List {
        q: Some(q.to_owned()),
        ..List::default()
    }
}

/// Changes the one conversation as it is now.
async fn change(talk: &Talk, body: UpdateConversation) -> Conversation {
    let (api, client) = (&talk.jane.api, talk.jane.client);
    let id = talk.conversations().await[0].id;
    let read = api.read_conversation(client, id).await.expect("reads");
    let changed = api.update_conversation(client, id, &body, &read.etag).await;
    changed.expect("changes").value
}

#[tokio::test]
async fn b30_conversations_are_listed_by_their_newest_text_page_by_page() {
    let talk = Talk::begin().await;
    for index in 0..5 {
        talk.text_from(&format!("+1202555010{index}"), "Hello")
            .await;
        talk.world.advance(Duration::seconds(1));
    }
    talk.text_from("+12025550101", "Again").await;
    let newest = |all: &[Conversation]| -> Vec<char> {
        let last = |one: &Conversation| one.customer_number.chars().last();
        all.iter().filter_map(last).collect()
    };
    assert_eq!(
        newest(&talk.conversations().await),
        ['1', '4', '3', '2', '0']
    );
    let (api, client) = (&talk.jane.api, talk.jane.client);
    let list = List {
        limit: Some(2),
        count: true,
        ..List::default()
    };
    let first = api.list_conversations(client, list).await.expect("lists");
    assert_eq!(
        (newest(&first.data), first.total),
        (vec!['1', '4'], Some(5))
    );
    let list = List::after(first.next.expect("more"));
    let rest = api.list_conversations(client, list).await.expect("lists");
    assert_eq!((newest(&rest.data), rest.next), (vec!['3', '2', '0'], None));
}

#[tokio::test]
async fn b30_a_name_is_found_in_any_script_and_case_as_people_type_it() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let name = "Åsa Öberg-Ødegård مريم 👩‍👧";
    let body = UpdateConversation {
        name: Some(name.to_owned()),
        ..UpdateConversation::default()
    };
    change(&talk, body).await;
    for (q, found) in [
        ("Åsa", 1),
        ("åsa", 1),
        ("ÅSA", 1),
        ("öberg-ødegård", 1),
        ("ÖBERG-", 1),
        ("ødeGÅRD", 1),
        ("asa", 0),
        ("مريم", 1),
        ("👩‍👧", 1),
        ("Åke", 0),
    ] {
        assert_eq!(talk.list(search(q)).await.len(), found, "{q}");
    }
}

#[tokio::test]
async fn b30_a_conversation_is_read_named_noted_on_and_marked_unread() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    talk.text_in("Anybody there?").await;
    let body = UpdateConversation {
        name: Some(" Ada Lovelace ".to_owned()),
        note: Some("Prefers mornings.\nTwo dogs.".to_owned()),
        unread: Some(false),
        ..UpdateConversation::default()
    };
    let seen = change(&talk, body).await;
    assert_eq!(
        (seen.name.as_deref(), seen.note.as_deref(), seen.unread),
        (
            Some("Ada Lovelace"),
            Some("Prefers mornings.\nTwo dogs."),
            0
        )
    );
    let unread = UpdateConversation {
        unread: Some(true),
        ..UpdateConversation::default()
    };
    assert_eq!(change(&talk, unread).await.unread, 1);
    assert_eq!(talk.list(filtered("unread", "true")).await.len(), 1);
    assert_eq!(talk.list(filtered("unread", "false")).await.len(), 0);
    for (q, found) in [
        ("ada", 1),
        ("LOVE", 1),
        ("dogs", 1),
        ("555-0143", 1),
        ("%", 0),
        ("Bob", 0),
    ] {
        assert_eq!(talk.list(search(q)).await.len(), found, "{q}");
    }
    let nothing = UpdateConversation {
        name: Some(String::new()),
        note: Some(String::new()),
        ..UpdateConversation::default()
    };
    let seen = change(&talk, nothing).await;
    assert_eq!((seen.name, seen.note), (None, None));
    assert_eq!(talk.world.events("conversation.changed").await, 3);
}

#[tokio::test]
async fn b30_a_new_text_brings_a_conversation_back_from_the_archive_unread() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let archive = UpdateConversation {
        archived: Some(true),
        unread: Some(false),
        ..UpdateConversation::default()
    };
    assert!(change(&talk, archive).await.archived);
    assert_eq!(talk.list(filtered("archived", "false")).await.len(), 0);
    assert_eq!(talk.list(filtered("archived", "true")).await.len(), 1);
    talk.send("One more thing").await.expect("queues");
    assert_eq!(
        talk.list(filtered("archived", "true")).await.len(),
        1,
        "ours does not"
    );
    talk.text_in("Yes?").await;
    let back = talk.list(filtered("archived", "false")).await;
    assert_eq!(
        (back.len(), back[0].unread, back[0].archived),
        (1, 1, false)
    );
}

#[tokio::test]
async fn b30_whoever_has_not_seen_the_newest_text_does_not_mark_it_read() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let (api, client) = (&talk.jane.api, talk.jane.client);
    let id = talk.conversation().await.id;
    let read = api.read_conversation(client, id).await.expect("reads");
    talk.text_in("And another").await;
    let body = UpdateConversation {
        unread: Some(false),
        ..UpdateConversation::default()
    };
    let answer = api.update_conversation(client, id, &body, &read.etag).await;
    refused(answer, ProblemCode::Stale);
    assert_eq!(talk.conversation().await.unread, 2);
}

#[tokio::test]
async fn b30_a_conversation_is_downloaded_to_read_and_for_spreadsheets() {
    let talk = Talk::begin().await;
    talk.text_in("=1+1, \"right\"?\nTell me").await;
    talk.world.advance(Duration::seconds(5));
    talk.send("Two.").await.expect("queues");
    let (api, client) = (&talk.jane.api, talk.jane.client);
    let id = talk.conversation().await.id;
    let csv = api
        .download_conversation(client, id, "csv")
        .await
        .expect("downloads");
    let csv = String::from_utf8(csv).expect("UTF-8");
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(
        lines[0].starts_with("\u{feff}Time,From,To,Direction,Text"),
        "{csv}"
    );
    assert!(
        lines[1].contains("\"'=1+1, \"\"right\"\"?\nTell me\""),
        "{csv}"
    );
    assert!(
        lines[2].contains("out,Two.,waiting,,Casey Comer,1"),
        "{csv}"
    );
    let text = api
        .download_conversation(client, id, "text")
        .await
        .expect("downloads");
    let text = String::from_utf8(text).expect("UTF-8");
    assert!(
        text.starts_with(&format!("Acme ({}) and {CUSTOMER}", talk.number)),
        "{text}"
    );
    let (asked, answered) = (text.find("Tell me"), text.find("Two."));
    assert!(asked.is_some() && asked < answered, "{text}");
    let answer = api.download_conversation(client, id, "pdf").await;
    refused(answer, ProblemCode::BadParameter);
}

#[tokio::test]
async fn b30_conversations_are_their_company_s_alone() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let (client, id) = (talk.jane.client, talk.conversation().await.id);
    let owner = talk
        .world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    owner
        .api
        .read_conversation(client, id)
        .await
        .expect("reads");
    let sales = talk
        .world
        .staff(&owner, StaffRole::SalesRep, "rep@harbor.example")
        .await;
    refused(
        sales.api.read_conversation(client, id).await,
        ProblemCode::Forbidden,
    );
    let ann = talk.world.client_of(&owner, "ann@other.example").await;
    let other = talk.world.partner("Pier IT").await;
    for api in [&ann.api, &other.api] {
        refused(
            api.read_conversation(client, id).await,
            ProblemCode::NotFound,
        );
        refused(
            api.list_conversations(client, List::first()).await,
            ProblemCode::NotFound,
        );
        refused(
            api.list_messages(client, id, List::first()).await,
            ProblemCode::NotFound,
        );
        refused(
            api.download_conversation(client, id, "csv").await,
            ProblemCode::NotFound,
        );
    }
    // One's own client with the conversation of another.
    refused(
        ann.api.read_conversation(ann.client, id).await,
        ProblemCode::NotFound,
    );
    refused(
        ann.api.list_messages(ann.client, id, List::first()).await,
        ProblemCode::NotFound,
    );
}
