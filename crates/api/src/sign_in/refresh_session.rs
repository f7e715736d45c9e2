//! `POST /public/v1/sessions/refresh`

use super::sessions::{self, COOKIE, GRACE};
use crate::context::Context;
use crate::db::Transaction;
use crate::events::{Event, record};
use crate::extract::{Device, OwnPage, Valid};
use crate::mail::Message;
use crate::refusal::{Answer, Refusal};
use crate::{mails, people};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, post};
use gangway_domain::ids::PersonId;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{RefreshSession, Session};
use gangway_entities::session::Model;

/// Refreshes a session
///
/// Gives a fresh access token and replaces the refresh token. A refresh token that was replaced more
/// than ten seconds ago ends the session: someone else may hold a copy.
#[utoipa::path(tag = "Sign-in", request_body = RefreshSession,
    responses((status = 200, body = Session)), extensions(("x-public" = json!(true))))]
#[post("/public/v1/sessions/refresh")]
pub async fn refresh_session(
    ctx: Data<Context>,
    _own: OwnPage,
    request: HttpRequest,
    device: Device,
    body: Valid<RefreshSession>,
) -> Answer {
    let (id, generation) = request
        .cookie(COOKIE)
        .and_then(|cookie| ctx.keys.read_refresh_token(cookie.value()))
        .ok_or_else(Refusal::not_signed_in)?;
    let tx = ctx.db.begin().await?;
    let row = sessions::lock(&ctx, &tx, id)
        .await?
        .ok_or_else(Refusal::not_signed_in)?;
    let now = ctx.now();
    let alive = row.ended_at.is_none()
        && row.expires_at > now
        && row.last_used_at + ctx.config.sessions.idle > now;
    if !alive {
        return Err(Refusal::not_signed_in());
    }
    let previous = generation + 1 == row.generation && row.rotated_at + GRACE > now;
    if generation != row.generation && !previous {
        return reused(&ctx, tx, &row).await;
    }
    let person = people::by_id(&tx, PersonId(row.person_id))
        .await?
        .ok_or_else(Refusal::not_signed_in)?;
    let place = sessions::choose_place(&tx, &person, body.body.place_id).await?;
    let opened = if previous {
        sessions::unchanged(&row, place)
    } else {
        sessions::rotate(&ctx, &tx, &row, place, device)
            .await?
            .ok_or_else(Refusal::not_signed_in)?
    };
    if body.body.place_id.is_some() && place.map(Into::into) != person.last_place_id {
        // Whoever goes to another place comes in there.
        let id = PersonId(person.id);
        let event = sessions::event(&tx, "session.opened", row.id, id, place).await?;
        record(&ctx, &tx, event).await?;
    }
    people::note_place(&ctx, &tx, PersonId(row.person_id), place).await?;
    tx.commit().await?;
    opened.answer(&ctx, StatusCode::OK).await
}

/// A replaced token came back: the family ends, it is on record, and the person is told.
async fn reused(ctx: &Context, tx: Transaction, row: &Model) -> Answer {
    sessions::end(ctx, &tx, row.id.into(), "refresh token reused").await?;
    let person = PersonId(row.person_id);
    record(
        ctx,
        &tx,
        Event::of("session.refresh_token_reused", row.id).done_by(person),
    )
    .await?;
    if let Some(known) = people::by_id(&tx, person).await? {
        let email = EmailAddress::parse(&known.email).map_err(Refusal::internal)?;
        mails::queue(ctx, &tx, None, "session_ended", person, &email).await?;
    }
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    tracing::warn!(security = "refresh_token_reused", session = %row.id, "session ended");
    Err(Refusal::not_signed_in())
}

/// What the mail after an ended session says.
pub async fn ended_message(
    ctx: &Context,
    person: PersonId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let person = people::by_id(ctx.db.reader(), person).await?;
    Ok(person.map(|person| {
        (
            Message::SessionEnded {
                first_name: person.first_name,
            },
            None,
        )
    }))
}
