//! What is committed is what the handlers say.

use gangway::contract::{openapi_yaml, roles_page};
use std::path::{Path, PathBuf};

fn repository(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

fn committed(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_default()
}

#[test]
fn h9_the_committed_openapi_document_is_the_generated_one() {
    let generated = openapi_yaml().expect("a document");
    // Not assert_eq: nobody reads thousands of lines.
    assert!(
        committed("openapi.yaml") == generated,
        "openapi.yaml is old: run ./just openapi"
    );
}

#[test]
fn h9_the_committed_table_of_routes_and_roles_is_the_generated_one() {
    assert!(
        committed("docs/roles.md") == roles_page(),
        "docs/roles.md is old: run ./just openapi"
    );
}

#[test]
fn h9_the_document_is_the_same_in_every_process() {
    let made = || {
        let ran = std::process::Command::new(env!("CARGO_BIN_EXE_gangway"))
            .arg("openapi")
            .output();
        ran.expect("it runs").stdout
    };
    assert_eq!(
        String::from_utf8(made()).expect("text"),
        openapi_yaml().expect("a document")
    );
}
