//! Entries of the ledger as they travel.

use super::ledger::{kind_str, source_str, standing_str};
use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::PartnerId;
use gangway_domain::wire::{Consent, ConsentKind, ConsentSource, ConsentStanding};
use gangway_entities::consent::Model;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::place;
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};
use std::collections::HashMap;
use uuid::Uuid;

const KINDS: [ConsentKind; 3] = [
    ConsentKind::Given,
    ConsentKind::Ended,
    ConsentKind::Restored,
];
const SOURCES: [ConsentSource; 5] = [
    ConsentSource::Widget,
    ConsentSource::Text,
    ConsentSource::Keyword,
    ConsentSource::Provider,
    ConsentSource::Staff,
];
const STANDINGS: [ConsentStanding; 2] = [ConsentStanding::Given, ConsentStanding::Ended];

/// Entries with the names of those who recorded them.
pub async fn show_all(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: Vec<Model>,
) -> Result<Vec<Consent>, Refusal> {
    let places = rows.iter().filter_map(|row| row.recorded_by);
    let names = names(db, partner, places.collect()).await?;
    rows.into_iter().map(|row| show(row, &names)).collect()
}

/// The names of people by their places.
pub async fn names(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    places: Vec<Uuid>,
) -> Result<HashMap<Uuid, String>, Refusal> {
    if places.is_empty() {
        return Ok(HashMap::new());
    }
    let found = place::Entity::of(partner).filter(place::Column::Id.is_in(places));
    let found = found.all(db).await?;
    Ok(found
        .iter()
        .map(|place| (place.id, places::name(place)))
        .collect())
}

fn show(row: Model, names: &HashMap<Uuid, String>) -> Result<Consent, Refusal> {
    let Model {
        id,
        partner_id: _,
        client_id,
        company_number,
        customer_number,
        sequence: _,
        kind,
        source,
        standing,
        standing_since: _,
        wording,
        wording_version,
        page,
        address,
        user_agent,
        message_id,
        recorded_by,
        at,
    } = row;
    Ok(Consent {
        id: id.into(),
        client_id: client_id.into(),
        company_number,
        customer_number,
        kind: stored(&KINDS, kind_str, &kind)?,
        source: stored(&SOURCES, source_str, &source)?,
        standing: stored(&STANDINGS, standing_str, &standing)?,
        wording,
        wording_version,
        page,
        address,
        user_agent,
        message_id: message_id.map(Into::into),
        recorded_by: recorded_by.and_then(|place| names.get(&place).cloned()),
        at,
    })
}

/// The word that is stored as this. A proof is never shown as something it may not be.
fn stored<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Result<T, Refusal> {
    let known = all.iter().copied().find(|one| name(*one) == text);
    known.ok_or_else(|| Refusal::internal(anyhow::anyhow!("a consent of an unknown kind")))
}
