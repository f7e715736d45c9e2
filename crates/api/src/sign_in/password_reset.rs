//! `POST /public/v1/password-resets` and `/confirm`

use super::sessions;
use crate::account::own_words;
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::Valid;
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::keys::Purpose;
use crate::limits::{self, CallerAddress};
use crate::mail::Message;
use crate::passwords::new_password;
use crate::refusal::{Answer, Refusal};
use crate::{links, mails, people};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::TimeDelta;
use gangway_domain::ids::{LinkId, PersonId};
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{Accepted, ConfirmPasswordReset, RequestPasswordReset};
use gangway_entities::finders::OfNobody;
use gangway_entities::password_reset::{ActiveModel, Column, Entity, Model};
use gangway_entities::person;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// Asks for a link to set a new password
///
/// The same answer whether or not the address is known. Only the newest link works, for an hour.
#[utoipa::path(tag = "Sign-in", request_body = RequestPasswordReset,
    responses((status = 202, body = Accepted)),
    extensions(("x-public" = json!(true)), ("x-idempotent" = json!(true))))]
#[post("/public/v1/password-resets")]
pub async fn request_password_reset(
    ctx: Data<Context>,
    caller: CallerAddress,
    key: IdempotencyKey,
    body: Valid<RequestPasswordReset>,
) -> Answer {
    let email =
        EmailAddress::parse(&body.body.email).map_err(|r| Refusal::rejected("/email", &r))?;
    let request = Request {
        principal: format!("public {email}"),
        operation: "request_password_reset",
        key: &key,
        body_hash: &body.hash,
    };
    limits::mail_asked_from(&ctx, &caller).await?;
    // Only a known address makes a link and a mail.
    ctx.hasher.take_time().await?;
    once(&ctx, request, async |tx| {
        limits::mail_asked_by_stranger(&ctx, tx, &email).await?;
        if let Some(person) = people::by_email(tx, &email).await? {
            let reset = make(&ctx, tx, &person, ctx.config.links.password_reset).await?;
            mails::queue(&ctx, tx, None, "password_reset", reset, &email).await?;
            record(&ctx, tx, Event::of("password_reset.requested", person.id)).await?;
        }
        Kept::accepted(
            None,
            &Accepted {
                message:
                    "If that address has an account, a link to set a new password is on its way."
                        .to_owned(),
            },
        )
    })
    .await
}

/// Sets a new password with the mailed link
///
/// Ends every session of the person; sign in with the new password afterwards. The device is known from
/// then on, so that its sign-in is not held up by tries of strangers.
#[utoipa::path(tag = "Sign-in", request_body = ConfirmPasswordReset, responses((status = 204)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/password-resets/confirm")]
pub async fn confirm_password_reset(
    ctx: Data<Context>,
    body: Valid<ConfirmPasswordReset>,
) -> Answer {
    let ConfirmPasswordReset { token, password } = body.body;
    let (reset, person) = find(&ctx, &token).await?;
    let own = own_words(&ctx, &person).await?;
    let password = new_password(&ctx, &password, &own).await?;
    let hash = ctx.hasher.hash(&password, ctx.chance.as_ref()).await?;
    let tx = ctx.db.begin().await?;
    if !use_up(&ctx, &tx, reset.id.into()).await? {
        return Err(links::used());
    }
    let id = PersonId(person.id);
    people::set_password(&ctx, &tx, id, hash).await?;
    sessions::end_all(&ctx, &tx, id, "password changed").await?;
    let email = EmailAddress::parse(&person.email).map_err(Refusal::internal)?;
    mails::queue(&ctx, &tx, None, "password_changed", id, &email).await?;
    record(
        &ctx,
        &tx,
        Event::of("person.password_changed", id).done_by(id),
    )
    .await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(HttpResponse::NoContent()
        .cookie(limits::device_cookie(&ctx, id))
        .finish())
}

/// Takes back every reset of a person that was not used.
pub async fn revoke_resets(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::RevokedAt, Expr::value(ctx.now()))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Makes a reset and kills the older ones of the person.
async fn make(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: &person::Model,
    lasts: TimeDelta,
) -> Result<LinkId, Refusal> {
    let now = ctx.now();
    revoke_resets(ctx, tx, PersonId(person.id)).await?;
    let id: LinkId = ctx.new_id();
    let row = ActiveModel {
        id: Set(id.0),
        person_id: Set(person.id),
        created_at: Set(now),
        expires_at: Set(now + lasts),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    links::issue(ctx, tx, Purpose::PasswordReset, id.0, 1).await?;
    Ok(id)
}

/// A link for a person the operator made, to choose the first password with.
pub async fn operator_link(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: &person::Model,
) -> Result<(LinkId, String), Refusal> {
    let id = make(ctx, tx, person, ctx.config.links.invite).await?;
    Ok((id, links::address(ctx, Purpose::PasswordReset, id.0, 1)))
}

async fn find(ctx: &Context, token: &str) -> Result<(Model, person::Model), Refusal> {
    let db = ctx.db.reader();
    let opened = links::open(db, Purpose::PasswordReset, token).await?;
    let reset = by_id(ctx, opened.subject.into())
        .await?
        .ok_or_else(links::unknown)?;
    if reset.used_at.is_some() {
        return Err(links::used());
    }
    if reset.revoked_at.is_some() {
        return Err(links::revoked());
    }
    if reset.expires_at <= ctx.now() {
        return Err(links::expired());
    }
    let person = people::by_id(db, PersonId(reset.person_id))
        .await?
        .ok_or_else(links::unknown)?;
    Ok((reset, person))
}

async fn by_id(ctx: &Context, id: LinkId) -> Result<Option<Model>, Refusal> {
    Ok(Entity::all()
        .filter(Column::Id.eq(id.0))
        .one(ctx.db.reader())
        .await?)
}

/// Uses a reset up; false when it was used meanwhile.
async fn use_up(ctx: &Context, tx: &DatabaseTransaction, id: LinkId) -> Result<bool, Refusal> {
    let used = Entity::change_all()
        .col_expr(Column::UsedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// What the mail says; none when the link was taken back or used meanwhile.
pub async fn reset_message(
    ctx: &Context,
    id: LinkId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let Some(reset) = by_id(ctx, id).await? else {
        return Ok(None);
    };
    if reset.used_at.is_some() || reset.revoked_at.is_some() {
        return Ok(None);
    }
    let person = people::by_id(ctx.db.reader(), PersonId(reset.person_id)).await?;
    Ok(person.map(|person| {
        let name = format!("{} {}", person.first_name, person.last_name);
        let message = Message::PasswordReset {
            first_name: person.first_name,
            link: links::address(ctx, Purpose::PasswordReset, id.0, 1),
            expires_at: reset.expires_at,
        };
        (message, Some(name))
    }))
}

/// What the mail says when strangers try passwords.
pub async fn guessing_message(
    ctx: &Context,
    person: PersonId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let person = people::by_id(ctx.db.reader(), person).await?;
    Ok(person.map(|person| {
        let first_name = person.first_name;
        (Message::PasswordGuessing { first_name }, None)
    }))
}

/// What the mail after a change says.
pub async fn changed_message(
    ctx: &Context,
    person: PersonId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let person = people::by_id(ctx.db.reader(), person).await?;
    Ok(person.map(|person| {
        (
            Message::PasswordChanged {
                first_name: person.first_name,
            },
            None,
        )
    }))
}
