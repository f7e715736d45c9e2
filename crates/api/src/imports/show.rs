//! Imports and their rows as they travel.

use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::{ImportId, PartnerId};
use gangway_domain::wire::{ClientImport, ImportRow, ImportState};
use gangway_entities::{client_import, client_import_row};
use sea_orm::ConnectionTrait;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// Imports with the names of those who uploaded them.
pub async fn show_all(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: Vec<client_import::Model>,
) -> Result<Vec<ClientImport>, Refusal> {
    let people = rows.iter().map(|row| row.created_by).collect();
    let names = places::names(db, partner, people).await?;
    rows.into_iter().map(|row| show(row, &names)).collect()
}

/// One import.
pub async fn show_one(
    db: &impl ConnectionTrait,
    row: client_import::Model,
) -> Result<ClientImport, Refusal> {
    let partner = PartnerId(row.partner_id);
    let names = places::names(db, partner, vec![row.created_by]).await?;
    show(row, &names)
}

fn show(row: client_import::Model, names: &HashMap<Uuid, String>) -> Result<ClientImport, Refusal> {
    let client_import::Model {
        partner_id: _,
        id,
        state,
        file_name,
        file_bytes,
        file_kept,
        digest: _,
        columns,
        faults,
        changes,
        preview,
        header,
        header_digest: _,
        is_matched,
        rows_read,
        good,
        faulty,
        corrected,
        created,
        undone,
        cursor: _,
        created_by,
        api_key_id: _,
        acting_place: _,
        acting_key: _,
        created_at,
        checked_at,
        confirmed_at,
        finished_at,
        updated_at: _,
        version: _,
    } = row;
    let state = state_of(&state)?;
    Ok(ClientImport {
        id: ImportId(id),
        state,
        file_name,
        file_bytes: u64::try_from(file_bytes).unwrap_or_default(),
        columns: read(columns)?,
        rows: count(rows_read),
        good: count(good),
        faulty: count(faulty),
        corrected: count(corrected),
        created: count(created),
        undone: count(undone),
        faults: read(faults)?,
        changes: read(changes)?,
        preview: read(preview)?,
        created_by: names.get(&created_by).cloned().unwrap_or_default(),
        created_at,
        checked_at,
        confirmed_at,
        finished_at,
        header: read(header)?,
        can_be_matched: state == ImportState::Refused && file_kept,
        is_matched,
    })
}

/// A row of an import.
pub fn show_row(row: client_import_row::Model) -> Result<ImportRow, Refusal> {
    let client_import_row::Model {
        partner_id: _,
        import_id: _,
        row_number,
        cells,
        faults,
        changes,
        corrected: _,
        updated_at,
        version: _,
    } = row;
    Ok(ImportRow {
        row: count(row_number),
        cells: read(cells)?,
        faults: read(faults)?,
        changes: read(changes)?,
        updated_at,
    })
}

/// The state that a row has.
pub fn state_of(stored: &str) -> Result<ImportState, Refusal> {
    let unknown = || Refusal::internal(anyhow::anyhow!("an import has a state nobody knows"));
    ImportState::parse(stored).ok_or_else(unknown)
}

/// What is stored as JSON.
pub fn read<T: DeserializeOwned>(stored: Value) -> Result<T, Refusal> {
    serde_json::from_value(stored).map_err(Refusal::internal)
}

/// A number that is never below zero.
pub fn count(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}
