//! The tables of looks at web sites, one a client, and of the application's calls, one an origin.

use super::calls::Call;
use super::judge::Judged;
use super::show::finding_str;
use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, InstallationCheckId, PartnerId};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::installation_call::{self as calls, Entity as Calls};
use gangway_entities::installation_check::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder as _,
};

/// The newest look at a client's web site.
pub async fn newest(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Option<Model>, Refusal> {
    let of_client = Entity::of(partner).filter(Column::ClientId.eq(client.0));
    Ok(of_client.one(db).await?)
}

/// The look of a job, unless it was done or a newer one took its place.
pub async fn waiting(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    check: InstallationCheckId,
) -> Result<Option<Model>, Refusal> {
    let waiting = Entity::one_of(partner, check).filter(Column::Finding.is_null());
    Ok(waiting.one(db).await?)
}

/// Asks for a look at a page, in place of any before.
pub async fn ask(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    page: &str,
) -> Result<Model, Refusal> {
    let row = Model {
        partner_id: partner.0,
        client_id: client.0,
        id: ctx.new_id::<InstallationCheckId>().0,
        page: page.to_owned(),
        finding: None,
        detail: None,
        directives: String::new(),
        has_tag_manager: false,
        asked_at: ctx.now(),
        checked_at: None,
    };
    let in_place = OnConflict::columns([Column::PartnerId, Column::ClientId])
        .update_columns([
            Column::Id,
            Column::Page,
            Column::Finding,
            Column::Detail,
            Column::Directives,
            Column::HasTagManager,
            Column::AskedAt,
            Column::CheckedAt,
        ])
        .to_owned();
    Entity::insert(all_set(row.clone()))
        .on_conflict(in_place)
        .exec_without_returning(tx)
        .await?;
    Ok(row)
}

fn all_set(row: Model) -> ActiveModel {
    let Model {
        partner_id,
        client_id,
        id,
        page,
        finding,
        detail,
        directives,
        has_tag_manager,
        asked_at,
        checked_at,
    } = row;
    ActiveModel {
        partner_id: Set(partner_id),
        client_id: Set(client_id),
        id: Set(id),
        page: Set(page),
        finding: Set(finding),
        detail: Set(detail),
        directives: Set(directives),
        has_tag_manager: Set(has_tag_manager),
        asked_at: Set(asked_at),
        checked_at: Set(checked_at),
    }
}

/// Writes what was found. False when it was written already or a newer look took its place.
pub async fn finish(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    check: InstallationCheckId,
    judged: &Judged,
) -> Result<bool, Refusal> {
    let Judged {
        finding,
        detail,
        directives,
        has_tag_manager,
    } = judged;
    let done = Entity::change(partner, check)
        .filter(Column::Finding.is_null())
        .col_expr(Column::Finding, Expr::value(finding_str(*finding)))
        .col_expr(Column::Detail, Expr::value(detail.as_str()))
        .col_expr(Column::Directives, Expr::value(directives.join("\n")))
        .col_expr(Column::HasTagManager, Expr::value(*has_tag_manager))
        .col_expr(Column::CheckedAt, Expr::value(ctx.now()))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// The calls of a client's application, the newest first.
pub async fn calls(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<calls::Model>, Refusal> {
    let of_client = Calls::of(partner).filter(calls::Column::ClientId.eq(client.0));
    Ok(of_client
        .order_by_desc(calls::Column::LastAt)
        .order_by_asc(calls::Column::Origin)
        .all(db)
        .await?)
}

/// What is noted of the calls on a site.
pub async fn call(db: &impl ConnectionTrait, call: &Call) -> Result<Option<calls::Model>, Refusal> {
    let of_client = Calls::one_of(call.partner, call.client);
    let of_site = of_client.filter(calls::Column::Origin.eq(call.site.as_str()));
    Ok(of_site.one(db).await?)
}

/// Notes the first call on a site. False when another one was first.
pub async fn note_first(tx: &DatabaseTransaction, call: &Call) -> Result<bool, Refusal> {
    let row = calls::ActiveModel {
        partner_id: Set(call.partner.0),
        client_id: Set(call.client.0),
        origin: Set(call.site.as_str().to_owned()),
        first_at: Set(call.at),
        last_at: Set(call.at),
    };
    let columns = [
        calls::Column::PartnerId,
        calls::Column::ClientId,
        calls::Column::Origin,
    ];
    let made = Calls::insert(row)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(made > 0)
}

/// Notes a further call, unless one was noted since then.
pub async fn note_again(
    tx: &DatabaseTransaction,
    call: &Call,
    before: DateTime<Utc>,
) -> Result<(), Refusal> {
    Calls::change(call.partner, call.client)
        .filter(calls::Column::Origin.eq(call.site.as_str()))
        .filter(calls::Column::LastAt.lte(before))
        .col_expr(calls::Column::LastAt, Expr::value(call.at))
        .exec(tx)
        .await?;
    Ok(())
}
