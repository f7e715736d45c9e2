//! The table of rows that something is or was wrong with.

use super::reading::{Judged, Verdict};
use super::store::{self, stored};
use crate::context::Context;
use crate::db::insert_all;
use crate::refusal::Refusal;
use gangway_domain::client_rows::Fault;
use gangway_domain::ids::PartnerId;
use gangway_entities::client_import;
use gangway_entities::client_import_row::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::{OfPartner as _, next_version};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};
use serde_json::json;
use std::collections::HashSet;

/// Rows read at once.
const ROWS: usize = 500;
/// Bytes of the cells of a row that are kept whole.
const CELLS_BYTES: usize = 64 * 1024;
/// Characters that are left of a cell of a longer row.
const CUT: usize = 300;

/// Something is wrong with a row.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// Its number.
    pub number: u32,
    /// Its cells, as [`Judged::cells`].
    pub cells: Vec<String>,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
}

impl Wrong {
    /// What is wrong with a row, if something is.
    pub fn of(row: Judged) -> Option<Self> {
        let Judged {
            number,
            cells,
            verdict,
        } = row;
        let faults = verdict.err()?;
        Some(Self {
            number,
            cells,
            faults,
        })
    }
}

/// Keeps rows that something is wrong with.
pub async fn keep(
    ctx: &Context,
    tx: &DatabaseTransaction,
    import: &client_import::Model,
    rows: &[Wrong],
) -> Result<(), Refusal> {
    let rows = rows.iter().map(|row| kept(ctx, import, row));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(insert_all(tx, rows).await?)
}

fn kept(ctx: &Context, import: &client_import::Model, row: &Wrong) -> Result<ActiveModel, Refusal> {
    Ok(ActiveModel {
        partner_id: Set(import.partner_id),
        import_id: Set(import.id),
        row_number: Set(i32::try_from(row.number).map_err(Refusal::internal)?),
        cells: Set(stored(&within(&row.cells))?),
        faults: Set(stored(&row.faults)?),
        changes: Set(json!([])),
        corrected: Set(false),
        updated_at: Set(ctx.now()),
        // No tag of a row that was kept of another check fits it.
        version: Set(import.version),
    })
}

/// The cells, those of a row that is far too long cut.
pub fn within(cells: &[String]) -> Vec<String> {
    let bytes: usize = cells.iter().map(String::len).sum();
    let cut = |cell: &String| match cell.char_indices().nth(CUT) {
        Some((end, _)) if bytes > CELLS_BYTES => {
            format!("{}…", cell.get(..end).unwrap_or_default())
        }
        _ => cell.clone(),
    };
    cells.iter().map(cut).collect()
}

/// Removes all rows of an import, some at a time: others who wait to write get their turn in between. False where somebody
/// has written the import since it was read: what is kept then is not for this one to remove.
pub async fn clear_slowly(ctx: &Context, import: &client_import::Model) -> Result<bool, Refusal> {
    loop {
        let some = of(import).select_only().column(Column::RowNumber);
        let some = some.limit(u64::try_from(ROWS).unwrap_or(u64::MAX));
        let some: Vec<i32> = some.into_tuple().all(ctx.db.reader()).await?;
        if some.is_empty() {
            return Ok(true);
        }
        let tx = ctx.db.begin().await?;
        if !store::is_as_read(ctx, &tx, import).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        remove(&tx, import, &some).await?;
        tx.commit().await?;
    }
}

/// Removes some rows of an import.
pub async fn remove(
    tx: &DatabaseTransaction,
    import: &client_import::Model,
    numbers: &[i32],
) -> Result<(), Refusal> {
    if numbers.is_empty() {
        return Ok(());
    }
    Entity::remove(PartnerId(import.partner_id), import.id)
        .filter(Column::RowNumber.is_in(numbers.iter().copied()))
        .exec(tx)
        .await?;
    Ok(())
}

/// The rows of an import that are kept.
pub fn of(import: &client_import::Model) -> Select<Entity> {
    Entity::one_of(PartnerId(import.partner_id), import.id).order_by_asc(Column::RowNumber)
}

/// One of them.
pub async fn require(
    db: &impl ConnectionTrait,
    import: &client_import::Model,
    number: u32,
) -> Result<Model, Refusal> {
    let number = i32::try_from(number).map_err(|_| Refusal::not_found())?;
    let row = of(import).filter(Column::RowNumber.eq(number));
    row.one(db).await?.ok_or_else(Refusal::not_found)
}

/// The numbers of the rows that something is still wrong with.
pub async fn faulty(
    db: &impl ConnectionTrait,
    import: &client_import::Model,
) -> Result<HashSet<u32>, Refusal> {
    let numbers: Vec<i32> = of(import)
        .select_only()
        .column(Column::RowNumber)
        .filter(Column::Corrected.eq(false))
        .into_tuple()
        .all(db)
        .await?;
    let numbers = numbers.into_iter();
    Ok(numbers.filter_map(|one| u32::try_from(one).ok()).collect())
}

/// Writes a corrected row, unless somebody else has corrected it meanwhile.
pub async fn write(
    ctx: &Context,
    tx: &DatabaseTransaction,
    before: &Model,
    cells: &[String],
    verdict: &Verdict,
) -> Result<Option<Model>, Refusal> {
    let (faults, changes) = match verdict {
        Ok(checked) => (&[][..], &checked.changes[..]),
        Err(faults) => (&faults[..], &[][..]),
    };
    let now = Model {
        cells: stored(&cells)?,
        faults: stored(&faults)?,
        changes: stored(&changes)?,
        corrected: verdict.is_ok(),
        updated_at: ctx.now(),
        version: before.version + 1,
        ..before.clone()
    };
    let done = Entity::change(PartnerId(before.partner_id), before.import_id)
        .filter(Column::RowNumber.eq(before.row_number))
        .filter(Column::Version.eq(before.version))
        .col_expr(Column::Cells, Expr::value(now.cells.clone()))
        .col_expr(Column::Faults, Expr::value(now.faults.clone()))
        .col_expr(Column::Changes, Expr::value(now.changes.clone()))
        .col_expr(Column::Corrected, Expr::value(now.corrected))
        .col_expr(Column::UpdatedAt, Expr::value(now.updated_at))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    Ok((done.rows_affected == 1).then_some(now))
}
