//! What the database keeps of links and sessions.

use super::{accepting, invited, to};
use crate::support::{World, company_info, key, token_of};
use gangway::keys::Purpose;
use gangway_domain::wire::{HandOver, RequestPasswordReset, SignUp, Token, UsePartnerLink};
use std::collections::HashSet;

#[tokio::test]
async fn in_01_nothing_in_the_database_opens_anything() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let after = |url: &str| url.split_once('#').expect("a token").1.to_owned();
    let mut secrets = Vec::new();

    let open = owner
        .api
        .send_invite(&to("open@client.example"), &key())
        .await
        .expect("invites");
    let copied = owner.api.copy_invite_link(open.id).await.expect("copies");
    secrets.push(after(&copied.url));
    owner
        .api
        .resend_invite(open.id, &key())
        .await
        .expect("resends");
    let shared = owner.api.make_partner_link(&key()).await.expect("makes");
    secrets.push(after(shared.url.as_deref().expect("an address")));
    let using = UsePartnerLink {
        token: secrets[1].clone(),
        email: "by@link.example".to_owned(),
    };
    world
        .client()
        .use_partner_link(&using, &key())
        .await
        .expect("uses");

    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let jane = world.client();
    let session = jane
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
    let client = session
        .me
        .place()
        .and_then(|place| place.client.clone())
        .expect("a client")
        .id;
    jane.submit_company_info(client, &company_info("Acme"), &key())
        .await
        .expect("submits");
    let hand_over = HandOver {
        email: Some("dev@web.example".to_owned()),
    };
    let handed = jane
        .hand_over_step(client, &hand_over, &key())
        .await
        .expect("hands over");
    secrets.push(after(&handed.url));
    secrets.push(session.access_token);
    let cookie = crate::sign_in::refresh_cookie(&jane);
    secrets.push(cookie.split_once('=').expect("a value").1.to_owned());

    let reset = RequestPasswordReset {
        email: "jane@client.example".to_owned(),
    };
    world
        .client()
        .request_password_reset(&reset, &key())
        .await
        .expect("asks");
    let sign_up = SignUp {
        company_name: "New IT".to_owned(),
        first_name: "Nia".to_owned(),
        last_name: "New".to_owned(),
        email: "nia@new.example".to_owned(),
        it_glue_address: None,
    };
    world
        .client()
        .sign_up(&sign_up, &key())
        .await
        .expect("signs up");
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().all();
    let mailed = mails
        .iter()
        .filter(|mail| mail.links.iter().any(|link| link.contains('#')));
    secrets.extend(mailed.map(token_of));
    assert!(secrets.len() >= 10, "{} secrets", secrets.len());

    let stored = world.everything_stored().await;
    for secret in &secrets {
        assert!(secret.len() >= 43, "{secret}");
        assert!(
            !stored.contains(secret.as_str()),
            "{secret} is in the database"
        );
    }
    assert!(!stored.contains(&crate::support::password()));
}

#[tokio::test]
async fn in_01_ten_thousand_tokens_are_all_different_and_256_bits_long() {
    let world = World::start().await;
    let ctx = world.context();
    let mut seen = HashSet::new();
    for number in 0..10_000 {
        let id = ctx.new_id();
        let purpose = if number % 2 == 0 {
            Purpose::Invite
        } else {
            Purpose::Handover
        };
        let token = ctx.keys.link_token(purpose, id, 1);
        assert_eq!(token.len(), 43);
        assert!(seen.insert(token));
        assert!(
            seen.insert(ctx.keys.link_token(purpose, id, 2)),
            "each generation has its own"
        );
    }
}

#[tokio::test]
async fn in_06_removing_and_inviting_again_gives_a_new_token_and_the_old_one_stays_dead() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = gangway_domain::wire::InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: "manager".to_owned(),
    };
    let user = owner.api.invite_user(&body, &key()).await.expect("invites");
    let old = Token {
        token: token_of(&world.mail_to("ned@harbor.example").await),
    };
    owner.api.deactivate_user(user.id).await.expect("removes");
    let again = owner
        .api
        .invite_user(&body, &key())
        .await
        .expect("invites again");
    assert_eq!(again.id, user.id, "the same place");
    let new = Token {
        token: token_of(&world.mail_to("ned@harbor.example").await),
    };
    assert_ne!(old, new);
    let answer = world.client().accept_invite(&accepting(&old), &key()).await;
    crate::support::refused(answer, gangway_domain::problem::ProblemCode::LinkRevoked);
    world
        .client()
        .accept_invite(&accepting(&new), &key())
        .await
        .expect("accepts");
}
