//! The table of set-ups.

use super::Standing;
use crate::context::Context;
use crate::db::insert_all;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::{ClientState, Draft};
use gangway_domain::wizard::{Progress, Step, StepState};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::onboarding::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect as _, QueryTrait as _,
};
use std::collections::HashMap;

/// A set-up as it is stored.
pub struct SetUp {
    /// How far it is.
    pub standing: Standing,
    /// What was typed and not yet submitted.
    pub draft: Draft,
    /// When the last field was saved.
    pub draft_saved_at: Option<DateTime<Utc>>,
}

/// Begins the set-up of a client made in this transaction.
pub async fn begin(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    progress: Progress,
) -> Result<(), Refusal> {
    let row = begun(ctx, partner, client, progress);
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Begins the set-ups of up to a thousand clients made in this transaction.
pub async fn begin_all(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    clients: &[ClientId],
    progress: Progress,
) -> Result<(), Refusal> {
    let rows = clients
        .iter()
        .map(|client| begun(ctx, partner, *client, progress));
    Ok(insert_all(tx, rows.collect()).await?)
}

fn begun(ctx: &Context, partner: PartnerId, client: ClientId, progress: Progress) -> ActiveModel {
    let Progress {
        credentials,
        company_info,
        enable_sms,
        enable_application,
        invite_team,
    } = progress;
    let state = |state| Set(state_str(state).to_owned());
    ActiveModel {
        client_id: Set(client.0),
        partner_id: Set(partner.0),
        credentials: state(credentials),
        company_info: state(company_info),
        enable_sms: state(enable_sms),
        enable_application: state(enable_application),
        invite_team: state(invite_team),
        draft: Set("{}".to_owned()),
        draft_saved_at: Set(None),
        finished_at: Set(None),
        updated_at: Set(ctx.now()),
    }
}

/// A client's set-up.
pub async fn read(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<SetUp, Refusal> {
    let row = Entity::one_of(partner, client)
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)?;
    set_up(row)
}

/// A client's set-up, held until the transaction ends, so that changes follow one another.
pub async fn hold(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<SetUp, Refusal> {
    let row = Entity::one_of(partner, client)
        .lock_exclusive()
        .one(tx)
        .await?;
    set_up(row.ok_or_else(Refusal::not_found)?)
}

/// How far a client's set-up is.
pub async fn progress(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Progress, Refusal> {
    Ok(read(db, partner, client).await?.standing.progress)
}

/// How far the set-ups of these clients are.
pub async fn standings(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, Standing>, Refusal> {
    if clients.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = clients.iter().map(|id| id.0);
    let rows = Entity::of(partner)
        .filter(Column::ClientId.is_in(ids))
        .all(db)
        .await?;
    Ok(rows
        .iter()
        .map(|row| (ClientId(row.client_id), standing(row)))
        .collect())
}

/// The step each of these clients has reached; none for those that are through.
pub async fn next_steps(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, Option<Step>>, Refusal> {
    let standings = standings(db, partner, clients).await?;
    Ok(standings
        .into_iter()
        .map(|(id, standing)| (id, standing.step()))
        .collect())
}

/// A subquery for the ids of the partner's clients that are this far; the same as
/// [`Standing::state`].
pub fn clients_that_are(partner: PartnerId, state: ClientState) -> SelectStatement {
    let done = state_str(StepState::Done);
    let rows = Entity::of(partner).select_only().column(Column::ClientId);
    match state {
        ClientState::Active => rows.filter(Column::FinishedAt.is_not_null()),
        ClientState::SettingUp => rows
            .filter(Column::FinishedAt.is_null())
            .filter(Column::Credentials.eq(done)),
        ClientState::Invited | ClientState::NotInvited => rows
            .filter(Column::FinishedAt.is_null())
            .filter(Column::Credentials.ne(done)),
    }
    .into_query()
}

/// A subquery for the ids of the partner's clients with a step that is settled, or a draft.
pub fn clients_that_began(partner: PartnerId) -> SelectStatement {
    let began = Step::ALL
        .into_iter()
        .map(|step| column(step).ne(state_str(StepState::Todo)))
        .fold(Condition::any(), Condition::add);
    Entity::of(partner)
        .select_only()
        .column(Column::ClientId)
        .filter(began.add(Column::DraftSavedAt.is_not_null()))
        .into_query()
}

/// Writes how far a held set-up is now.
pub async fn move_on(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    standing: &Standing,
) -> Result<(), Refusal> {
    let Standing {
        progress,
        finished_at,
    } = standing;
    let mut change = Entity::change(partner, client)
        .col_expr(Column::FinishedAt, Expr::value(*finished_at))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()));
    for step in Step::ALL {
        change = change.col_expr(column(step), Expr::value(state_str(progress.of(step))));
    }
    change.exec(tx).await?;
    Ok(())
}

/// Writes the draft of a held set-up; `saved` when a person typed in it just now.
pub async fn write_draft(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    draft: &str,
    saved: bool,
) -> Result<(), Refusal> {
    let mut change = Entity::change(partner, client).col_expr(Column::Draft, Expr::value(draft));
    if saved {
        change = change.col_expr(Column::DraftSavedAt, Expr::value(ctx.now()));
    }
    change.exec(tx).await?;
    Ok(())
}

fn set_up(row: Model) -> Result<SetUp, Refusal> {
    Ok(SetUp {
        standing: standing(&row),
        draft: serde_json::from_str(&row.draft).map_err(Refusal::internal)?,
        draft_saved_at: row.draft_saved_at,
    })
}

fn standing(row: &Model) -> Standing {
    let Model {
        client_id: _,
        partner_id: _,
        credentials,
        company_info,
        enable_sms,
        enable_application,
        invite_team,
        draft: _,
        draft_saved_at: _,
        finished_at,
        updated_at: _,
    } = row;
    let steps = [
        credentials,
        company_info,
        enable_sms,
        enable_application,
        invite_team,
    ];
    standing_of(steps, *finished_at)
}

/// How far a set-up is, from its steps' states as stored, in the order of the steps.
pub fn standing_of(steps: [&String; 5], finished_at: Option<DateTime<Utc>>) -> Standing {
    let [
        credentials,
        company_info,
        enable_sms,
        enable_application,
        invite_team,
    ] = steps.map(|state| state_of(state));
    let progress = Progress {
        credentials,
        company_info,
        enable_sms,
        enable_application,
        invite_team,
    };
    Standing {
        progress,
        finished_at,
    }
}

const fn column(step: Step) -> Column {
    match step {
        Step::Credentials => Column::Credentials,
        Step::CompanyInfo => Column::CompanyInfo,
        Step::EnableSms => Column::EnableSms,
        Step::EnableApplication => Column::EnableApplication,
        Step::InviteTeam => Column::InviteTeam,
    }
}

const fn state_str(state: StepState) -> &'static str {
    match state {
        StepState::Todo => "todo",
        StepState::Done => "done",
        StepState::Skipped => "skipped",
    }
}

fn state_of(text: &str) -> StepState {
    [StepState::Done, StepState::Skipped]
        .into_iter()
        .find(|state| state_str(*state) == text)
        .unwrap_or_default()
}
