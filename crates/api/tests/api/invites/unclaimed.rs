//! IN-08, IN-09: who an invitation is for is shown by its mailed link, and by nothing else.

use super::{accepting, invited};
use crate::sign_in::sign_up_of;
use crate::support::{Staff, World, key, password, refused, token_of};
use gangway_api_client::Client;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{
    ConfirmPasswordReset, ConfirmSignUp, InviteUser, Me, RequestPasswordReset, SignUp, Token,
    UserState,
};

const NED: &str = "ned@harbor.example";

/// Someone of the staff who was invited and has not come yet.
async fn invited_staff(world: &World, owner: &Staff) -> Token {
    let body = InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: NED.to_owned(),
        role: "manager".to_owned(),
    };
    owner.api.invite_user(&body, &key()).await.expect("invites");
    Token {
        token: token_of(&world.mail_to(NED).await),
    }
}

/// Whether the invited place is still nobody's.
async fn is_unclaimed(owner: &Staff) -> bool {
    let users = owner
        .api
        .list_users(gangway_api_client::List::first())
        .await;
    let users = users.expect("lists").data;
    let ned = users.iter().find(|user| user.email == NED).expect("Ned");
    ned.state == UserState::Invited
}

async fn signed_up(world: &World, body: &SignUp) -> Token {
    world
        .client()
        .sign_up(body, &key())
        .await
        .expect("signs up");
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to(&body.email);
    let link = mails
        .iter()
        .find(|mail| mail.links.iter().any(|link| link.contains("/sign-up")));
    Token {
        token: token_of(link.expect("a mail")),
    }
}

async fn confirmed(world: &World, token: &Token, password: &str) -> (Client, Me) {
    let api = world.client();
    let body = ConfirmSignUp {
        token: token.token.clone(),
        password: password.to_owned(),
    };
    let session = api.confirm_sign_up(&body, &key()).await.expect("confirms");
    (api, session.session().expect("no code").me)
}

#[tokio::test]
async fn in_08_signing_in_does_not_claim_an_invited_place() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = invited_staff(&world, &owner).await;
    let answer = world.sign_in(NED).await.map(|staff| staff.email);
    refused(answer, ProblemCode::WrongCredentials);
    assert!(is_unclaimed(&owner).await);
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
    assert!(!is_unclaimed(&owner).await);
}

#[tokio::test]
async fn in_08_a_password_reset_does_not_claim_an_invited_place() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invitation = invited_staff(&world, &owner).await;
    let body = RequestPasswordReset {
        email: NED.to_owned(),
    };
    world
        .client()
        .request_password_reset(&body, &key())
        .await
        .expect("answers alike");
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to(NED);
    assert_eq!(mails.len(), 1, "the invitation only");
    // Nor does the invitation's link set a password by the way of resets.
    let body = ConfirmPasswordReset {
        token: invitation.token,
        password: password(),
    };
    let answer = world.client().confirm_password_reset(&body).await;
    refused(answer, ProblemCode::NotFound);
    assert!(is_unclaimed(&owner).await);
}

#[tokio::test]
async fn in_08_a_sign_up_with_the_invited_address_does_not_claim_the_place() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invitation = invited_staff(&world, &owner).await;
    let sign_up = signed_up(&world, &sign_up_of("Ned's own", NED)).await;
    let (api, me) = confirmed(&world, &sign_up, &password()).await;
    let at: Vec<&str> = me
        .places
        .iter()
        .map(|place| place.partner.name.as_str())
        .collect();
    assert_eq!(at, ["Ned's own"]);
    assert!(is_unclaimed(&owner).await);
    // The mailed link does, for the same person.
    let session = api.accept_invite_as_me(&invitation).await.expect("accepts");
    assert_eq!(session.me.places.len(), 2);
    assert!(!is_unclaimed(&owner).await);
}

#[tokio::test]
async fn in_08_a_client_s_invitation_is_not_claimed_by_a_sign_up_either() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    let sign_up = signed_up(&world, &sign_up_of("Jane IT", "jane@client.example")).await;
    let (_, me) = confirmed(&world, &sign_up, &password()).await;
    assert_eq!(me.places.len(), 1);
    let after = owner.api.read_invite(invite.id).await.expect("reads");
    assert_eq!(after.status, invite.status, "as open as before");
    assert!(after.accepted_at.is_none());
}

/// Whoever registers another's address before they are invited has neither an account nor a way in.
#[tokio::test]
async fn in_09_who_registered_the_address_before_gains_nothing_when_the_invitation_comes() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let attacker = world.client();
    let body = sign_up_of("Evil IT", NED);
    attacker
        .sign_up(&body, &key())
        .await
        .expect("answers alike");
    assert_eq!(world.rows("people").await, 1, "the owner alone");
    world.mail_to(NED).await;
    let token = invited_staff(&world, &owner).await;
    // The attacker tries what an account would give, before and after the victim comes.
    refused(attacker.read_me().await, ProblemCode::NotSignedIn);
    let answer = world.sign_in(NED).await.map(|staff| staff.email);
    refused(answer, ProblemCode::WrongCredentials);
    let (victim, me) = {
        let api = world.client();
        let session = api
            .accept_invite(&accepting(&token), &key())
            .await
            .expect("accepts");
        (api, session.me)
    };
    let place = me.place().expect("a place");
    assert_eq!(place.partner.id, owner.partner());
    assert_eq!(
        place.role,
        gangway_domain::roles::Role::Staff(StaffRole::Manager)
    );
    assert_eq!(me.places.len(), 1, "nothing of the attacker's");
    refused(attacker.read_me().await, ProblemCode::NotSignedIn);
    // The link of the attacker's sign-up reaches the victim alone, and then asks for their password.
    let sign_up = signed_up(&world, &body).await;
    let wrong = ConfirmSignUp {
        token: sign_up.token,
        password: "a password of the attacker".to_owned(),
    };
    let answer = attacker.confirm_sign_up(&wrong, &key()).await;
    refused(
        answer.map(|opened| opened.session().map(|session| session.me.id)),
        ProblemCode::WrongCredentials,
    );
    assert_eq!(victim.read_me().await.expect("reads").places.len(), 1);
}
