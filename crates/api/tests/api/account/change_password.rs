use crate::support::{World, key, password, refused, refused_field, token_of};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ChangePassword, ConfirmPasswordReset, RequestPasswordReset, SignIn};

const OWNER: &str = "owner@harborit.example";
const NEW: &str = "seven quiet herons wade";

fn to(password: &str) -> ChangePassword {
    ChangePassword {
        password: password.to_owned(),
    }
}

#[tokio::test]
async fn au_07_a_new_password_counts_at_once_and_signs_out_everywhere_else() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let elsewhere = world.sign_in(OWNER).await.expect("signs in");
    let body = RequestPasswordReset {
        email: OWNER.to_owned(),
    };
    world
        .client()
        .request_password_reset(&body, &key())
        .await
        .expect("asks");
    let reset = token_of(&world.mail_to(OWNER).await);

    owner.api.change_password(&to(NEW)).await.expect("changes");
    owner.api.read_me().await.expect("stays signed in here");
    refused(elsewhere.api.read_me().await, ProblemCode::NotSignedIn);
    assert_eq!(
        world.mail_to(OWNER).await.subject,
        "Your password was changed"
    );
    assert_eq!(world.events("person.password_changed").await, 1);
    refused(
        world.sign_in(OWNER).await.map(drop),
        ProblemCode::WrongCredentials,
    );
    let body = SignIn {
        email: OWNER.to_owned(),
        password: NEW.to_owned(),
    };
    world
        .client()
        .sign_in(&body)
        .await
        .expect("with the new one");
    let body = ConfirmPasswordReset {
        token: reset,
        password: password(),
    };
    let old_link = world.client().confirm_password_reset(&body).await;
    refused(old_link, ProblemCode::LinkRevoked);
}

#[tokio::test]
async fn au_04_a_new_password_keeps_the_policy() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (wrong, code) in [
        ("short", "too_short"),
        ("passwordpassword", "common_password"),
        ("olive owner harbor it", "own_name"),
        (&*"x".repeat(5_000), "too_long"),
    ] {
        refused_field(
            owner.api.change_password(&to(wrong)).await,
            "/password",
            code,
        );
    }
    world.sign_in(OWNER).await.expect("with the old one");
}

#[tokio::test]
async fn au_04_a_password_that_was_stolen_elsewhere_is_refused_wherever_one_is_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("stolen.txt");
    // As a password, and as the SHA-1 of "ten striped badgers dig" the way such lists are shipped.
    let hash = gangway::keys::hex(
        ring::digest::digest(
            &ring::digest::SHA1_FOR_LEGACY_USE_ONLY,
            b"ten striped badgers dig",
        )
        .as_ref(),
    );
    std::fs::write(&list, format!("{NEW}\n{}:42\n", hash.to_uppercase())).expect("writes");
    let list = list.display().to_string();
    let world = World::start_with(&[("GANGWAY_PASSWORD_BLOCKLIST", &list)]).await;
    let owner = world.partner("Harbor IT").await;
    for stolen in [NEW, "ten striped badgers dig"] {
        let words = refused_field(
            owner.api.change_password(&to(stolen)).await,
            "/password",
            "leaked_password",
        );
        assert!(
            words.contains("stolen elsewhere") && words.contains("Choose another"),
            "{words}"
        );
    }
    let body = RequestPasswordReset {
        email: OWNER.to_owned(),
    };
    world
        .client()
        .request_password_reset(&body, &key())
        .await
        .expect("asks");
    let mut body = ConfirmPasswordReset {
        token: token_of(&world.mail_to(OWNER).await),
        password: NEW.to_owned(),
    };
    let api = world.client();
    refused_field(
        api.confirm_password_reset(&body).await,
        "/password",
        "leaked_password",
    );
    let sign_up = crate::sign_in::sign_up_of("Second IT", "jane@second.example");
    api.sign_up(&sign_up, &key()).await.expect("signs up");
    let confirm = gangway_domain::wire::ConfirmSignUp {
        token: token_of(&world.mail_to("jane@second.example").await),
        password: NEW.to_owned(),
    };
    refused_field(
        api.confirm_sign_up(&confirm, &key()).await,
        "/password",
        "leaked_password",
    );
    let invite = gangway_domain::wire::SendInvite {
        email: "cleo@client.example".to_owned(),
    };
    owner
        .api
        .send_invite(&invite, &key())
        .await
        .expect("invites");
    let accept = gangway_domain::wire::AcceptInvite {
        token: token_of(&world.mail_to("cleo@client.example").await),
        first_name: "Cleo".to_owned(),
        last_name: "Comer".to_owned(),
        password: NEW.to_owned(),
    };
    refused_field(
        api.accept_invite(&accept, &key()).await,
        "/password",
        "leaked_password",
    );
    body.password = "nine paper kites rising".to_owned();
    api.confirm_password_reset(&body)
        .await
        .expect("any other one is fine");
}
