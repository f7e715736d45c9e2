//! AU-04, AU-06: what a password may be, and what is kept of it.

use super::password_policy::{COMPANY, accept, invited, signs_in};
use crate::support::{World, company_info, key, refused, refused_field, token_of};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ConfirmPasswordReset, ConfirmSignUp, InviteTeam, SignIn, TeamMember};

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
