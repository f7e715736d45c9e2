//! The words that customers agree to. A version is a number for words the company wrote, and a digest
//! for Gangway's own with the company's name in them: the version alone tells which words were shown.

use super::settings::Settings;
use super::stale;
use crate::context::Context;
use crate::extract::Caller;
use crate::keys::token_hash;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::client;
use gangway_entities::consent_wording::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, Select,
};

/// Words that customers agree to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The version, as consents name it.
    pub version: String,
    /// The words.
    pub text: String,
}

/// The words that a client's customers are shown now.
pub async fn current_wording(
    db: &impl ConnectionTrait,
    client: &client::Model,
    settings: &Settings,
) -> Result<Wording, Refusal> {
    let written = newest(db, PartnerId(client.partner_id), ClientId(client.id)).await?;
    Ok(written.map_or_else(|| default(settings), of_row))
}

/// The words of the version that a customer was shown and agreed to; none where there is no such
/// version, as when the company's name has changed since. They are to be shown anew then.
pub async fn agreed_wording(
    db: &impl ConnectionTrait,
    client: &client::Model,
    settings: &Settings,
    version: &str,
) -> Result<Option<Wording>, Refusal> {
    let Ok(number) = version.parse::<i64>() else {
        let ours = default(settings);
        return Ok((ours.version == version).then_some(ours));
    };
    let row = of_client(PartnerId(client.partner_id), ClientId(client.id))
        .filter(Column::Version.eq(number))
        .one(db)
        .await?;
    Ok(row.map(of_row))
}

/// The newest words the company wrote.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Option<Model>, Refusal> {
    let rows = of_client(partner, client).order_by_desc(Column::Version);
    Ok(rows.one(db).await?)
}

/// Gangway's words with the company's name in them.
pub(super) fn default(settings: &Settings) -> Wording {
    let brand = &settings.brand_name;
    let text = format!(
        "I agree to receive text messages from {brand} at the number I entered, about my message and \
         their services. Message frequency varies. Message and data rates may apply. Reply STOP to end \
         and HELP for help. Agreeing is not a condition of any purchase."
    );
    let digest = token_hash(&text);
    let start = digest.get(..12).unwrap_or_default();
    Wording {
        version: format!("default-{start}"),
        text,
    }
}

pub(super) fn of_row(row: Model) -> Wording {
    Wording {
        version: row.version.to_string(),
        text: row.text,
    }
}

fn of_client(partner: PartnerId, client: ClientId) -> Select<Entity> {
    Entity::of(partner).filter(Column::ClientId.eq(client.0))
}

/// Adds a version; refused when somebody else has added it meanwhile.
pub(super) async fn write(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
    (version, text): (i64, &str),
) -> Result<(), Refusal> {
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(caller.partner.0),
        client_id: Set(client.0),
        version: Set(version),
        text: Set(text.to_owned()),
        made_by: Set(Some(caller.place_id.0)),
        created_at: Set(ctx.now()),
    };
    let taken = OnConflict::columns([Column::PartnerId, Column::ClientId, Column::Version])
        .do_nothing()
        .to_owned();
    let insert = Entity::insert(row).on_conflict(taken);
    if insert.exec_without_returning(tx).await? == 0 {
        return Err(stale());
    }
    Ok(())
}
