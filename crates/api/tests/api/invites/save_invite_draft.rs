use super::invited;
use crate::support::{World, refused, refused_field};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{InviteStatus, SaveInviteDraft, Token};

fn typed(token: &Token, first: Option<&str>, last: Option<&str>) -> SaveInviteDraft {
    SaveInviteDraft {
        token: token.token.clone(),
        first_name: first.map(str::to_owned),
        last_name: last.map(str::to_owned),
    }
}

#[tokio::test]
async fn b34_names_are_kept_as_they_are_typed_each_by_itself() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    let (one, two) = (world.client(), world.client());
    one.save_invite_draft(&typed(&token, Some("Jan"), None))
        .await
        .expect("saves");
    two.save_invite_draft(&typed(&token, None, Some("Doe")))
        .await
        .expect("saves");
    one.save_invite_draft(&typed(&token, Some("Jane"), None))
        .await
        .expect("saves");
    let link = two.look_up_invite(&token).await.expect("opens");
    assert_eq!(
        (link.first_name.as_deref(), link.last_name.as_deref()),
        (Some("Jane"), Some("Doe"))
    );
    let invite = owner.api.read_invite(invite.id).await.expect("reads");
    assert_eq!(invite.status, InviteStatus::Opened);
}

#[tokio::test]
async fn what_cannot_be_stored_is_refused_by_its_field() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let before = world.tables().await;
    let api = world.client();
    let answer = api
        .save_invite_draft(&typed(&token, Some("a\0b"), None))
        .await;
    refused_field(answer, "/first_name", "invalid_text");
    let answer = api
        .save_invite_draft(&typed(&token, None, Some(&"x".repeat(256))))
        .await;
    refused_field(answer, "/last_name", "too_long");
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn a_link_that_was_taken_back_keeps_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    owner.api.revoke_invite(invite.id).await.expect("revokes");
    let answer = world
        .client()
        .save_invite_draft(&typed(&token, Some("Jane"), None))
        .await;
    refused(answer, ProblemCode::LinkRevoked);
}
