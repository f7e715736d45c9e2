//! Valid requests of operations on records, groups and own fields.

use super::scene::{Identity, Scene};
use crate::clients::new_record;
use crate::support::key;
use gangway_api_client::{Call, List};
use gangway_domain::ids::{CustomFieldId, TechGroupId};
use gangway_domain::wire::{ClientRecord, CustomFieldKind, NewCustomField, SaveTechGroup};
use serde_json::{Value, json};

/// A fresh client of the first partner.
pub async fn client(scene: &Scene) -> ClientRecord {
    let body = new_record(&scene.fresh(), &scene.fresh_email());
    let made = scene.owner.api.create_client_record(&body, &key()).await;
    made.expect("makes")
}

/// A request about a fresh client.
pub async fn of_client(scene: &Scene, id: &str, call: Call) -> Call {
    let (client, owner) = (client(scene).await.id, &scene.owner.api);
    let read = owner.read_client(client).await.expect("reads");
    if id == "delete_client" {
        return call.with(client).if_match(&read.etag);
    }
    owner
        .delete_client(client, &read.etag)
        .await
        .expect("deletes");
    call.with(client)
}

/// A request about a fresh group or field of the first partner.
pub async fn cell(
    scene: &Scene,
    id: &str,
    identity: &Identity,
    call: Call,
) -> (Call, Option<Value>) {
    let owner = &scene.owner.api;
    match id {
        "create_tech_group" => (call, Some(json!({"name": scene.fresh()}))),
        "read_tech_group" | "update_tech_group" | "delete_tech_group" => {
            let group = group(scene).await;
            let read = owner.read_tech_group(group).await.expect("reads");
            let body = (id == "update_tech_group").then(|| json!({"name": scene.fresh()}));
            let call = call.with(group);
            let tagged = id != "read_tech_group";
            (
                if tagged {
                    call.if_match(&read.etag)
                } else {
                    call
                },
                body,
            )
        }
        "read_custom_fields" => (call, None),
        "create_custom_field" => {
            let body = json!({"name": scene.fresh(), "kind": "text"});
            (call, Some(body))
        }
        "read_custom_field" => (call.with(field(scene).await), None),
        "update_custom_field" => {
            let field = field(scene).await;
            let read = owner.read_custom_field(field).await.expect("reads");
            let body = json!({"name": scene.fresh()});
            (call.with(field).if_match(&read.etag), Some(body))
        }
        "order_custom_fields" => {
            field(scene).await;
            // Everyone orders the fields of their own partner.
            let foreign = identity.is_foreign();
            let api = if foreign { &scene.other.api } else { owner };
            let fields = api.read_custom_fields().await.expect("lists").data;
            let mut ids: Vec<CustomFieldId> = fields.iter().map(|field| field.id).collect();
            ids.reverse();
            (call, Some(json!({ "ids": ids })))
        }
        other => panic!("{other}: say in record_cells.rs what a valid request is"),
    }
}

/// A group of the first partner's that no client has.
async fn group(scene: &Scene) -> TechGroupId {
    let api = &scene.owner.api;
    let there = api.list_tech_groups(List::first()).await.expect("lists");
    if let Some(group) = there.data.first() {
        return group.id;
    }
    let body = SaveTechGroup {
        name: scene.fresh(),
        members: vec![scene.owner.place()],
    };
    let made = api.create_tech_group(&body, &key()).await;
    made.expect("makes").id
}

/// A field of the first partner's.
async fn field(scene: &Scene) -> CustomFieldId {
    let api = &scene.owner.api;
    let there = api.read_custom_fields().await.expect("lists");
    if let Some(field) = there.data.first() {
        return field.id;
    }
    let body = NewCustomField {
        name: scene.fresh(),
        kind: CustomFieldKind::Text,
        choices: Vec::new(),
        is_mandatory: false,
    };
    let made = api.create_custom_field(&body, &key()).await;
    made.expect("makes").id
}
