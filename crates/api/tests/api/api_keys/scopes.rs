//! AK-02: generated from the contract, as TN-01 is.

use super::{all_scopes, made, of};
use crate::support::{World, operations};
use gangway_domain::roles::Permission;

const ABSENT: &str = "01890000-0000-7000-8000-000000000000";

#[tokio::test]
async fn ak_02_every_operation_refuses_a_key_of_every_other_scope() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut keys = Vec::new();
    for scope in all_scopes() {
        let (_, text) = made(&owner, &of(&[scope])).await;
        // Its first use is noted now.
        status(&world, "get", "/api/v1/me", &text).await;
        keys.push((scope, text));
    }
    let before = world.tables().await;
    let (mut refused, mut taken) = (0, 0);
    for operation in operations() {
        let Some(needed) = operation.about["x-scope"].as_str() else {
            continue;
        };
        for (scope, text) in &keys {
            let of_key = Permission::of_key_scope(needed).is_some();
            if *scope == needed {
                assert!(of_key);
                taken += 1;
                continue;
            }
            let status = status(&world, operation.method, operation.path, text).await;
            assert_eq!(status, 403, "{} with {scope}", operation.id);
            refused += 1;
        }
    }
    assert_eq!(
        world.tables().await,
        before,
        "a refused key changed something"
    );
    assert!(
        refused > 400 && taken > 25,
        "{refused} refused, {taken} taken"
    );
    println!("AK-02: {refused} cells");
}

#[tokio::test]
async fn ak_02_an_operation_that_takes_keys_lets_its_own_scope_in() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for scope in all_scopes() {
        let (_, text) = made(&owner, &of(&[scope])).await;
        let needs = |needed: Option<&str>| needed == Some(scope);
        for operation in operations() {
            if !needs(operation.about["x-scope"].as_str()) {
                continue;
            }
            let status = status(&world, operation.method, operation.path, &text).await;
            let let_in = !matches!(status, 401 | 403) && status < 500;
            assert!(let_in, "{} with {scope}: {status}", operation.id);
        }
    }
}

/// What a request without a body gets.
async fn status(world: &World, method: &str, path: &str, key: &str) -> u16 {
    let path = path
        .replace("{id}", ABSENT)
        .replace("{user_id}", ABSENT)
        .replace("{step}", "invite_team");
    let method = method.to_uppercase().parse().expect("a method");
    let request = world
        .http()
        .request(method, format!("{}{path}", world.base()));
    let answer = request.bearer_auth(key).send().await;
    answer.expect("answers").status().as_u16()
}
