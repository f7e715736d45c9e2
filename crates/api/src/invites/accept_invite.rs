//! `POST /public/v1/invites/accept` and `POST /api/v1/me/invites/accept`

use super::{link, of_invite, show, store};
use crate::context::Context;
use crate::events::record;
use crate::extract::{Device, OwnPage, SignedIn, Valid};
use crate::passwords::new_password;
use crate::people::{self, NewPerson};
use crate::places::{self, NewPlace};
use crate::refusal::{Answer, Refusal};
use crate::{clients, links, onboarding, partners, sign_in};
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, PartnerId, PersonId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{EmailAddress, PersonName};
use gangway_domain::wire::{AcceptInvite, InviteKind, Session, Token};
use gangway_entities::{invite, person};
use sea_orm::DatabaseTransaction;

/// Accepts an invitation as a new person, and signs in
///
/// Works once. Address, role, partner and client are those of the invitation. An address that has an
/// account signs in first and accepts as itself.
#[utoipa::path(tag = "Invitations", request_body = AcceptInvite,
    responses((status = 201, body = Session)), extensions(("x-public" = json!(true))))]
#[post("/public/v1/invites/accept")]
pub async fn accept_invite(
    ctx: Data<Context>,
    _own: OwnPage,
    device: Device,
    body: Valid<AcceptInvite>,
) -> Answer {
    let AcceptInvite {
        token,
        first_name,
        last_name,
        password,
    } = body.body;
    let row = link::require_open(&ctx, ctx.db.reader(), &token).await?;
    let first = PersonName::parse(&first_name).map_err(|r| Refusal::rejected("/first_name", &r))?;
    let last = PersonName::parse(&last_name).map_err(|r| Refusal::rejected("/last_name", &r))?;
    let email = EmailAddress::parse(&row.email).map_err(Refusal::internal)?;
    let partner = partners::load(ctx.db.reader(), PartnerId(row.partner_id)).await?;
    let client = match row.client_id.map(ClientId) {
        None => None,
        Some(id) => clients::brief(ctx.db.reader(), PartnerId(row.partner_id), id).await?,
    };
    let company = client.and_then(|client| client.name).unwrap_or_default();
    let own = [
        first.as_str(),
        last.as_str(),
        email.as_str(),
        &partner.name,
        &company,
    ];
    let password = new_password(&ctx, &password, &own).await?;
    if people::by_email(ctx.db.reader(), &email).await?.is_some() {
        return Err(sign_in_first());
    }
    let hash = ctx.hasher.hash(&password, ctx.chance.as_ref()).await?;
    let tx = ctx.db.begin().await?;
    // Again, now that nobody else can write: the link may have been used while the hash was made.
    let row = link::require_open(&ctx, &tx, &token).await?;
    let new = NewPerson {
        email: &email,
        first_name: first.as_str(),
        last_name: last.as_str(),
        password_hash: Some(hash),
    };
    let person = match people::create(&ctx, &tx, new).await {
        Ok(person) => person,
        // The address has got its account meanwhile: by this link or by another one.
        Err(refusal) if refusal.is_unique_violation() => {
            tx.rollback().await?;
            link::require_open(&ctx, ctx.db.reader(), &token).await?;
            return Err(sign_in_first());
        }
        Err(refusal) => return Err(refusal),
    };
    let place = join(&ctx, &tx, &row, &person).await?;
    let opened = sign_in::open(&ctx, &tx, PersonId(person.id), Some(place), device).await?;
    tx.commit().await?;
    opened.answer(&ctx, StatusCode::CREATED).await
}

/// Accepts an invitation as the signed-in person
///
/// Only with the invited address; a link never joins somebody else's account by itself.
#[utoipa::path(tag = "Invitations", request_body = Token, responses((status = 201, body = Session)))]
#[post("/api/v1/me/invites/accept")]
pub async fn accept_invite_as_me(
    ctx: Data<Context>,
    me: SignedIn,
    device: Device,
    body: Valid<Token>,
) -> Answer {
    let tx = ctx.db.begin().await?;
    let row = link::require_open(&ctx, &tx, &body.body.token).await?;
    if row.email != me.person.email {
        return Err(Refusal::new(
            ProblemCode::OtherPerson,
            "This invitation is for another address. Sign out, then open the link again.",
        ));
    }
    let place = join(&ctx, &tx, &row, &me.person).await?;
    let opened = sign_in::open(&ctx, &tx, PersonId(me.person.id), Some(place), device).await?;
    sign_in::carry_proof(&tx, &opened, me.proven_at).await?;
    tx.commit().await?;
    opened.answer(&ctx, StatusCode::CREATED).await
}

fn sign_in_first() -> Refusal {
    Refusal::new(
        ProblemCode::SignInFirst,
        "This address has an account. Sign in with it to accept the invitation.",
    )
}

/// Accepts the invitation that waits for a place, as a person who was made for it.
pub async fn accept_in_place(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    place: PlaceId,
    person: &person::Model,
) -> Result<PlaceId, Refusal> {
    let row = store::open_of_place(tx, partner, place).await?;
    join(ctx, tx, &row.ok_or_else(Refusal::not_found)?, person).await
}

/// Gives the person the invited place and uses the invitation up.
async fn join(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &invite::Model,
    person: &person::Model,
) -> Result<PlaceId, Refusal> {
    let partner = PartnerId(row.partner_id);
    let id = PersonId(person.id);
    let client = match row.client_id.map(ClientId) {
        None if store::kind_of(row) == InviteKind::ClientSetup => {
            let email = EmailAddress::parse(&row.email).map_err(Refusal::internal)?;
            let created_by = row.invited_by.map(PlaceId);
            Some(clients::begin(ctx, tx, partner, &email, created_by, id).await?)
        }
        known => known,
    };
    if !store::use_up(ctx, tx, row, id, client).await? {
        return Err(links::used());
    }
    let place = if let Some(place) = row.place_id.map(PlaceId) {
        places::bind(ctx, tx, partner, place, person).await?;
        place
    } else {
        let email = EmailAddress::parse(&person.email).map_err(Refusal::internal)?;
        let new = NewPlace {
            partner,
            client,
            person: Some(id),
            email: &email,
            first_name: Some(&person.first_name),
            last_name: Some(&person.last_name),
            role: show::role_of(row),
        };
        PlaceId(places::create(ctx, tx, new).await?.id)
    };
    let mut event = of_invite("invite.accepted", row)
        .done_by(id)
        .in_place(place);
    if let Some(client) = client {
        event = event.about(client);
        // Whoever comes in first, by the set-up's invitation or the team's, has done Credentials,
        // and is whom to turn to until somebody says otherwise.
        if onboarding::credentials_done(ctx, tx, partner, client, id).await? {
            clients::records::make_first_contact(ctx, tx, partner, client, person).await?;
        }
    }
    record(ctx, tx, event).await?;
    Ok(place)
}
