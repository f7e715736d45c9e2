//! What the page of an invitation's link calls before the form is submitted.

use super::{link, of_invite, show, store};
use crate::answer::{Kept, nothing, ok};
use crate::context::Context;
use crate::events::record;
use crate::extract::Valid;
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use crate::{clients, links, partners, people};
use actix_web::web::Data;
use actix_web::{patch, post};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{Accepted, InviteLink, LinkState, SaveInviteDraft, Token};

/// Looks up what an invitation's link is for; changes nothing
///
/// A link that no longer works tells its state and nothing about who was invited or by whom.
#[utoipa::path(tag = "Invitations", request_body = Token, responses((status = 200, body = InviteLink)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/invites/look-up")]
pub async fn look_up_invite(ctx: Data<Context>, body: Valid<Token>) -> Answer {
    let db = ctx.db.reader();
    let (row, state) = link::find(&ctx, db, &body.body.token).await?;
    let closed = InviteLink {
        state,
        kind: store::kind_of(&row),
        email: None,
        role: show::role_of(&row),
        client_name: None,
        first_name: None,
        last_name: None,
        has_account: false,
        contact: None,
    };
    if state != LinkState::Open {
        return ok(&closed);
    }
    let id = PartnerId(row.partner_id);
    let partner = partners::load(db, id).await?;
    let email = EmailAddress::parse(&row.email).map_err(Refusal::internal)?;
    let person = people::by_email(db, &email).await?;
    let client = match row.client_id {
        None => None,
        Some(client) => clients::brief(db, id, ClientId(client)).await?,
    };
    ok(&InviteLink {
        email: Some(row.email),
        client_name: client.and_then(|client| client.name),
        first_name: row.first_name,
        last_name: row.last_name,
        has_account: person.is_some(),
        contact: Some(partners::contact(&partner)),
        ..closed
    })
}

/// Notes that the invited person began: called at the first keystroke, never at load
#[utoipa::path(tag = "Invitations", request_body = Token, responses((status = 204)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/invites/opened")]
pub async fn mark_invite_opened(ctx: Data<Context>, body: Valid<Token>) -> Answer {
    let row = link::require_open(&ctx, ctx.db.reader(), &body.body.token).await?;
    let tx = ctx.db.begin().await?;
    if row.opened_at.is_none() {
        store::note_opened(&ctx, &tx, &row).await?;
        record(&ctx, &tx, of_invite("invite.opened", &row)).await?;
    }
    tx.commit().await?;
    nothing()
}

/// Saves the names typed on an invitation's page
#[utoipa::path(tag = "Invitations", request_body = SaveInviteDraft, responses((status = 204)),
    extensions(("x-public" = json!(true))))]
#[patch("/public/v1/invites/draft")]
pub async fn save_invite_draft(ctx: Data<Context>, body: Valid<SaveInviteDraft>) -> Answer {
    let SaveInviteDraft {
        token,
        first_name,
        last_name,
    } = body.body;
    for (pointer, text) in [("/first_name", &first_name), ("/last_name", &last_name)] {
        if text.as_ref().is_some_and(|text| text.contains('\0')) {
            return Err(Refusal::field(
                pointer,
                "invalid_text",
                "Remove the characters that cannot be shown.",
            ));
        }
    }
    let tx = ctx.db.begin().await?;
    let row = link::require_open(&ctx, &tx, &token).await?;
    store::note_names(&tx, &row, first_name, last_name).await?;
    store::note_opened(&ctx, &tx, &row).await?;
    record(&ctx, &tx, of_invite("invite.names_saved", &row)).await?;
    tx.commit().await?;
    nothing()
}

/// Mails a new link in place of an expired one, to the same address
#[utoipa::path(tag = "Invitations", request_body = Token, responses((status = 202, body = Accepted)),
    extensions(("x-public" = json!(true)), ("x-idempotent" = json!(true))))]
#[post("/public/v1/invites/renew")]
pub async fn renew_invite(ctx: Data<Context>, key: IdempotencyKey, body: Valid<Token>) -> Answer {
    let request = Request {
        principal: "public".to_owned(),
        operation: "renew_invite",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        match link::find(&ctx, tx, &body.body.token).await? {
            (row, LinkState::Expired) => {
                store::renew(&ctx, tx, &row, None).await?;
                record(&ctx, tx, of_invite("invite.renewed", &row)).await?;
            }
            (_, LinkState::Used) => return Err(links::used()),
            (_, LinkState::Revoked) => return Err(links::revoked()),
            // The link works: nothing to renew, and no second mail.
            (_, LinkState::Open) => {}
        }
        Kept::accepted(
            None,
            &Accepted {
                message: "A new link is on its way to the address of the invitation.".to_owned(),
            },
        )
    })
    .await
}
