use crate::support::{World, key, password, refused, refused_field, token_of};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{
    ChangeEmail, ConfirmPasswordReset, InviteUser, RequestPasswordReset, Token,
};

const OWNER: &str = "owner@harborit.example";
const NEW: &str = "olive@new.example";

fn to(email: &str) -> ChangeEmail {
    ChangeEmail {
        email: email.to_owned(),
    }
}

async fn token(world: &World, email: &str) -> Token {
    Token {
        token: token_of(&world.mail_to(email).await),
    }
}

#[tokio::test]
async fn au_07_a_new_address_counts_once_its_link_was_used_and_the_old_one_is_told() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = RequestPasswordReset {
        email: OWNER.to_owned(),
    };
    world
        .client()
        .request_password_reset(&body, &key())
        .await
        .expect("asks");
    let reset = token(&world, OWNER).await.token;

    owner.api.change_email(&to(NEW)).await.expect("asks");
    let link = token(&world, NEW).await;
    world
        .sign_in(OWNER)
        .await
        .expect("the old one counts until then");
    refused(
        world.sign_in(NEW).await.map(drop),
        ProblemCode::WrongCredentials,
    );

    let done = world.client().confirm_email(&link).await.expect("confirms");
    assert_eq!(done.email, NEW);
    world.sign_in(NEW).await.expect("signs in");
    refused(
        world.sign_in(OWNER).await.map(drop),
        ProblemCode::WrongCredentials,
    );
    assert_eq!(owner.api.read_me().await.expect("reads").email, NEW);
    let listed = owner.api.read_user(owner.place()).await.expect("reads");
    assert_eq!(listed.value.email, NEW);
    let mail = world.mail_to(OWNER).await;
    assert_eq!(mail.subject, "Your email address was changed");
    assert!(mail.text.is_some_and(|text| text.contains(NEW)));
    assert_eq!(world.events("person.email_changed").await, 1);

    refused(
        world.client().confirm_email(&link).await,
        ProblemCode::LinkUsed,
    );
    // Whoever still reads the old mailbox does not get in by an older link.
    let body = ConfirmPasswordReset {
        token: reset,
        password: password(),
    };
    let old_link = world.client().confirm_password_reset(&body).await;
    refused(old_link, ProblemCode::LinkRevoked);
}

#[tokio::test]
async fn au_07_only_the_newest_link_works_for_a_day() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner.api.change_email(&to(NEW)).await.expect("asks");
    let first = token(&world, NEW).await;
    owner
        .api
        .change_email(&to("third@new.example"))
        .await
        .expect("asks");
    let second = token(&world, "third@new.example").await;
    refused(
        world.client().confirm_email(&first).await,
        ProblemCode::LinkRevoked,
    );
    world.advance(chrono::Duration::hours(24));
    refused(
        world.client().confirm_email(&second).await,
        ProblemCode::LinkExpired,
    );
    let made_up = Token {
        token: "x".repeat(43),
    };
    refused(
        world.client().confirm_email(&made_up).await,
        ProblemCode::NotFound,
    );
    world.sign_in(OWNER).await.expect("nothing changed");
}

#[tokio::test]
async fn au_02_an_address_with_an_account_gets_the_same_answer_and_no_link() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Pier IT").await;
    world.run_jobs().await;
    let free = owner
        .api
        .change_email(&to("free@pierit.example"))
        .await
        .expect("asks");
    let taken = owner
        .api
        .change_email(&to(&other.email))
        .await
        .expect("asks");
    let same = |text: &str, email: &str| text.replace(email, "");
    assert_eq!(
        same(&free.message, "free@pierit.example"),
        same(&taken.message, &other.email)
    );
    world.run_jobs().await;
    assert!(world.sandbox().mailbox().to(&other.email).is_empty());
    refused_field(
        owner.api.change_email(&to(OWNER)).await,
        "/email",
        "unchanged",
    );
}

#[tokio::test]
async fn au_07_an_address_that_got_an_account_or_an_invitation_meanwhile_is_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner.api.change_email(&to(NEW)).await.expect("asks");
    let link = token(&world, NEW).await;
    let invited = InviteUser {
        first_name: "Nina".to_owned(),
        last_name: "New".to_owned(),
        email: NEW.to_owned(),
        role: StaffRole::Technician.as_str().to_owned(),
    };
    owner
        .api
        .invite_user(&invited, &key())
        .await
        .expect("invites");
    refused(
        world.client().confirm_email(&link).await,
        ProblemCode::Conflict,
    );
    world.accept(NEW).await;
    refused(
        world.client().confirm_email(&link).await,
        ProblemCode::Conflict,
    );
    world.sign_in(OWNER).await.expect("nothing changed");
}
