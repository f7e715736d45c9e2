//! ID-01: a list of values is not taken for an object, at any depth.

use super::cells::cell;
use super::scene::Scene;
use crate::support::{Operation, operations};
use serde_json::{Value, json};

#[tokio::test]
async fn id_01_a_list_of_the_values_is_not_taken_for_the_object() {
    let scene = Scene::build().await;
    let owner = &scene.identities[1];
    for operation in operations().into_iter().filter(Operation::takes_body) {
        let mut cell = cell(&scene, operation, owner).await;
        let fields = cell.body.take().expect("a body");
        let values: Vec<Value> = fields
            .as_object()
            .expect("an object")
            .values()
            .cloned()
            .collect();
        cell.body = Some(json!(values));
        let (status, body) = cell.send(owner.token()).await;
        assert_eq!(status, 400, "{}: {body}", operation.id);
    }
}
