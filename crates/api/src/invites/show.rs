//! Invitations as they travel.

use super::store::kind_of;
use crate::context::Context;
use crate::refusal::Refusal;
use crate::{clients, mails, onboarding, places};
use gangway_domain::ids::{ClientId, InviteId, PartnerId};
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::{ClientBrief, Invite, InviteKind, InviteStatus};
use gangway_domain::wizard::Step;
use gangway_entities::invite::Model;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// Shows a list, with a fixed number of queries whatever its length.
pub async fn show_all(
    ctx: &Context,
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: Vec<Model>,
) -> Result<Vec<Invite>, Refusal> {
    let mails = mails::states(
        db,
        partner,
        rows.iter().filter_map(|row| row.mail_id).collect(),
    )
    .await?;
    let client_ids: Vec<ClientId> = rows
        .iter()
        .filter_map(|row| row.client_id)
        .map(ClientId)
        .collect();
    let clients = clients::briefs(db, partner, &client_ids).await?;
    let steps = onboarding::next_steps(db, partner, &client_ids).await?;
    let names = places::names(
        db,
        partner,
        rows.iter().filter_map(|row| row.invited_by).collect(),
    )
    .await?;
    let known = Known {
        mails,
        clients,
        steps,
        names,
    };
    Ok(rows.into_iter().map(|row| show(ctx, &known, row)).collect())
}

/// Shows one.
pub async fn show_one(
    ctx: &Context,
    db: &impl ConnectionTrait,
    row: Model,
) -> Result<Invite, Refusal> {
    let partner = PartnerId(row.partner_id);
    let mut shown = show_all(ctx, db, partner, vec![row]).await?;
    shown.pop().ok_or_else(Refusal::not_found)
}

struct Known {
    mails: HashMap<Uuid, (gangway_domain::wire::MailState, Option<String>)>,
    clients: HashMap<ClientId, ClientBrief>,
    steps: HashMap<ClientId, Option<Step>>,
    names: HashMap<Uuid, String>,
}

fn show(ctx: &Context, known: &Known, row: Model) -> Invite {
    let client = row.client_id.map(ClientId);
    let step = client.and_then(|id| known.steps.get(&id).copied().flatten());
    let status = status(ctx, &row, step);
    let mail = row.mail_id.and_then(|id| known.mails.get(&id).cloned());
    let accepted_setup = row.accepted_at.is_some() && kind_of(&row) == InviteKind::ClientSetup;
    Invite {
        id: InviteId(row.id),
        kind: kind_of(&row),
        role: role_of(&row),
        status,
        step: step.filter(|_| accepted_setup),
        mail: mail.as_ref().map(|(state, _)| *state),
        mail_detail: mail.and_then(|(_, detail)| detail),
        client: client.and_then(|id| known.clients.get(&id).cloned()),
        invited_by: row.invited_by.and_then(|id| known.names.get(&id).cloned()),
        email: row.email,
        created_at: row.created_at,
        sent_at: row.sent_at,
        expires_at: row.expires_at,
        opened_at: row.opened_at,
        accepted_at: row.accepted_at,
        revoked_at: row.revoked_at,
    }
}

fn status(ctx: &Context, row: &Model, step: Option<Step>) -> InviteStatus {
    let setup = kind_of(row) == InviteKind::ClientSetup;
    if row.accepted_at.is_some() {
        if setup && step.is_some() {
            InviteStatus::Accepted
        } else {
            InviteStatus::Done
        }
    } else if row.revoked_at.is_some() {
        InviteStatus::Revoked
    } else if row.expires_at <= ctx.now() {
        InviteStatus::Expired
    } else if row.opened_at.is_some() {
        InviteStatus::Opened
    } else {
        InviteStatus::Sent
    }
}

/// The role an invitation gives.
pub fn role_of(row: &Model) -> Role {
    match kind_of(row) {
        InviteKind::Staff => {
            Role::Staff(StaffRole::parse(&row.role).unwrap_or(StaffRole::Technician))
        }
        InviteKind::ClientSetup | InviteKind::ClientUser => {
            Role::Client(ClientRole::parse(&row.role).unwrap_or(ClientRole::PortalUser))
        }
    }
}
