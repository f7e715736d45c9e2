use super::{made, of, program};
use crate::support::{World, key, refused, refused_field};
use gangway::keys::token_hash;
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ApiKey, ApiKeyState, MakeApiKey};

#[tokio::test]
async fn ak_01_f2_a_key_is_shown_once_and_only_its_hash_is_stored() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (made, text) = made(&owner, &of(&["clients:read"])).await;
    assert!(
        text.starts_with(&format!("gwk_{}_", made.id.0.simple())),
        "{text}"
    );
    assert!(
        text.rsplit('_')
            .next()
            .is_some_and(|secret| secret.len() == 49)
    );
    let call = Call::get("read_api_key", "/api/v1/api-keys/{id}").with(made.id);
    let read = owner
        .api
        .exchange(&call, owner.api.access_token().as_deref())
        .await;
    let read = String::from_utf8(read.expect("answers").body).expect("text");
    let listed = owner.api.list_api_keys(List::first()).await.expect("lists");
    let secret = text.rsplit('_').next().expect("a secret");
    assert!(!read.contains(secret));
    assert_eq!(listed.data, std::slice::from_ref(&made));
    assert_eq!((made.state, made.key.as_deref()), (ApiKeyState::Live, None));
    assert!(text.ends_with(&made.last_four) && made.last_four.len() == 4);
    assert_eq!(made.created_by, "Olive Owner");
    assert_eq!((made.expires_at, made.last_used_at), (None, None));
    let stored = world.everything_stored().await;
    assert!(!stored.contains(secret), "the database opens nothing");
    assert!(stored.contains(&token_hash(&text)));
    assert_eq!(world.events("api_key.created").await, 1);
}

#[tokio::test]
async fn ak_01_the_last_use_is_shown() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (made, text) = made(&owner, &of(&["clients:read"])).await;
    let program = program(&world, &text);
    world.advance(chrono::Duration::hours(1));
    program.list_clients(List::first()).await.expect("lists");
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let used = async || {
        let read = owner.api.read_api_key(made.id).await;
        read.expect("reads").last_used_at.expect("used")
    };
    let noted = used().await;
    assert!(noted > made.created_at + chrono::Duration::minutes(59));
    world.advance(chrono::Duration::seconds(30));
    program.list_clients(List::first()).await.expect("lists");
    assert_eq!(used().await, noted, "written at most once a minute");
    world.advance(chrono::Duration::seconds(30));
    program.list_clients(List::first()).await.expect("lists");
    assert!(used().await >= noted + chrono::Duration::minutes(1));
}

#[tokio::test]
async fn id_03_a_repeat_makes_no_second_key_and_does_not_show_the_first() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (once, body) = (key(), of(&["clients:read"]));
    let first = owner.api.make_api_key(&body, &once).await.expect("makes");
    let again = owner.api.make_api_key(&body, &once).await.expect("answers");
    assert_eq!(again, ApiKey { key: None, ..first });
    assert_eq!(world.rows("api_keys").await, 1);
}

#[tokio::test]
async fn ak_06_two_keys_work_side_by_side() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (old, old_text) = made(&owner, &of(&["clients:read"])).await;
    let (_, new_text) = made(&owner, &of(&["clients:read"])).await;
    let (old_one, new_one) = (program(&world, &old_text), program(&world, &new_text));
    for program in [&old_one, &new_one] {
        program.list_clients(List::first()).await.expect("lists");
    }
    owner.api.revoke_api_key(old.id).await.expect("revokes");
    refused(
        old_one.list_clients(List::first()).await,
        ProblemCode::NotSignedIn,
    );
    let new_one = program(&world, &new_text);
    new_one
        .list_clients(List::first())
        .await
        .expect("the new one works on");
}

#[tokio::test]
async fn ak_01_a10_only_those_who_administer_make_and_see_keys() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = of(&["clients:read"]);
    for role in StaffRole::ALL.into_iter().skip(1) {
        let email = format!("{}@harbor.example", role.as_str());
        let staff = world.staff(&owner, role, &email).await;
        let answer = staff.api.make_api_key(&body, &key()).await;
        let list = staff.api.list_api_keys(List::first()).await;
        if role == StaffRole::Administrator {
            answer.expect("makes");
            list.expect("lists");
        } else {
            refused(answer, ProblemCode::Forbidden);
            refused(list, ProblemCode::Forbidden);
        }
    }
    refused(
        world.client().make_api_key(&body, &key()).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn ak_02_scopes_are_chosen_from_those_a_key_may_have() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let refused_with = async |body: MakeApiKey, pointer: &str, code: &str| {
        refused_field(owner.api.make_api_key(&body, &key()).await, pointer, code);
    };
    refused_with(of(&[]), "/scopes", "required").await;
    for scope in [
        "users:write",
        "client_users:write",
        "sessions:write",
        "api_keys:write",
        "*",
        "me",
        "clients",
    ] {
        refused_with(of(&["clients:read", scope]), "/scopes", "unknown_scope").await;
    }
    let fine = || of(&["clients:read"]);
    refused_with(
        MakeApiKey {
            name: " ".to_owned(),
            ..fine()
        },
        "/name",
        "required",
    )
    .await;
    for days in [0, 3651, u32::MAX] {
        let body = MakeApiKey {
            expires_in_days: Some(days),
            ..fine()
        };
        refused_with(body, "/expires_in_days", "days").await;
    }
    assert_eq!(world.rows("api_keys").await, 0);
    let (made, _) = made(
        &owner,
        &of(&["partner:read", "clients:read", "clients:read"]),
    )
    .await;
    assert_eq!(made.scopes, ["partner:read", "clients:read"]);
}
