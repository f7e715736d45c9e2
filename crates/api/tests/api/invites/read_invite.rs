use super::to;
use crate::support::{World, key, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteKind, MailState};

#[tokio::test]
async fn an_invitation_reads_as_it_was_sent() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sent = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    assert_eq!(owner.api.read_invite(sent.id).await.expect("reads"), sent);
    assert_eq!(
        (sent.kind, sent.mail),
        (InviteKind::ClientSetup, Some(MailState::Queued))
    );
    assert_eq!(sent.invited_by.as_deref(), Some("Olive Owner"));
}

#[tokio::test]
async fn a_mail_that_was_refused_says_why() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mailbox = world.sandbox().mailbox();
    mailbox.refuse_recipient("jane@client.example", 550, "5.1.1 No such user");
    let sent = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    world.run_jobs().await;
    let invite = owner.api.read_invite(sent.id).await.expect("reads");
    assert_eq!(invite.mail, Some(MailState::Refused));
    assert!(invite.mail_detail.is_some_and(|words| !words.is_empty()));
}

#[tokio::test]
async fn tn_03_another_partner_s_invitation_looks_like_one_that_is_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let sent = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let foreign = refused(other.api.read_invite(sent.id).await, ProblemCode::NotFound);
    let absent = refused(
        other.api.read_invite(other.partner().0.into()).await,
        ProblemCode::NotFound,
    );
    assert_eq!(
        (foreign.detail, foreign.title),
        (absent.detail.clone(), absent.title)
    );
    for odd in ["-1", "nonsense", "%00", "..%2f"] {
        let call = Call::get("read_invite", "/api/v1/invites/{id}").with(odd);
        assert_eq!(
            refused(other.api.send(call).await, ProblemCode::NotFound).detail,
            absent.detail
        );
    }
}

#[tokio::test]
async fn a_technician_and_a_stranger_read_none() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sent = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.read_invite(sent.id).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().read_invite(sent.id).await,
        ProblemCode::NotSignedIn,
    );
    let user = world.client_of(&owner, "ann@other.example").await;
    refused(user.api.read_invite(sent.id).await, ProblemCode::NotFound);
}
