//! The table of consents. Entries of a pair of numbers are counted from 1, and each says what holds
//! after it. The first is what those who add to the same pair wait for.

use super::entry::Entry;
use crate::context::Context;
use crate::events::{self, Event};
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, ConsentId, PartnerId};
use gangway_domain::wire::{ConsentKind, ConsentSource, ConsentStanding};
use gangway_entities::consent::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use serde_json::json;

/// Whether a customer may be texted from a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They never agreed.
    None,
    /// They agreed.
    Given {
        /// When.
        at: DateTime<Utc>,
    },
    /// They asked not to be texted.
    Ended {
        /// When.
        at: DateTime<Utc>,
    },
}

impl Standing {
    /// Whether texts may go out.
    pub fn may_text(self) -> bool {
        matches!(self, Self::Given { .. })
    }
}

/// What came of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// It was added.
    Added {
        /// Its id.
        id: ConsentId,
        /// What holds now.
        standing: Standing,
    },
    /// It would have said what holds already, or would have undone what the customer asked for.
    Unchanged {
        /// What holds, as before.
        standing: Standing,
    },
}

impl Recorded {
    /// What holds now.
    pub fn standing(self) -> Standing {
        match self {
            Self::Added { standing, .. } | Self::Unchanged { standing } => standing,
        }
    }
}

/// Whether a customer may be texted from a number, by the last entry of the pair.
pub async fn standing(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    company_number: &str,
    customer_number: &str,
) -> Result<Standing, Refusal> {
    let last = newest_of_pair(db, partner, client, company_number, customer_number).await?;
    Ok(stands(last.as_ref()))
}

/// Adds an entry, unless it would change nothing or may not change what holds: a text is consent only
/// where there was none, and what the customer ended by a keyword only the customer restores by one.
/// A ticked box is always added, since it proves which words were agreed to.
pub async fn record(
    ctx: &Context,
    tx: &DatabaseTransaction,
    entry: Entry,
) -> Result<Recorded, Refusal> {
    let before = held(tx, &entry).await?;
    let standing = stands(before.as_ref());
    let Some(after) = after(standing, &entry, ctx.now()) else {
        return Ok(Recorded::Unchanged { standing });
    };
    let sequence = before.map_or(1, |row| row.sequence + 1);
    let id: ConsentId = ctx.new_id();
    let event = event(&entry, id);
    if !insert(ctx, tx, entry.clone(), (id, sequence), after).await? {
        // Somebody else made the first entry of the pair meanwhile; this time there is one to wait for.
        return Box::pin(record(ctx, tx, entry)).await;
    }
    events::record(ctx, tx, event).await?;
    Ok(Recorded::Added {
        id,
        standing: after,
    })
}

/// What holds after an entry; none where it is not to be added.
fn after(before: Standing, entry: &Entry, now: DateTime<Utc>) -> Option<Standing> {
    use ConsentKind::{Ended, Given, Restored};
    use ConsentSource::{Keyword, Widget};
    let given = Standing::Given { at: now };
    match (entry.kind, entry.source, before) {
        (Ended, _, Standing::Ended { .. }) => None,
        (Ended, _, _) => Some(Standing::Ended { at: now }),
        (Given, Widget, Standing::Given { .. } | Standing::Ended { .. }) => Some(before),
        (Given, _, Standing::None)
        | (Restored, Keyword, Standing::None | Standing::Ended { .. }) => Some(given),
        (Given | Restored, _, _) => None,
    }
}

/// The last entry of the pair, with the pair held until the transaction ends.
async fn held(tx: &DatabaseTransaction, entry: &Entry) -> Result<Option<Model>, Refusal> {
    let rows = || {
        let (company, customer) = (&entry.company_number, &entry.customer_number);
        of_pair(entry.partner, entry.client, company, customer)
    };
    let first = rows().filter(Column::Sequence.eq(1)).lock_exclusive();
    if first.one(tx).await?.is_none() {
        return Ok(None);
    }
    last(rows(), tx).await
}

/// The last entry of a pair.
pub(super) async fn newest_of_pair(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    company_number: &str,
    customer_number: &str,
) -> Result<Option<Model>, Refusal> {
    let rows = of_pair(partner, client, company_number, customer_number);
    last(rows, db).await
}

fn of_pair(
    partner: PartnerId,
    client: ClientId,
    company_number: &str,
    customer_number: &str,
) -> Select<Entity> {
    Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(Column::CompanyNumber.eq(company_number))
        .filter(Column::CustomerNumber.eq(customer_number))
}

async fn last(rows: Select<Entity>, db: &impl ConnectionTrait) -> Result<Option<Model>, Refusal> {
    Ok(rows.order_by_desc(Column::Sequence).one(db).await?)
}

/// What holds after a pair's last entry.
pub(super) fn stands(last: Option<&Model>) -> Standing {
    match last {
        None => Standing::None,
        Some(row) if row.standing == standing_str(ConsentStanding::Given) => Standing::Given {
            at: row.standing_since,
        },
        Some(row) => Standing::Ended {
            at: row.standing_since,
        },
    }
}

/// False when the pair has an entry of this number already.
async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    entry: Entry,
    (id, sequence): (ConsentId, i64),
    after: Standing,
) -> Result<bool, Refusal> {
    let (standing, since) = match after {
        Standing::Given { at } => (ConsentStanding::Given, at),
        Standing::Ended { at } => (ConsentStanding::Ended, at),
        Standing::None => return Err(Refusal::internal(anyhow::anyhow!("an entry for nothing"))),
    };
    let (wording, wording_version) = entry
        .wording
        .map(|wording| (wording.text, wording.version))
        .unzip();
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(entry.partner.0),
        client_id: Set(entry.client.0),
        company_number: Set(entry.company_number),
        customer_number: Set(entry.customer_number),
        sequence: Set(sequence),
        kind: Set(kind_str(entry.kind).to_owned()),
        source: Set(source_str(entry.source).to_owned()),
        standing: Set(standing_str(standing).to_owned()),
        standing_since: Set(since),
        wording: Set(wording),
        wording_version: Set(wording_version),
        page: Set(entry.page),
        address: Set(entry.address),
        user_agent: Set(entry.user_agent),
        message_id: Set(entry.message.map(Into::into)),
        recorded_by: Set(entry.recorded_by.map(|caller| caller.place_id.0)),
        at: Set(ctx.now()),
    };
    let taken = OnConflict::columns([
        Column::PartnerId,
        Column::ClientId,
        Column::CompanyNumber,
        Column::CustomerNumber,
        Column::Sequence,
    ])
    .do_nothing()
    .to_owned();
    let made = Entity::insert(row)
        .on_conflict(taken)
        .exec_without_returning(tx)
        .await?;
    Ok(made > 0)
}

fn event(entry: &Entry, id: ConsentId) -> Event {
    let kind = match entry.kind {
        ConsentKind::Given => "consent.given",
        ConsentKind::Ended => "consent.ended",
        ConsentKind::Restored => "consent.restored",
    };
    let facts = json!({"number": entry.customer_number, "source": source_str(entry.source)});
    let event = match &entry.recorded_by {
        Some(caller) => Event::by(caller, kind, id),
        None => Event::of(kind, id).at(entry.partner),
    };
    event.about(entry.client).with(facts)
}

/// The kind as stored.
pub(super) const fn kind_str(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Given => "given",
        ConsentKind::Ended => "ended",
        ConsentKind::Restored => "restored",
    }
}

/// The source as stored.
pub(super) const fn source_str(source: ConsentSource) -> &'static str {
    match source {
        ConsentSource::Widget => "widget",
        ConsentSource::Text => "text",
        ConsentSource::Keyword => "keyword",
        ConsentSource::Provider => "provider",
        ConsentSource::Staff => "staff",
    }
}

/// The standing as stored.
pub(super) const fn standing_str(standing: ConsentStanding) -> &'static str {
    match standing {
        ConsentStanding::Given => "given",
        ConsentStanding::Ended => "ended",
    }
}
