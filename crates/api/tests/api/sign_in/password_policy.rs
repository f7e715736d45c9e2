//! AU-04: `people/passwords.json` wherever a password is chosen.

use super::{sign_in_call, sign_up_of};
use crate::support::{
    Staff, World, company_info, corpora, key, password, refused, refused_field, token_of,
};
use gangway::keys::Purpose;
use gangway_api_client::{Client, Failure};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    AcceptInvite, ConfirmPasswordReset, ConfirmSignUp, InviteTeam, RequestPasswordReset,
    SendInvite, SignIn, TeamMember,
};

/// The company of the corpus, which no password may be made of.
const COMPANY: &str = "Acme Widgets Ltd";
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

async fn signs_in(world: &World, email: &str, password: &str) -> bool {
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

async fn invited(world: &World, owner: &Staff, email: &str) -> String {
    let body = SendInvite {
        email: email.to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    world.newest_token(Purpose::Invite).await
}

async fn accept(api: &Client, token: String, password: &str) -> Result<(), Failure> {
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

#[tokio::test]
async fn au_04_nothing_of_a_password_is_cut_off_folded_or_trimmed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let past_72 = format!("{}{}", "ab cd ef gh ".repeat(6), "past byte 72");
    let other_past_72 = format!("{}{}", "ab cd ef gh ".repeat(6), "past byte 7_");
    let long = "q7".repeat(64);
    let pairs = [
        (past_72, other_past_72),
        (format!("{}8", &long[..127]), long.clone()),
        (
            "every little pigeon runs".to_owned(),
            "Every little pigeon runs".to_owned(),
        ),
        (
            "  leading and trailing  ".to_owned(),
            "leading and trailing".to_owned(),
        ),
    ];
    for (number, (right, wrong)) in pairs.into_iter().enumerate() {
        let email = format!("casey{number}@client.example");
        let token = invited(&world, &owner, &email).await;
        accept(&world.client(), token, &right)
            .await
            .expect("accepts");
        assert!(!signs_in(&world, &email, &wrong).await, "{wrong}");
        assert!(signs_in(&world, &email, &right).await, "{right}");
        world.advance(chrono::Duration::seconds(1));
    }
    let email = "casey@client.example";
    let token = invited(&world, &owner, email).await;
    accept(&world.client(), token, "caf\u{e9} caf\u{e9} caf\u{e9} x")
        .await
        .expect("accepts");
    assert!(
        signs_in(&world, email, "cafe\u{301} cafe\u{301} cafe\u{301} x").await,
        "one spelling"
    );
}

#[tokio::test]
async fn au_06_a_password_of_5000_characters_is_refused_before_hashing_wherever_one_is_chosen() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = invited(&world, &owner, "jane@client.example").await;
    let api = world.client();
    let started = std::time::Instant::now();
    refused(
        accept(&api, token, &"x".repeat(5_000)).await,
        ProblemCode::InvalidFields,
    );
    let reset = ConfirmPasswordReset {
        token: "x".to_owned(),
        password: "x".repeat(5_000),
    };
    refused(
        api.confirm_password_reset(&reset).await,
        ProblemCode::InvalidFields,
    );
    let confirm = ConfirmSignUp {
        token: "x".to_owned(),
        password: "x".repeat(5_000),
    };
    refused(
        api.confirm_sign_up(&confirm, &key()).await,
        ProblemCode::InvalidFields,
    );
    let sign_in = SignIn {
        email: owner.email.clone(),
        password: "x".repeat(5_000),
    };
    refused(api.sign_in(&sign_in).await, ProblemCode::InvalidFields);
    assert!(
        started.elapsed().as_millis() < 4 * 50,
        "{:?}",
        started.elapsed()
    );
}

#[tokio::test]
async fn au_04_a_colleague_may_not_choose_the_name_of_their_company() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let company = company_info(COMPANY);
    jane.api
        .submit_company_info(jane.client, &company, &key())
        .await
        .expect("submits");
    let team = InviteTeam {
        members: vec![TeamMember {
            email: "casey@client.example".to_owned(),
        }],
    };
    jane.api
        .invite_client_users(jane.client, &team, &key())
        .await
        .expect("invites");
    let token = token_of(&world.mail_to("casey@client.example").await);
    let own = accept(&world.client(), token, "Acme Widgets Ltd 1").await;
    refused_field(own, "/password", "own_name");
}
