use super::*;
use std::path::PathBuf;

#[test]
fn every_address_leads_to_its_page_and_back() {
    for (route, path) in FIXED {
        assert_eq!(Route::at(path), route);
        assert_eq!(route.path(), path);
    }
    let client = Route::Client(ClientId::from_parts(1, [7; 10]));
    assert_eq!(Route::at(&client.path()), client);
    let edit = Route::EditClient(ClientId::from_parts(1, [7; 10]));
    assert_eq!(Route::at(&edit.path()), edit);
    let import = Route::Import(ImportId::from_parts(1, [7; 10]));
    assert_eq!(Route::at(&import.path()), import);
    let schedule = Route::Schedule(ScheduleId::from_parts(1, [7; 10]));
    assert_eq!(Route::at(&schedule.path()), schedule);
    let talk = Route::Conversation(ConversationId::from_parts(1, [7; 10]));
    assert_eq!(Route::at(&talk.path()), talk);
    assert_eq!(talk.page(), Route::Messages);
    assert_eq!(Route::at("/messages/nobody"), Route::NotFound);
    assert_eq!(Route::at("/messagesarchived"), Route::NotFound);
    assert_eq!(Route::at("/clients/"), Route::Clients);
    assert_eq!(Route::at("/clients/acme"), Route::NotFound);
    assert_eq!(Route::at("/clients/acme/edit"), Route::NotFound);
    assert_eq!(Route::at("/clients/new/edit"), Route::NotFound);
    assert_eq!(Route::at("/clientsnew"), Route::NotFound);
    assert_eq!(Route::at("/clients/imports/"), Route::Imports);
    assert_eq!(Route::at("/clients/imports/first"), Route::NotFound);
    assert_eq!(Route::at("/clients/imports/new/edit"), Route::NotFound);
}

/// Where one comes back to after signing in is a page of this application, whatever the address was:
/// what is none of them is the home page.
#[test]
fn xs_04_nothing_written_into_an_address_leads_elsewhere() {
    #[expect(clippy::disallowed_methods, reason = "where the corpora are")]
    let shared = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(shared.join("corpora/net/return_to.json")) else {
        println!("skipped: net/return_to.json is not there");
        return;
    };
    let corpus: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let cases = corpus["cases"].as_array().expect("cases");
    assert!(cases.len() >= 20, "{}", cases.len());
    for case in cases {
        let written = case["return_to"].as_str().expect("text");
        let comes_back_to = Route::at(written).path();
        let page = FIXED.iter().any(|(_, path)| *path == comes_back_to);
        assert!(page, "{written:?} leads to {comes_back_to:?}");
        if case["same_site"] == false {
            assert_eq!(comes_back_to, "/", "{written:?}");
        }
    }
    assert_eq!(Route::at("/clients").path(), "/clients");
}
