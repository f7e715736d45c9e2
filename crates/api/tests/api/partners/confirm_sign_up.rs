use crate::sign_in::sign_up_of;
use crate::support::{World, key, password, refused, refused_field, token_of};
use chrono::Duration;
use gangway::keys::Purpose;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::{ConfirmSignUp, Token};

const JANE: &str = "jane@acme.example";

/// Signs up and gives the token of the mailed link.
async fn link(world: &World, company: &str, email: &str) -> String {
    world
        .client()
        .sign_up(&sign_up_of(company, email), &key())
        .await
        .expect("signs up");
    token_of(&world.mail_to(email).await)
}

fn with(token: &str) -> ConfirmSignUp {
    ConfirmSignUp {
        token: token.to_owned(),
        password: password(),
    }
}

#[tokio::test]
async fn a01_the_mailed_link_makes_the_partner_and_its_first_administrator() {
    let world = World::start().await;
    let token = link(&world, "Acme IT", JANE).await;
    let api = world.client();
    let session = api
        .confirm_sign_up(&with(&token), &key())
        .await
        .expect("confirms");
    let session = session.session().expect("no code is wanted");
    let place = session.me.place().expect("a place");
    assert_eq!(place.role, Role::Staff(StaffRole::Owner));
    assert_eq!(place.partner.name, "Acme IT");
    let partner = api.read_partner().await.expect("reads").value;
    assert_eq!(partner.support_name.as_deref(), Some("Jane Doe"));
    assert_eq!(partner.reply_to.as_deref(), Some(JANE));
    world.sign_in(JANE).await.expect("signs in");
    assert_eq!(world.events("partner.created").await, 1);
}

#[tokio::test]
async fn a_link_works_once_and_for_a_day() {
    let world = World::start().await;
    let token = link(&world, "Acme IT", JANE).await;
    let late = link(&world, "Late IT", "late@late.example").await;
    let api = world.client();
    api.confirm_sign_up(&with(&token), &key())
        .await
        .expect("confirms");
    refused(
        api.confirm_sign_up(&with(&token), &key()).await,
        ProblemCode::LinkUsed,
    );
    refused(
        api.look_up_sign_up(&Token { token }).await,
        ProblemCode::LinkUsed,
    );
    world.advance(Duration::hours(24));
    refused(
        api.confirm_sign_up(&with(&late), &key()).await,
        ProblemCode::LinkExpired,
    );
    refused(
        api.look_up_sign_up(&Token { token: late }).await,
        ProblemCode::LinkExpired,
    );
    refused(
        api.confirm_sign_up(&with("x"), &key()).await,
        ProblemCode::NotFound,
    );
    assert_eq!(world.rows("partners").await, 1);
}

#[tokio::test]
async fn a_double_click_makes_one_partner() {
    let world = World::start().await;
    let token = link(&world, "Acme IT", JANE).await;
    let (one, other) = (world.client(), world.client());
    let (body, key) = (with(&token), key());
    let answers = tokio::join!(
        one.confirm_sign_up(&body, &key),
        other.confirm_sign_up(&body, &key)
    );
    assert!(answers.0.is_ok() != answers.1.is_ok(), "{answers:?}");
    assert_eq!(
        (world.rows("partners").await, world.rows("people").await),
        (1, 1)
    );
}

#[tokio::test]
async fn looking_a_link_up_changes_nothing() {
    let world = World::start().await;
    let token = link(&world, "Acme IT", JANE).await;
    let before = world.tables().await;
    for _ in 0..3 {
        let body = Token {
            token: token.clone(),
        };
        world.client().look_up_sign_up(&body).await.expect("opens");
    }
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn who_has_an_account_confirms_with_its_password_and_has_two_places() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = link(&world, "Second IT", &owner.email).await;
    let api = world.client();
    let look_up = Token {
        token: token.clone(),
    };
    assert!(
        api.look_up_sign_up(&look_up)
            .await
            .expect("opens")
            .has_account
    );
    let wrong = ConfirmSignUp {
        token: token.clone(),
        password: "not my password at all".to_owned(),
    };
    refused(
        api.confirm_sign_up(&wrong, &key()).await,
        ProblemCode::WrongCredentials,
    );
    let session = api
        .confirm_sign_up(&with(&token), &key())
        .await
        .expect("confirms");
    let session = session.session().expect("no code is wanted");
    assert_eq!(session.me.places.len(), 2);
    assert_eq!(
        session.me.place().expect("a place").partner.name,
        "Second IT"
    );
    assert_eq!(
        session.me.first_name, "Olive",
        "the name of the account stays"
    );
}

#[tokio::test]
async fn two_links_of_one_new_person_used_at_once_end_in_no_fault() {
    let world = World::start().await;
    let (a, b) = (
        link(&world, "Acme IT", JANE).await,
        link(&world, "Beta IT", JANE).await,
    );
    let api = world.client();
    let (one, other) = (with(&a), with(&b));
    let (k1, k2) = (key(), key());
    let answers = tokio::join!(
        api.confirm_sign_up(&one, &k1),
        api.confirm_sign_up(&other, &k2)
    );
    assert!(answers.0.is_ok() || answers.1.is_ok(), "{answers:?}");
    let (loser, answer) = if answers.0.is_ok() {
        (&other, answers.1)
    } else {
        (&one, answers.0)
    };
    if answer.is_err() {
        refused(answer, ProblemCode::Conflict);
        api.confirm_sign_up(loser, &key())
            .await
            .expect("the link is still good");
    }
    assert_eq!(
        (world.rows("partners").await, world.rows("people").await),
        (2, 1)
    );
}

#[tokio::test]
async fn a_guessable_password_is_refused_and_the_link_stays_good() {
    let world = World::start().await;
    let token = link(&world, "Acme Widgets Ltd", JANE).await;
    let api = world.client();
    let own = ConfirmSignUp {
        token: token.clone(),
        password: "Acme Widgets Ltd 1".to_owned(),
    };
    refused_field(
        api.confirm_sign_up(&own, &key()).await,
        "/password",
        "own_name",
    );
    api.confirm_sign_up(&with(&token), &key())
        .await
        .expect("confirms");
}

#[tokio::test]
async fn a03_a_link_mailed_before_sign_up_was_closed_makes_no_partner() {
    let world = World::start_with(&[("GANGWAY_SIGN_UP", "closed")]).await;
    let token = world
        .context()
        .keys
        .link_token(Purpose::SignUp, uuid::Uuid::from_u128(7), 1);
    let api = world.client();
    refused(
        api.confirm_sign_up(&with(&token), &key()).await,
        ProblemCode::SignUpClosed,
    );
    refused(
        api.look_up_sign_up(&Token { token }).await,
        ProblemCode::SignUpClosed,
    );
}
