//! What the page of a shareable link calls.

use super::store;
use crate::answer::{Kept, ok};
use crate::context::Context;
use crate::events::record;
use crate::extract::Valid;
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::invites::of_invite;
use crate::invites::{NewInvite, create};
use crate::limits::{self, CallerAddress};
use crate::refusal::{Answer, Refusal};
use crate::{links, partners};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{PartnerId, PartnerLinkId};
use gangway_domain::roles::{ClientRole, Role};
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{
    Accepted, InviteKind, LinkState, PartnerLinkPage, Token, UsePartnerLink,
};

/// Looks up whose shareable link this is; changes nothing
#[utoipa::path(tag = "Invitations", request_body = Token,
    responses((status = 200, body = PartnerLinkPage)), extensions(("x-public" = json!(true))))]
#[post("/public/v1/partner-links/look-up")]
pub async fn look_up_partner_link(ctx: Data<Context>, body: Valid<Token>) -> Answer {
    let db = ctx.db.reader();
    let row = store::find(db, &body.body.token).await?;
    if row.revoked_at.is_some() {
        return ok(&PartnerLinkPage {
            state: LinkState::Revoked,
            contact: None,
        });
    }
    let partner = partners::load(db, PartnerId(row.partner_id)).await?;
    ok(&PartnerLinkPage {
        state: LinkState::Open,
        contact: Some(partners::contact(&partner)),
    })
}

/// Asks for a personal link through a partner's shareable one
///
/// The personal link is mailed, so that the address is proven. It belongs to the link's partner,
/// whatever else is sent.
#[utoipa::path(tag = "Invitations", request_body = UsePartnerLink,
    responses((status = 202, body = Accepted)),
    extensions(("x-public" = json!(true)), ("x-idempotent" = json!(true))))]
#[post("/public/v1/partner-links/use")]
pub async fn use_partner_link(
    ctx: Data<Context>,
    caller: CallerAddress,
    key: IdempotencyKey,
    body: Valid<UsePartnerLink>,
) -> Answer {
    let email =
        EmailAddress::parse(&body.body.email).map_err(|r| Refusal::rejected("/email", &r))?;
    let request = Request {
        principal: format!("public {email}"),
        operation: "use_partner_link",
        key: &key,
        body_hash: &body.hash,
    };
    limits::mail_asked_from(&ctx, &caller).await?;
    once(&ctx, request, async |tx| {
        let row = store::find(tx, &body.body.token).await?;
        if row.revoked_at.is_some() {
            return Err(links::revoked());
        }
        let partner = PartnerId(row.partner_id);
        let new = NewInvite {
            partner,
            kind: InviteKind::ClientSetup,
            email: &email,
            role: Role::Client(ClientRole::CompanyAdministrator),
            client: None,
            place: None,
            invited_by: None,
            partner_link: Some(PartnerLinkId(row.id)),
        };
        let invite = create(&ctx, tx, new).await?;
        store::count_use(tx, &row).await?;
        record(&ctx, tx, of_invite("invite.sent", &invite)).await?;
        Kept::accepted(
            None,
            &Accepted {
                message: "Your personal link is on its way. Look in your mailbox.".to_owned(),
            },
        )
    })
    .await
}
