//! Clients in a few words, for other capabilities to show.

use super::store;
use crate::onboarding;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::ClientBrief;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// A client in a few words.
pub async fn brief(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ClientId,
) -> Result<Option<ClientBrief>, Refusal> {
    Ok(briefs(db, partner, &[id]).await?.remove(&id))
}

/// Clients in a few words, by their ids.
pub async fn briefs(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: &[ClientId],
) -> Result<HashMap<ClientId, ClientBrief>, Refusal> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = store::of_ids(db, partner, ids.iter().map(|id| id.0).collect()).await?;
    let standings = onboarding::standings(db, partner, ids).await?;
    let brief = |id: ClientId, name| {
        let set_up = standings
            .get(&id)
            .is_some_and(|standing| standing.finished_at.is_some());
        (id, ClientBrief { id, name, set_up })
    };
    Ok(rows
        .into_iter()
        .map(|row| brief(ClientId(row.id), row.name))
        .collect())
}
