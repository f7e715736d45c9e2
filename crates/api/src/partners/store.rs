//! The table of partners.

use crate::context::Context;
use crate::events::{Event, record};
use crate::places::{self, NewPlace};
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{PartnerId, PersonId, PlaceId};
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::values::{CompanyName, EmailAddress, ItGlueAddress};
use gangway_domain::wire::{ClientsWord, Partner, PartnerContact};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::partner::{ActiveModel, Column, Entity, Model};
use gangway_entities::person;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter as _,
};
use serde_json::json;

/// The line beside the application code, until the partner changes it.
const SERVICES_NOTE: &str = "Ask about our Done For You Services!";

/// A partner by its id.
pub async fn load(db: &impl ConnectionTrait, id: PartnerId) -> Result<Model, Refusal> {
    find(db, id).await?.ok_or_else(Refusal::not_found)
}

/// The same where it may not be there.
pub async fn find(db: &impl ConnectionTrait, id: PartnerId) -> Result<Option<Model>, Refusal> {
    Ok(Entity::of(id).one(db).await?)
}

/// Says since when a partner is suspended, or that it is not. False where it was so before.
pub async fn set_suspended(
    tx: &DatabaseTransaction,
    id: PartnerId,
    at: Option<DateTime<Utc>>,
) -> Result<bool, Refusal> {
    let otherwise = match at {
        Some(_) => Column::SuspendedAt.is_null(),
        None => Column::SuspendedAt.is_not_null(),
    };
    let set = Entity::change(id, id)
        .col_expr(Column::SuspendedAt, Expr::value(at))
        .filter(otherwise)
        .exec(tx)
        .await?;
    Ok(set.rows_affected == 1)
}

/// Makes a partner with its owner.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    name: &CompanyName,
    it_glue_address: Option<&ItGlueAddress>,
    owner: &person::Model,
) -> Result<(PartnerId, PlaceId), Refusal> {
    let now = ctx.now();
    let id: PartnerId = ctx.new_id();
    let row = ActiveModel {
        id: Set(id.0),
        name: Set(name.as_str().to_owned()),
        it_glue_address: Set(it_glue_address.map(|address| address.as_str().to_owned())),
        support_name: Set(Some(format!("{} {}", owner.first_name, owner.last_name))),
        support_email: Set(Some(owner.email.clone())),
        support_phone: Set(None),
        reply_to: Set(Some(owner.email.clone())),
        clients_word: Set(word_str(ClientsWord::Clients).to_owned()),
        services_note: Set(Some(SERVICES_NOTE.to_owned())),
        email_checked_at: Set(None),
        suspended_at: Set(None),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    let email = EmailAddress::parse(&owner.email).map_err(Refusal::internal)?;
    let place = NewPlace {
        partner: id,
        client: None,
        person: Some(PersonId(owner.id)),
        email: &email,
        first_name: Some(&owner.first_name),
        last_name: Some(&owner.last_name),
        role: Role::Staff(StaffRole::Owner),
    };
    let place = places::create(ctx, tx, place).await?;
    let event = Event::of("partner.created", id)
        .at(id)
        .done_by(PersonId(owner.id))
        .in_place(PlaceId(place.id))
        .with(json!({"name": name.as_str()}));
    record(ctx, tx, event).await?;
    Ok((id, PlaceId(place.id)))
}

/// Notes that a test email arrived: one item of the checklist.
pub async fn email_checked(ctx: &Context, id: PartnerId) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    Entity::change(id, id)
        .col_expr(Column::EmailCheckedAt, Expr::value(ctx.now()))
        .exec(&tx)
        .await?;
    record(ctx, &tx, Event::of("partner.email_checked", id).at(id)).await?;
    tx.commit().await?;
    Ok(())
}

/// Who clients turn to for help.
pub fn contact(row: &Model) -> PartnerContact {
    PartnerContact {
        partner_name: row.name.clone(),
        name: row.support_name.clone(),
        email: row.support_email.clone(),
        phone: row.support_phone.clone(),
    }
}

/// What the partner calls its customers.
pub fn clients_word(row: &Model) -> ClientsWord {
    if row.clients_word == word_str(ClientsWord::Companies) {
        ClientsWord::Companies
    } else {
        ClientsWord::Clients
    }
}

/// The word as stored.
pub const fn word_str(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "clients",
        ClientsWord::Companies => "companies",
    }
}

/// The row as it travels.
pub fn show(ctx: &Context, row: Model) -> Partner {
    let clients_word = clients_word(&row);
    let Model {
        id,
        name,
        it_glue_address,
        support_name,
        support_email,
        support_phone,
        reply_to,
        clients_word: _,
        services_note,
        email_checked_at: _,
        suspended_at: _,
        created_at,
        updated_at,
        version: _,
    } = row;
    Partner {
        id: id.into(),
        name,
        it_glue_address,
        support_name,
        support_email,
        support_phone,
        reply_to,
        clients_word,
        services_note,
        sender: ctx.config.mail.sender.email.to_string(),
        created_at,
        updated_at,
    }
}
