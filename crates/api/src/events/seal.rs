//! Sealing: every event of a transaction gets its place in its chain, as the last thing before the
//! commit. The head of the chain is locked until then, so no number is left out or given twice.

use super::canonical::{NOTHING_BEFORE, hash_of};
use gangway_entities::event::{Column, Model};
use gangway_entities::event_chain::{self, Entity as Chain};
use gangway_entities::finders::{OfNobody, seal_events, unsealed_events};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{CaseStatement, Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect as _,
};
use uuid::Uuid;

/// Events of one statement, where so many are sealed: an import has hundreds in a transaction.
const AT_ONCE: usize = 20;

/// Seals what the transaction recorded, and gives it. Chains are locked in the order of their ids, so
/// that two transactions never wait for each other.
pub async fn seal(tx: &DatabaseTransaction) -> Result<Vec<Model>, DbErr> {
    let mut rows = unsealed_events().all(tx).await?;
    rows.sort_by_key(|row| {
        let chain = chain_id(row.partner_id);
        (chain, row.sequence, row.created_at, row.id)
    });
    for chain in rows.chunk_by(|one, next| one.partner_id == next.partner_id) {
        extend(tx, chain).await?;
    }
    Ok(rows)
}

/// The chain of a partner; the nil id for what belongs to none.
pub fn chain_id(partner: Option<Uuid>) -> Uuid {
    partner.unwrap_or_default()
}

async fn extend(tx: &DatabaseTransaction, rows: &[Model]) -> Result<(), DbErr> {
    let Some(first) = rows.first() else {
        return Ok(());
    };
    let mut head = lock(tx, chain_id(first.partner_id)).await?;
    for some in rows.chunks(AT_ONCE) {
        append(tx, &mut head, some).await?;
    }
    Chain::change_all()
        .col_expr(
            event_chain::Column::LastSequence,
            Expr::value(head.last_sequence),
        )
        .col_expr(event_chain::Column::LastHash, Expr::value(head.last_hash))
        .filter(event_chain::Column::Id.eq(head.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Seals some rows in one statement; the head is then the last of them.
async fn append(
    tx: &DatabaseTransaction,
    head: &mut event_chain::Model,
    rows: &[Model],
) -> Result<(), DbErr> {
    let [mut sequences, mut before, mut hashes] = [(); 3].map(|()| CaseStatement::new());
    for row in rows {
        let sequence = head.last_sequence + 1;
        let hash = hash_of(row, sequence, &head.last_hash);
        let it = || Column::Id.eq(row.id);
        sequences = sequences.case(it(), sequence);
        before = before.case(it(), head.last_hash.as_str());
        hashes = hashes.case(it(), hash.as_str());
        head.last_sequence = sequence;
        head.last_hash = hash;
    }
    seal_events(rows.iter().map(|row| row.id))
        .col_expr(Column::Sequence, sequences.into())
        .col_expr(Column::PreviousHash, before.into())
        .col_expr(Column::Hash, hashes.into())
        .exec(tx)
        .await?;
    Ok(())
}

/// The head of a chain, locked; begun where there is none yet.
async fn lock(tx: &DatabaseTransaction, id: Uuid) -> Result<event_chain::Model, DbErr> {
    if let Some(head) = locked(tx, id).await? {
        return Ok(head);
    }
    let row = event_chain::ActiveModel {
        id: Set(id),
        last_sequence: Set(0),
        last_hash: Set(NOTHING_BEFORE.to_owned()),
    };
    // Another transaction may begin it as well: the second waits here, then finds the first's.
    Chain::insert(row)
        .on_conflict(
            OnConflict::column(event_chain::Column::Id)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    locked(tx, id)
        .await?
        .ok_or_else(|| DbErr::Custom(format!("the chain {id} has no head")))
}

async fn locked(tx: &impl ConnectionTrait, id: Uuid) -> Result<Option<event_chain::Model>, DbErr> {
    Chain::all()
        .filter(event_chain::Column::Id.eq(id))
        .lock_exclusive()
        .one(tx)
        .await
}
