//! Walking the chains: is every event where it was, and what it was?

use super::canonical::{NOTHING_BEFORE, hash_of};
use super::seal::chain_id;
use crate::context::Context;
use gangway_domain::ids::PartnerId;
use gangway_entities::event::{Column, Model};
use gangway_entities::event_chain;
use gangway_entities::finders::{
    OfNobody, events_of_chain, events_without_head, every_partner, unsealed_events,
};
use gangway_entities::partner;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, PaginatorTrait as _, QueryFilter, QueryOrder,
    QuerySelect as _,
};
use std::fmt;
use uuid::Uuid;

/// Events read at a time.
const BATCH: u64 = 1_000;

/// What was looked at, and the first thing that is wrong.
#[derive(Debug, Default)]
pub struct Checked {
    /// Where each chain ends: its id, its number of events, its last hash.
    pub heads: Vec<(Uuid, i64, String)>,
    /// Events looked at.
    pub events: u64,
    /// The first thing that is wrong.
    pub broken: Option<Broken>,
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The chain: a partner's id, or nil for what belongs to none.
    pub chain: Uuid,
    /// The place in it.
    pub sequence: i64,
    /// The event found there.
    pub event: Option<Uuid>,
    /// What is wrong.
    pub what: &'static str,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            chain,
            sequence,
            event,
            what,
        } = self;
        match event {
            Some(event) => write!(f, "chain {chain}, event {sequence} ({event}): {what}"),
            None => write!(f, "chain {chain}, event {sequence}: {what}"),
        }
    }
}

/// Checks every chain up to where it ends now; the server may run meanwhile.
pub async fn verify(ctx: &Context) -> Result<Checked, DbErr> {
    let db = ctx.db.reader();
    let mut checked = Checked::default();
    for head in event_chain::Entity::all()
        .order_by_asc(event_chain::Column::Id)
        .all(db)
        .await?
    {
        let broken = walk(db, &head, &mut checked.events).await?;
        checked
            .heads
            .push((head.id, head.last_sequence, head.last_hash));
        if broken.is_some() {
            checked.broken = broken;
            return Ok(checked);
        }
    }
    checked.broken = match without_chain(db, &checked).await? {
        Some(chain) => Some(Broken {
            chain,
            sequence: 1,
            event: None,
            what: "the chain of this partner is missing",
        }),
        None => outside(db, &checked).await?,
    };
    Ok(checked)
}

async fn walk(
    db: &impl ConnectionTrait,
    head: &event_chain::Model,
    events: &mut u64,
) -> Result<Option<Broken>, DbErr> {
    let partner = (!head.id.is_nil()).then_some(PartnerId(head.id));
    let (mut sequence, mut previous) = (0, NOTHING_BEFORE.to_owned());
    let broken = |sequence, event, what| {
        Some(Broken {
            chain: head.id,
            sequence,
            event,
            what,
        })
    };
    loop {
        let rows = events_of_chain(partner)
            .filter(Column::Sequence.gt(sequence))
            .filter(Column::Sequence.lte(head.last_sequence))
            .filter(Column::Hash.is_not_null())
            .order_by_asc(Column::Sequence)
            .limit(BATCH)
            .all(db)
            .await?;
        for row in &rows {
            *events += 1;
            sequence += 1;
            if let Some(what) = wrong(row, sequence, &previous) {
                return Ok(broken(sequence, Some(row.id), what));
            }
            previous = row.hash.clone().unwrap_or_default();
        }
        if rows.len() < usize::try_from(BATCH).unwrap_or(usize::MAX) {
            break;
        }
    }
    if sequence != head.last_sequence {
        let what = "the newest events of this chain are missing";
        return Ok(broken(sequence + 1, None, what));
    }
    if previous != head.last_hash {
        return Ok(broken(sequence, None, "the chain ends elsewhere"));
    }
    Ok(None)
}

/// What is wrong with the event at a place.
fn wrong(row: &Model, sequence: i64, previous: &str) -> Option<&'static str> {
    if row.sequence > sequence {
        return Some("an event before it is missing");
    }
    if row.sequence < sequence {
        return Some("two events are at one place");
    }
    if row.hash.as_deref() != Some(&hash_of(row, sequence, previous)) {
        return Some("it is not what was recorded here");
    }
    if row.previous_hash.as_deref() != Some(previous) {
        return Some("it does not follow the one before");
    }
    None
}

/// A partner without a chain: each begins one when it is made.
async fn without_chain(
    db: &impl ConnectionTrait,
    checked: &Checked,
) -> Result<Option<Uuid>, DbErr> {
    let partners: Vec<Uuid> = every_partner()
        .select_only()
        .column(partner::Column::Id)
        .order_by_asc(partner::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let has = |id: &Uuid| checked.heads.iter().any(|(chain, ..)| chain == id);
    // One that was made while we looked has its chain by now.
    for id in partners.into_iter().filter(|id| !has(id)) {
        let head = event_chain::Entity::all().filter(event_chain::Column::Id.eq(id));
        if head.count(db).await? == 0 {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// An event in none of the places that were walked: without a seal, twice, or in no chain.
async fn outside(db: &impl ConnectionTrait, checked: &Checked) -> Result<Option<Broken>, DbErr> {
    let found = |row: Model, what| Broken {
        chain: chain_id(row.partner_id),
        sequence: row.sequence,
        event: Some(row.id),
        what,
    };
    if let Some(row) = unsealed_events().one(db).await? {
        return Ok(Some(found(row, "it is in no chain")));
    }
    for (chain, last, _) in &checked.heads {
        let partner = (!chain.is_nil()).then_some(PartnerId(*chain));
        let stray = events_of_chain(partner).filter(Column::Sequence.lte(0));
        if let Some(row) = stray.one(db).await? {
            return Ok(Some(found(row, "it stands before the first")));
        }
        let there = events_of_chain(partner).filter(Column::Sequence.lte(*last));
        if there.count(db).await? != u64::try_from(*last).unwrap_or_default() {
            return Ok(Some(Broken {
                chain: *chain,
                sequence: *last,
                event: None,
                what: "it has more events than places",
            }));
        }
    }
    headless(db).await
}

/// An event of a chain that has no head: of a partner that is no more, or never was.
async fn headless(db: &impl ConnectionTrait) -> Result<Option<Broken>, DbErr> {
    let row = events_without_head().one(db).await?;
    Ok(row.map(|row| Broken {
        chain: chain_id(row.partner_id),
        sequence: row.sequence,
        event: Some(row.id),
        what: "its chain has no head",
    }))
}
