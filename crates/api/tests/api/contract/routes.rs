//! Every route of the server is in the document, and every operation says who may call it.

use crate::support::operations;
use gangway_domain::roles::{Permission, Role};
use std::collections::BTreeSet;
use std::path::Path;

/// Pages and files; no part of the API.
const PAGES: [&str; 11] = [
    "/docs",
    "/docs/docs.css",
    "/docs/docs.js",
    "/metrics",
    "/openapi.json",
    "/openapi.yaml",
    "/plain.css",
    "/problems",
    "/problems/{code}",
    "/widget/v1-panel.js",
    "/widget/v1.js",
];

fn sources(folder: &Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            let text = std::fs::read_to_string(&path).expect("text");
            // Unit tests have routes of their own.
            all.push_str(
                text.split("#[cfg(test)]\nmod tests {")
                    .next()
                    .unwrap_or_default(),
            );
        }
    }
}

/// The texts that follow a start, up to the next quote.
fn quoted<'a>(all: &'a str, start: &str) -> Vec<&'a str> {
    all.split(start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn f1_h9_every_route_in_the_source_is_in_the_document_or_a_page() {
    let mut all = String::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut all,
    );
    let mut registered = BTreeSet::new();
    for method in ["get", "post", "put", "patch", "delete", "options"] {
        let paths = quoted(&all, &format!("#[{method}(\""));
        registered.extend(paths.into_iter().map(|path| format!("{method} {path}")));
    }
    let documented: BTreeSet<String> = operations()
        .iter()
        .map(|known| format!("{} {}", known.method, known.path))
        .collect();
    assert_eq!(registered, documented);
    for start in [
        "web::resource(\"",
        "web::scope(\"",
        "#[route(\"",
        ".route(\"",
    ] {
        for path in quoted(&all, start) {
            assert!(
                PAGES.contains(&path),
                "{path} is neither documented nor a known page"
            );
        }
    }
}

#[test]
fn h9_every_operation_says_what_it_is_and_who_may_call_it() {
    for operation in operations() {
        let (id, about) = (operation.id, operation.about);
        assert!(
            about["summary"]
                .as_str()
                .is_some_and(|words| words.len() > 5),
            "{id}: summary"
        );
        assert_eq!(
            about["tags"].as_array().map(Vec::len),
            Some(1),
            "{id}: one tag"
        );
        let security = about["security"].as_array().expect("security");
        let Some(roles) = operation.roles() else {
            assert!(
                security.is_empty() && !operation.path.starts_with("/api/"),
                "{id}: public"
            );
            continue;
        };
        let scope = about["x-scope"].as_str().expect("a scope");
        let takes_key = Permission::of_key_scope(scope).is_some();
        assert_eq!(security.len(), 1 + usize::from(takes_key), "{id}: security");
        assert!(security[0]["access_token"].is_array(), "{id}: a session");
        if takes_key {
            assert_eq!(security[1]["api_key"][0], scope, "{id}: a key's scope");
        }
        let held = match Permission::of_scope(scope) {
            Some(permission) => permission
                .roles()
                .iter()
                .map(|role| role.as_str())
                .collect(),
            None => Role::ALL
                .iter()
                .map(|role| role.as_str())
                .collect::<Vec<_>>(),
        };
        assert!(
            Permission::of_scope(scope).is_some() || scope == "me",
            "{id}: {scope}"
        );
        assert_eq!(roles, held, "{id}: roles");
    }
}

#[test]
fn h9_what_makes_buys_or_sends_takes_an_idempotency_key() {
    // Reads by POST, what a link can do once only, sign-ins, and what is the same however often.
    let without = [
        "accept_invite",
        "confirm_sign_up",
        "sign_in",
        "sign_out",
        "refresh_session",
        "confirm_password_reset",
        "accept_invite_as_me",
        "mark_invite_opened",
        "revoke_invite",
        "copy_invite_link",
        "revoke_partner_link",
        "deactivate_user",
        "reactivate_user",
        "deactivate_client_user",
        "reactivate_client_user",
        "complete_step",
        "skip_step",
        "restore_client",
        "order_custom_fields",
        "end_session",
        "end_other_sessions",
        "sign_out_user",
        "revoke_api_key",
        "reauthenticate",
        "change_password",
        "sign_in_with_code",
        "set_up_second_factor",
        "confirm_second_factor",
        "switch_off_second_factor",
        // The newest codes count; a repeat shows them again.
        "renew_recovery_codes",
        // The newest link counts, and the limits on mails hold.
        "change_email",
        "confirm_email",
        "make_first_partner",
        // The provider's own names for texts tell which it brought before.
        "receive_text",
        // An import that is at work, stopped or undone already is shown as it is.
        "confirm_import",
        "match_import_columns",
        "cancel_import",
        "undo_import",
        // Nothing is stored of a visit.
        "begin_visit",
        "note_status",
    ];
    for operation in operations()
        .into_iter()
        .filter(|operation| operation.method == "post")
    {
        let takes = operation.about["parameters"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one["name"] == "Idempotency-Key"));
        let needs = !without.contains(&operation.id) && !operation.id.starts_with("look_up_");
        assert_eq!(takes, needs, "{}", operation.id);
    }
}
