//! `POST /api/v1/invites`

use super::by_caller;
use super::show::show_one;
use super::store::{self, NewInvite};
use crate::answer::Kept;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Caller, CreateClients, May, Valid};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::places::{self, NewPlace};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::roles::{ClientRole, Role};
use gangway_domain::values::{EmailAddress, PersonName};
use gangway_domain::wire::{Invite, InviteKind, NewAdministrator, SendInvite};
use sea_orm::DatabaseTransaction;

/// Invites a new client by email
///
/// Exactly one address; it gets a welcome email whose button is "Set Up Company".
#[utoipa::path(tag = "Invitations", request_body = SendInvite, responses((status = 201, body = Invite)),
    extensions(("x-scope" = json!("clients:create")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/invites")]
pub async fn send_invite(
    ctx: Data<Context>,
    may: May<CreateClients>,
    key: IdempotencyKey,
    body: Valid<SendInvite>,
) -> Answer {
    let caller = may.0;
    let email =
        EmailAddress::parse(&body.body.email).map_err(|r| Refusal::rejected("/email", &r))?;
    let request = Request {
        principal: caller.principal(),
        operation: "send_invite",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        let new = NewInvite {
            partner: caller.partner,
            kind: InviteKind::ClientSetup,
            email: &email,
            role: Role::Client(ClientRole::CompanyAdministrator),
            client: None,
            place: None,
            invited_by: Some(caller.place_id),
            partner_link: None,
        };
        let row = store::create(&ctx, tx, new).await?;
        record(&ctx, tx, by_caller("invite.sent", &row, &caller)).await?;
        let location = format!("/api/v1/invites/{}", row.id);
        Kept::created(location, &show_one(&ctx, tx, row).await?)
    })
    .await
}

/// Invites the first user of a client that was created by hand.
pub async fn invite_administrator(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
    administrator: &NewAdministrator,
) -> Result<(), Refusal> {
    let at = |field: &str| format!("/administrator/{field}");
    let NewAdministrator {
        first_name,
        last_name,
        email,
    } = administrator;
    let first =
        PersonName::parse(first_name).map_err(|r| Refusal::rejected(&at("first_name"), &r))?;
    let last = PersonName::parse(last_name).map_err(|r| Refusal::rejected(&at("last_name"), &r))?;
    let email = EmailAddress::parse(email).map_err(|r| Refusal::rejected(&at("email"), &r))?;
    let role = Role::Client(ClientRole::CompanyAdministrator);
    let place = NewPlace {
        partner: caller.partner,
        client: Some(client),
        person: None,
        email: &email,
        first_name: Some(first.as_str()),
        last_name: Some(last.as_str()),
        role,
    };
    let place = places::create(ctx, tx, place).await?;
    let invite = NewInvite {
        partner: caller.partner,
        kind: InviteKind::ClientSetup,
        email: &email,
        role,
        client: Some(client),
        place: Some(PlaceId(place.id)),
        invited_by: Some(caller.place_id),
        partner_link: None,
    };
    let row = store::create(ctx, tx, invite).await?;
    store::note_names(tx, &row, Some(first.into()), Some(last.into())).await?;
    record(ctx, tx, by_caller("invite.sent", &row, caller)).await
}
