//! A valid request of every public operation.

use super::cells::Cell;
use super::scene::{Identity, Scene};
use crate::support::{key, password, token_of};
use crate::texting::talk::{incoming, signature, with};
use gangway::keys::Purpose;
use gangway_api_client::Call;
use gangway_domain::wire::{ChangeEmail, HandOver, RequestPasswordReset, SendInvite, SignUp};
use serde_json::json;

pub async fn cell(scene: &Scene, id: &str, identity: &Identity, cell: Cell) -> Cell {
    let Cell {
        mut call, mut api, ..
    } = cell;
    let body = match id {
        "read_public_settings" | "read_health" | "read_readiness" => None,
        "read_widget" | "preflight_widget" => {
            let read = scene.owner.api.read_application(scene.client.client).await;
            let application = read.expect("reads");
            let origin = application
                .allowed_origins
                .first()
                .cloned()
                .expect("an origin");
            call = call
                .with(application.application_key)
                .header("origin", origin);
            None
        }
        "sign_up" => Some(json!(sign_up(scene.fresh_email()))),
        "look_up_sign_up" => Some(json!({"token": sign_up_token(scene).await})),
        "confirm_sign_up" => {
            Some(json!({"token": sign_up_token(scene).await, "password": password()}))
        }
        "sign_in_with_code" => {
            let fresh = scene.world.partner(&scene.fresh()).await;
            let app = scene.world.second_factor_of(&fresh.api).await;
            let challenge = scene.world.challenge(&fresh.email).await;
            Some(json!({"challenge": challenge, "code": app.codes[0]}))
        }
        "confirm_email" => {
            let fresh = scene.world.partner(&scene.fresh()).await;
            let email = scene.fresh_email();
            let body = ChangeEmail {
                email: email.clone(),
            };
            fresh.api.change_email(&body).await.expect("asks");
            Some(json!({"token": token_of(&scene.world.mail_to(&email).await)}))
        }
        "make_first_partner" => Some(json!({
            "token": scene.world.context().keys.first_set_up_token(), "company_name": "Fresh IT",
            "first_name": "Fay", "last_name": "Fresh", "email": scene.fresh_email(),
            "password": password()
        })),
        "sign_in" => Some(json!({"email": scene.third.email, "password": password()})),
        "refresh_session" | "sign_out" => {
            // A session of its own, since it may end; or none at all.
            api = match &identity.email {
                Some(email) => scene.world.sign_in(email).await.expect("signs in").api,
                None => scene.world.client(),
            };
            (id == "refresh_session").then(|| json!({}))
        }
        "request_password_reset" => Some(json!({"email": scene.fresh_email()})),
        "confirm_password_reset" => {
            let body = RequestPasswordReset {
                email: scene.third.email.clone(),
            };
            scene
                .world
                .client()
                .request_password_reset(&body, &key())
                .await
                .expect("asks");
            let token = token_of(&scene.world.mail_to(&scene.third.email).await);
            scene.world.run_jobs().await;
            Some(json!({"token": token, "password": password()}))
        }
        "look_up_invite" | "mark_invite_opened" | "renew_invite" => {
            Some(json!({"token": invite_token(scene, &scene.fresh_email()).await}))
        }
        "save_invite_draft" => {
            let token = invite_token(scene, &scene.fresh_email()).await;
            Some(json!({"token": token, "first_name": "Fay"}))
        }
        "accept_invite" => {
            let token = invite_token(scene, &scene.fresh_email()).await;
            let names = ("Fay", "Fresh");
            Some(
                json!({"token": token, "first_name": names.0, "last_name": names.1,
                "password": password()}),
            )
        }
        "look_up_partner_link" => Some(json!({"token": partner_link_token(scene).await})),
        "use_partner_link" => {
            let token = partner_link_token(scene).await;
            Some(json!({"token": token, "email": scene.fresh_email()}))
        }
        "receive_text" => {
            call = hook(scene, call, "messages", &[("Body", &scene.fresh())]).await;
            None
        }
        "note_status" => {
            call = hook(scene, call, "statuses", &[("MessageStatus", "sent")]).await;
            None
        }
        "look_up_handover" => {
            let (client, body) = (scene.client.client, HandOver { email: None });
            let made = scene.owner.api.hand_over_step(client, &body, &key()).await;
            let url = made.expect("hands over").url;
            Some(json!({"token": url.split_once('#').expect("a token").1}))
        }
        other => panic!("{other}: say in public_cells.rs what a valid request is"),
    };
    Cell { call, body, api }
}

/// The token of a fresh invitation by a partner to the side.
pub async fn invite_token(scene: &Scene, email: &str) -> String {
    // The owner of that partner reads no mail here, and its session may have ended.
    let third = scene.third_again().await;
    scene.world.after_quiet_hours().await;
    let body = SendInvite {
        email: email.to_owned(),
    };
    let invite = third.send_invite(&body, &key()).await.expect("invites");
    scene
        .world
        .context()
        .keys
        .link_token(Purpose::Invite, invite.id.into(), 1)
}

/// A webhook of the provider's about the first client's number.
async fn hook(scene: &Scene, call: Call, what: &str, more: &[(&str, &str)]) -> Call {
    let number = scene.owner.api.read_sms_number(scene.client.client).await;
    let number = number.expect("reads").number.expect("a number");
    let (url, mut params) = incoming(&scene.world, &number, "");
    let key = url.split('/').nth_back(1).expect("a key").to_owned();
    let url = url.replace("/messages", &format!("/{what}"));
    if what == "statuses" {
        params = with(&params, "From", &number);
    }
    for (name, value) in more {
        params = with(&params, name, value);
    }
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&params)
        .finish();
    call.with(key)
        .text(form)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-twilio-signature", signature(&scene.world, &url, &params))
}

async fn partner_link_token(scene: &Scene) -> String {
    let link = scene
        .third_again()
        .await
        .make_partner_link(&key())
        .await
        .expect("makes");
    scene
        .world
        .context()
        .keys
        .link_token(Purpose::PartnerLink, link.id.into(), 1)
}

fn sign_up(email: String) -> SignUp {
    SignUp {
        company_name: "Fresh IT".to_owned(),
        first_name: "Fay".to_owned(),
        last_name: "Fresh".to_owned(),
        email,
        it_glue_address: None,
    }
}

async fn sign_up_token(scene: &Scene) -> String {
    let email = scene.fresh_email();
    let body = sign_up(email.clone());
    scene
        .world
        .client()
        .sign_up(&body, &key())
        .await
        .expect("signs up");
    token_of(&scene.world.mail_to(&email).await)
}
