use super::{made, of, program};
use crate::support::{World, key};
use gangway_domain::wire::SendInvite;

#[tokio::test]
async fn id_03_each_key_and_its_maker_have_idempotency_keys_of_their_own() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, one) = made(&owner, &of(&["clients:create"])).await;
    let (_, two) = made(&owner, &of(&["clients:create"])).await;
    let (repeated, body) = (
        key(),
        SendInvite {
            email: "jane@client.example".to_owned(),
        },
    );
    let mut ids = Vec::new();
    for api in [&owner.api, &program(&world, &one), &program(&world, &two)] {
        let first = api.send_invite(&body, &repeated).await.expect("invites");
        let again = api.send_invite(&body, &repeated).await.expect("answers");
        assert_eq!(first.id, again.id, "the same request once");
        ids.push(first.id);
    }
    ids.dedup();
    assert_eq!(ids.len(), 3);
}
