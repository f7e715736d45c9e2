//! What visitors of a client's web site are offered at a moment.

use super::standing::standings;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::PartnerId;
use gangway_domain::wire::ApplicationKind;
use gangway_entities::client;
use sea_orm::ConnectionTrait;

/// An application that is there for visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenApplication {
    /// What it is.
    pub kind: ApplicationKind,
    /// The number to call or to text, E.164.
    pub phone_number: String,
    /// When its schedule closes; none when it does not within two years.
    pub changes_at: Option<DateTime<Utc>>,
}

/// The applications that are there for visitors at a moment. Text Us is never among them without a
/// number to text; neither is anything of a client that is another partner's.
pub async fn open_applications(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: &client::Model,
    now: DateTime<Utc>,
) -> Result<Vec<OpenApplication>, Refusal> {
    if client.partner_id != partner.0 {
        return Ok(Vec::new());
    }
    let standings = standings(db, client, now).await?;
    let open = standings
        .into_iter()
        .filter(|standing| standing.shown.shown);
    let open = open.filter_map(|standing| {
        Some(OpenApplication {
            kind: standing.shown.kind,
            phone_number: standing.phone_number?,
            changes_at: standing.shown.changes_at,
        })
    });
    Ok(open.collect())
}
