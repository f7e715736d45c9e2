//! AU-04: `people/passwords.json` wherever a password is chosen.

use super::{sign_in_call, sign_up_of};
use crate::support::{Staff, World, corpora, key, password};
use gangway::keys::Purpose;
use gangway_api_client::{Client, Failure};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    AcceptInvite, ConfirmPasswordReset, ConfirmSignUp, RequestPasswordReset, SendInvite,
};

/// The company of the corpus, which no password may be made of.
pub const COMPANY: &str = "Acme Widgets Ltd";
const JANE: &str = "jane.doe@example.com";

struct Case {
    password: String,
    ok: bool,
    why: String,
}

fn cases() -> Vec<Case> {
    let Some(corpus) = corpora::json("people/passwords.json") else {
        return Vec::new();
    };
    let text = |case: &serde_json::Value, name: &str| case[name].as_str().expect("text").to_owned();
    let read = |case: &serde_json::Value| Case {
        password: text(case, "password"),
        ok: case["single_factor_ok"].as_bool().expect("a verdict"),
        why: text(case, "why"),
    };
    corpus["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .map(read)
        .collect()
}

/// The verdict, and for a refusal that it names the field.
fn verdict<T: std::fmt::Debug>(answer: Result<T, Failure>, case: &Case, place: &str) {
    let (why, ok) = (&case.why, case.ok);
    match answer {
        Ok(_) => assert!(ok, "{place}: {why} was taken"),
        Err(failure) => {
            assert!(!ok, "{place}: {why} was refused: {failure:?}");
            assert!(
                failure.is(ProblemCode::InvalidFields),
                "{place}: {why}: {failure:?}"
            );
            assert_eq!(
                failure.field_errors()[0].pointer,
                "/password",
                "{place}: {why}"
            );
        }
    }
}

pub async fn signs_in(world: &World, email: &str, password: &str) -> bool {
    let call = sign_in_call(email, password);
    world
        .client()
        .exchange(&call, None)
        .await
        .expect("an answer")
        .status
        == 201
}

#[tokio::test]
async fn au_04_sign_up_gives_every_password_its_verdict() {
    let world = World::start().await;
    for (number, case) in cases().iter().enumerate() {
        world.after_quiet_hours().await;
        // The address is Jane's where the case is about it, else one of its own.
        let email = if case.ok {
            format!("jane{number}@example.com")
        } else {
            JANE.to_owned()
        };
        let body = sign_up_of(COMPANY, &email);
        world
            .client()
            .sign_up(&body, &key())
            .await
            .expect("signs up");
        let token = world.newest_token(Purpose::SignUp).await;
        let body = ConfirmSignUp {
            token,
            password: case.password.clone(),
        };
        verdict(
            world.client().confirm_sign_up(&body, &key()).await,
            case,
            "sign-up",
        );
        if case.ok {
            assert!(
                signs_in(&world, &email, &case.password).await,
                "{}",
                case.why
            );
            let hash = world.person(&email).await.password_hash.expect("a hash");
            assert!(
                hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
                "{hash}"
            );
        }
        world.advance(chrono::Duration::seconds(1));
    }
    assert!(
        !world
            .everything_stored()
            .await
            .contains("every little pigeon runs")
    );
}

#[tokio::test]
async fn au_04_an_invitation_gives_every_password_its_verdict() {
    let world = World::start().await;
    let owner = world.partner(COMPANY).await;
    for (number, case) in cases().iter().enumerate() {
        world.after_quiet_hours().await;
        let email = if case.ok {
            format!("jane{number}@example.com")
        } else {
            JANE.to_owned()
        };
        let token = invited(&world, &owner, &email).await;
        verdict(
            accept(&world.client(), token, &case.password).await,
            case,
            "invitation",
        );
        if case.ok {
            assert!(
                signs_in(&world, &email, &case.password).await,
                "{}",
                case.why
            );
        }
        world.advance(chrono::Duration::seconds(1));
    }
}

pub async fn invited(world: &World, owner: &Staff, email: &str) -> String {
    let body = SendInvite {
        email: email.to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    world.newest_token(Purpose::Invite).await
}

pub async fn accept(api: &Client, token: String, password: &str) -> Result<(), Failure> {
    let body = AcceptInvite {
        token,
        first_name: "Jane".to_owned(),
        last_name: "Doe".to_owned(),
        password: password.to_owned(),
    };
    api.accept_invite(&body, &key()).await.map(|_| ())
}

#[tokio::test]
async fn au_04_a_reset_gives_every_password_its_verdict() {
    let world = World::start().await;
    let owner = world.partner(COMPANY).await;
    let token = invited(&world, &owner, JANE).await;
    accept(&world.client(), token, &password())
        .await
        .expect("accepts");
    for case in &cases() {
        world.after_quiet_hours().await;
        let body = RequestPasswordReset {
            email: JANE.to_owned(),
        };
        world
            .client()
            .request_password_reset(&body, &key())
            .await
            .expect("asks");
        let token = world.newest_token(Purpose::PasswordReset).await;
        let body = ConfirmPasswordReset {
            token,
            password: case.password.clone(),
        };
        verdict(
            world.client().confirm_password_reset(&body).await,
            case,
            "reset",
        );
        if case.ok {
            assert!(signs_in(&world, JANE, &case.password).await, "{}", case.why);
        }
        world.advance(chrono::Duration::seconds(1));
    }
}
