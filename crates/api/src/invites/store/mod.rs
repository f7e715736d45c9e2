//! The table of invitations: making, renewing, using up and taking back. Finding is in [`find`].

mod find;

pub use find::{any, newest_of_places, open_of_place, require, require_to_act, visible};

use crate::context::Context;
use crate::keys::Purpose;
use crate::refusal::Refusal;
use crate::{limits, links, mails};
use gangway_domain::ids::{ClientId, InviteId, PartnerId, PartnerLinkId, PersonId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::Role;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::InviteKind;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::invite::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// An invitation to be.
pub struct NewInvite<'a> {
    /// The partner.
    pub partner: PartnerId,
    /// What it is for.
    pub kind: InviteKind,
    /// The one address.
    pub email: &'a EmailAddress,
    /// The role it gives.
    pub role: Role,
    /// The client, where there is one already.
    pub client: Option<ClientId>,
    /// The place that waits for the person.
    pub place: Option<PlaceId>,
    /// Who invites; none for a partner link.
    pub invited_by: Option<PlaceId>,
    /// The partner link it came from.
    pub partner_link: Option<PartnerLinkId>,
}

/// Makes an invitation, its first link and its mail.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    new: NewInvite<'_>,
) -> Result<Model, Refusal> {
    match new.partner_link {
        Some(_) => limits::mail_by_link(ctx, tx, new.partner, new.email).await?,
        None => {
            limits::mail_by_partner(ctx, tx, new.partner, new.invited_by, new.email).await?;
        }
    }
    let now = ctx.now();
    let id: InviteId = ctx.new_id();
    let mail = mails::queue(
        ctx,
        tx,
        Some(new.partner),
        message_name(new.kind),
        id,
        new.email,
    )
    .await?;
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(new.partner.0),
        kind: Set(kind_str(new.kind).to_owned()),
        email: Set(new.email.as_str().to_owned()),
        role: Set(new.role.as_str().to_owned()),
        client_id: Set(new.client.map(Into::into)),
        place_id: Set(new.place.map(Into::into)),
        invited_by: Set(new.invited_by.map(Into::into)),
        partner_link_id: Set(new.partner_link.map(Into::into)),
        generation: Set(1),
        first_name: Set(None),
        last_name: Set(None),
        mail_id: Set(Some(mail.0)),
        created_at: Set(now),
        sent_at: Set(now),
        expires_at: Set(now + ctx.config.links.invite),
        opened_at: Set(None),
        accepted_at: Set(None),
        accepted_by: Set(None),
        revoked_at: Set(None),
    };
    let row = Entity::insert(row).exec_with_returning(tx).await?;
    links::issue(ctx, tx, Purpose::Invite, row.id, row.generation).await?;
    Ok(row)
}

/// Makes a new link and mails it; the older link is dead from then on. Staff that sends a staff
/// invitation again vouches for it in place of its inviter.
pub async fn renew(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    by: Option<PlaceId>,
) -> Result<(), Refusal> {
    if row.accepted_at.is_some() {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This invitation has been accepted.",
        ));
    }
    if row.revoked_at.is_some() {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This invitation was taken back. Send a new one.",
        ));
    }
    let partner = PartnerId(row.partner_id);
    let email = EmailAddress::parse(&row.email).map_err(Refusal::internal)?;
    let kind = kind_of(row);
    limits::mail_by_partner(ctx, tx, partner, by, &email).await?;
    let mail = mails::queue(ctx, tx, Some(partner), message_name(kind), row.id, &email).await?;
    let now = ctx.now();
    let generation = row.generation + 1;
    let inviter = match (kind, by) {
        (InviteKind::Staff, Some(by)) => Some(by.0),
        _ => row.invited_by,
    };
    let moved = Entity::change(partner, row.id)
        .col_expr(Column::Generation, Expr::value(generation))
        .col_expr(Column::SentAt, Expr::value(now))
        .col_expr(
            Column::ExpiresAt,
            Expr::value(now + ctx.config.links.invite),
        )
        .col_expr(Column::MailId, Expr::value(mail.0))
        .col_expr(Column::InvitedBy, Expr::value(inviter))
        .filter(Column::Generation.eq(row.generation))
        .filter(open_still())
        .exec(tx)
        .await?;
    if moved.rows_affected == 0 {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This invitation changed meanwhile. Reload.",
        ));
    }
    links::issue(ctx, tx, Purpose::Invite, row.id, generation).await
}

/// Uses an invitation up. False when it was used, renewed or taken back meanwhile.
pub async fn use_up(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    person: PersonId,
    client: Option<ClientId>,
) -> Result<bool, Refusal> {
    let used = Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::AcceptedAt, Expr::value(ctx.now()))
        .col_expr(Column::AcceptedBy, Expr::value(person.0))
        .col_expr(Column::ClientId, Expr::value(client.map(Uuid::from)))
        .filter(Column::Generation.eq(row.generation))
        .filter(open_still())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Takes an invitation back. False when it was used meanwhile.
pub async fn revoke(ctx: &Context, tx: &DatabaseTransaction, row: &Model) -> Result<bool, Refusal> {
    let taken = Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::RevokedAt, Expr::value(ctx.now()))
        .filter(open_still())
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Takes back whatever invitations wait for a place.
pub async fn revoke_of_place(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    place: PlaceId,
) -> Result<(), Refusal> {
    for row in Entity::of(partner)
        .filter(Column::PlaceId.eq(place.0))
        .filter(open_still())
        .all(tx)
        .await?
    {
        revoke(ctx, tx, &row).await?;
    }
    Ok(())
}

/// Renews the invitation that waits for a place if it has expired. False when none has.
pub async fn renew_expired_of_place(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    place: PlaceId,
    by: PlaceId,
) -> Result<bool, Refusal> {
    let newest = Entity::of(partner)
        .filter(Column::PlaceId.eq(place.0))
        .filter(open_still())
        .order_by_desc(Column::CreatedAt)
        .one(tx)
        .await?;
    match newest.filter(|row| row.expires_at <= ctx.now()) {
        None => Ok(false),
        Some(row) => renew(ctx, tx, &row, Some(by)).await.map(|()| true),
    }
}

/// Notes that the invited person began.
pub async fn note_opened(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
) -> Result<(), Refusal> {
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::OpenedAt, Expr::value(ctx.now()))
        .filter(Column::OpenedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Keeps the names typed so far; absent leaves as it is.
pub async fn note_names(
    tx: &DatabaseTransaction,
    row: &Model,
    first: Option<String>,
    last: Option<String>,
) -> Result<(), Refusal> {
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(
            Column::FirstName,
            Expr::value(first.or_else(|| row.first_name.clone())),
        )
        .col_expr(
            Column::LastName,
            Expr::value(last.or_else(|| row.last_name.clone())),
        )
        .exec(tx)
        .await?;
    Ok(())
}

fn open_still() -> Condition {
    Condition::all()
        .add(Column::AcceptedAt.is_null())
        .add(Column::RevokedAt.is_null())
}

/// The kind as stored.
pub const fn kind_str(kind: InviteKind) -> &'static str {
    match kind {
        InviteKind::ClientSetup => "client_setup",
        InviteKind::Staff => "staff",
        InviteKind::ClientUser => "client_user",
    }
}

/// The kind of a row.
pub fn kind_of(row: &Model) -> InviteKind {
    [InviteKind::Staff, InviteKind::ClientUser]
        .into_iter()
        .find(|kind| kind_str(*kind) == row.kind)
        .unwrap_or(InviteKind::ClientSetup)
}

const fn message_name(kind: InviteKind) -> &'static str {
    match kind {
        InviteKind::ClientSetup => "welcome",
        InviteKind::Staff => "staff_invite",
        InviteKind::ClientUser => "team_invite",
    }
}
