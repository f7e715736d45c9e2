//! The first row of a file: the names of its columns, and what each of them is read as.

use super::incoming::Incoming;
use super::matches;
use super::reading::{WHOLE, layout};
use super::show::read;
use super::to_record::shown;
use crate::context::Context;
use crate::keys::hex;
use crate::refusal::Refusal;
use gangway_domain::client_rows::{CustomField, FaultCode, proposed};
use gangway_domain::ids::{FileId, ImportId, PartnerId};
use gangway_domain::wire::{FileFault, HeaderColumn};
use gangway_entities::client_import::Model;
use gangway_sheet::{Layout, Limits, ReadError, column_names};
use ring::digest::{self, SHA256};

/// What is known of a file's first row; empty where it cannot be read.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The names, with what each column is read as, or is like where it was not matched yet.
    pub columns: Vec<HeaderColumn>,
    /// Tells headers apart: a hash of the whole names.
    pub digest: String,
    /// Whether somebody matched them.
    pub is_matched: bool,
}

impl Header {
    /// As it stands in the table.
    pub fn of(import: &Model) -> Result<Self, Refusal> {
        Ok(Self {
            columns: read(import.header.clone())?,
            digest: import.header_digest.clone(),
            is_matched: import.is_matched,
        })
    }

    /// As it is found in the file of an import: names that are those of the sample are read as they are,
    /// others as somebody matched them for an earlier file.
    pub async fn found(
        ctx: &Context,
        partner: PartnerId,
        import: ImportId,
        fields: &[CustomField],
    ) -> Result<Self, Refusal> {
        let layout = layout(fields);
        let Some(names) = names(ctx, partner, import, layout.clone()).await? else {
            return Ok(Self::default());
        };
        let digest = digest(&names)?;
        let matched = if layout.fits(&names) {
            None
        } else {
            let matched = matches::remembered(ctx.db.reader(), partner, &digest).await?;
            matched.filter(|columns| are_all_in(&layout, columns.iter()))
        };
        let is_matched = matched.is_some();
        let columns = matched.unwrap_or_else(|| read_as(&names, &layout, fields));
        let columns = names
            .iter()
            .zip(columns)
            .map(|(name, column)| HeaderColumn {
                name: shown(name),
                column,
            });
        Ok(Self {
            columns: columns.collect(),
            digest,
            is_matched,
        })
    }

    /// What the columns are read as, where somebody matched them.
    pub fn matched(&self) -> Option<Vec<Option<String>>> {
        let columns = self.columns.iter().map(|column| column.column.clone());
        self.is_matched.then(|| columns.collect())
    }

    /// Whether everything it was matched with is there; a field may be archived by now.
    pub fn is_of(&self, fields: &[CustomField]) -> bool {
        are_all_in(
            &layout(fields),
            self.columns.iter().map(|column| &column.column),
        )
    }

    /// Whether a file that is refused can be read once its columns are matched.
    pub fn can_help(&self, faults: &[FileFault]) -> bool {
        !self.columns.is_empty() && faults.iter().all(|fault| fault.code == FaultCode::Header)
    }
}

/// The columns whose names are in the sample; of a file that has others, what they are like.
fn read_as(names: &[String], layout: &Layout, fields: &[CustomField]) -> Vec<Option<String>> {
    if layout.fits(names) {
        let known = |name: &String| is_in(layout, name).then(|| name.clone());
        names.iter().map(known).collect()
    } else {
        proposed(names, fields)
    }
}

fn are_all_in<'a>(layout: &Layout, columns: impl Iterator<Item = &'a Option<String>>) -> bool {
    columns.flatten().all(|name| is_in(layout, name))
}

fn is_in(layout: &Layout, name: &str) -> bool {
    layout.column(name).is_some()
}

/// The names in the file; none where it is refused before they can be told.
async fn names(
    ctx: &Context,
    partner: PartnerId,
    import: ImportId,
    layout: Layout,
) -> Result<Option<Vec<String>>, Refusal> {
    let object = ctx.objects.pieces(partner, FileId(import.0), WHOLE).await?;
    let incoming = Incoming::of(object);
    let read = move || column_names(incoming, layout, Limits::default());
    match tokio::task::spawn_blocking(read).await {
        Ok(Ok(names)) => Ok(Some(names)),
        Ok(Err(ReadError::Refused(_))) => Ok(None),
        Ok(Err(ReadError::Io(error))) => Err(Refusal::unavailable(5, error)),
        Err(died) => Err(Refusal::internal(died)),
    }
}

fn digest(names: &[String]) -> Result<String, Refusal> {
    let names: Vec<&str> = names.iter().map(|name| name.trim()).collect();
    let text = serde_json::to_vec(&names).map_err(Refusal::internal)?;
    Ok(hex(digest::digest(&SHA256, &text).as_ref()))
}
