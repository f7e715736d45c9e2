//! The table of mails.

use crate::context::Context;
use crate::jobs::{Job, enqueue};
use crate::refusal::Refusal;
use gangway_domain::ids::{MailId, PartnerId};
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{Mail, MailState};
use gangway_entities::finders::{OfPartner as _, change_mail, mail_of_job};
use gangway_entities::mail::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

/// Queues a mail in the caller's transaction. `subject` is the row it is about; the job reads it again.
pub async fn queue(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: Option<PartnerId>,
    message: &str,
    subject: impl Into<Uuid>,
    to: &EmailAddress,
) -> Result<MailId, Refusal> {
    let id: MailId = ctx.new_id();
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(partner.map(Into::into)),
        message: Set(message.to_owned()),
        subject_id: Set(subject.into()),
        recipient: Set(to.as_str().to_owned()),
        state: Set(state_str(MailState::Queued).to_owned()),
        detail: Set(None),
        created_at: Set(ctx.now()),
        sent_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    enqueue(
        ctx,
        tx,
        Job::MailSent { mail: id },
        partner,
        None,
        ctx.now(),
    )
    .await?;
    Ok(id)
}

/// The mail a job is about.
pub async fn load(ctx: &Context, id: MailId) -> Result<Option<Model>, Refusal> {
    Ok(mail_of_job(id.0).one(ctx.db.reader()).await?)
}

/// A partner's mail.
pub async fn of_partner(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: MailId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::one_of(partner, id).one(db).await?)
}

/// How mails fare, with the reason, by id.
pub async fn states(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, (MailState, Option<String>)>, Refusal> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::of(partner)
        .filter(Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, (state_of(&row), row.detail)))
        .collect())
}

/// Notes how a mail fares.
pub async fn note(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: MailId,
    state: MailState,
    detail: Option<String>,
) -> Result<(), Refusal> {
    let sent_at = (state == MailState::Sent).then(|| ctx.now());
    change_mail(id.0)
        .col_expr(Column::State, Expr::value(state_str(state)))
        .col_expr(Column::Detail, Expr::value(detail))
        .col_expr(Column::SentAt, Expr::value(sent_at))
        .exec(tx)
        .await?;
    Ok(())
}

/// Opens a mail again that was refused, for another try.
pub async fn reopen(ctx: &Context, tx: &DatabaseTransaction, id: MailId) -> Result<(), Refusal> {
    let row = mail_of_job(id.0).one(tx).await?;
    if row.is_some_and(|row| state_of(&row) == MailState::Refused) {
        note(ctx, tx, id, MailState::Queued, None).await?;
    }
    Ok(())
}

/// The row as it travels.
pub fn show(row: Model) -> Mail {
    let state = state_of(&row);
    let Model {
        id,
        message,
        recipient,
        detail,
        created_at,
        sent_at,
        ..
    } = row;
    Mail {
        id: MailId(id),
        to: recipient,
        message,
        state,
        detail,
        queued_at: created_at,
        sent_at,
    }
}

/// The state of a row.
pub fn state_of(row: &Model) -> MailState {
    [MailState::Sent, MailState::Retrying, MailState::Refused]
        .into_iter()
        .find(|state| state_str(*state) == row.state)
        .unwrap_or(MailState::Queued)
}

const fn state_str(state: MailState) -> &'static str {
    match state {
        MailState::Queued => "queued",
        MailState::Sent => "sent",
        MailState::Retrying => "retrying",
        MailState::Refused => "refused",
    }
}
