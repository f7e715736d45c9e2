//! TN-05: fields that are not the caller's to set are refused, and nothing changes.

use super::cells::cell;
use super::scene::Scene;
use crate::support::{Operation, corpora, operations};
use serde_json::{Value, json};

/// What our own rows have that no body may set.
fn protected() -> Vec<(String, Value)> {
    let id = json!("01890000-0000-7000-8000-000000000000");
    let ours = json!({
        "id": id, "partner_id": id, "client_id": id, "person_id": id, "place_id": id,
        "state": "active", "version": 99, "created_at": "1970-01-01T00:00:00Z",
        "created_by": id, "accepted_at": "1970-01-01T00:00:00Z", "application_key": "x",
        "uses": 0, "kind": "staff", "generation": 1, "password_hash": "x", "permissions": ["*"],
    });
    let mut fields: Vec<(String, Value)> = ours
        .as_object()
        .expect("an object")
        .clone()
        .into_iter()
        .collect();
    let bodies = corpora::json("http/json_and_form_bodies.json").unwrap_or_else(|| json!([]));
    let body = bodies
        .as_array()
        .expect("cases")
        .iter()
        .find(|case| case["id"] == "mass_assign");
    if let Some(text) = body.and_then(|case| case["body"].as_str()) {
        let theirs: Value = serde_json::from_str(text).expect("JSON");
        fields.extend(theirs.as_object().expect("an object").clone());
    }
    fields
}

#[tokio::test]
async fn tn_05_no_body_sets_a_protected_field() {
    let scene = Scene::build().await;
    let owner = &scene.identities[1];
    let (fields, mut tried) = (protected(), 0);
    for operation in operations().into_iter().filter(Operation::takes_body) {
        let mut cells = Vec::new();
        for (name, value) in &fields {
            let mut cell = cell(&scene, operation, owner).await;
            let body = cell
                .body
                .as_mut()
                .and_then(Value::as_object_mut)
                .expect("a body");
            if body.contains_key(name) || documented(operation.about, name) {
                continue;
            }
            body.insert(name.clone(), value.clone());
            cells.push((name, cell));
        }
        scene.world.run_jobs().await;
        let before = scene.world.tables().await;
        for (name, cell) in cells {
            let (status, body) = cell.send(owner.token()).await;
            assert!(
                (400..500).contains(&status),
                "{}.{name}: {status} {body}",
                operation.id
            );
            tried += 1;
        }
        assert_eq!(scene.world.tables().await, before, "{}", operation.id);
    }
    println!("TN-05: {tried} fields");
}

#[tokio::test]
async fn tn_05_protected_fields_inside_nested_objects_are_refused_too() {
    let scene = Scene::build().await;
    let owner = &scene.identities[1];
    for (id, at) in [
        ("create_client", "/company"),
        ("create_client", "/administrator"),
        ("invite_client_users", "/members/0"),
        ("save_draft", "/team/0"),
    ] {
        let operation = crate::support::operation(id);
        for (name, value) in protected() {
            let mut cell = cell(&scene, operation, owner).await;
            let nested = cell.body.as_mut().and_then(|body| body.pointer_mut(at));
            let nested = nested.and_then(Value::as_object_mut).expect("an object");
            if nested.contains_key(&name) {
                continue;
            }
            nested.insert(name.clone(), value);
            let (status, body) = cell.send(owner.token()).await;
            assert!(
                (400..500).contains(&status),
                "{id} {at}/{name}: {status} {body}"
            );
        }
    }
}

/// Whether the body may have the field.
fn documented(about: &Value, name: &str) -> bool {
    let at = &about["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    let at = at.as_str().expect("a named schema").trim_start_matches('#');
    let schema = gangway::contract::openapi_json()
        .pointer(at)
        .expect("a schema");
    schema["properties"].get(name).is_some()
}
