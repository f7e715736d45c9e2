//! How many files a partner may have, and how many bytes of them.

use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{FileId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::file::{Column, Entity};
use gangway_entities::finders::OfPartner as _;
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _, QuerySelect as _};

/// Refuses where a file more, of so many bytes, would be too much. One that is replaced does not count.
/// It only holds in a transaction that has locked the partner.
pub async fn has_room(
    ctx: &Context,
    db: &impl ConnectionTrait,
    partner: PartnerId,
    replaced: Option<FileId>,
    more: u64,
) -> Result<(), Refusal> {
    let mut others = Entity::of(partner);
    if let Some(replaced) = replaced {
        others = others.filter(Column::Id.ne(replaced.0));
    }
    let found: Option<(i64, Option<i64>)> = others
        .select_only()
        .column_as(Column::Id.count(), "files")
        .column_as(Column::Bytes.sum(), "bytes")
        .into_tuple()
        .one(db)
        .await?;
    let (files, bytes) = found.unwrap_or_default();
    let (files, bytes) = (number(files), number(bytes.unwrap_or_default()));
    let most = &ctx.config.files;
    if files >= most.per_partner {
        return Err(full(&format!(
            "{} files, which is the most",
            most.per_partner
        )));
    }
    if bytes.saturating_add(more) > most.bytes_per_partner {
        let megabytes = most.bytes_per_partner / 1_000_000;
        return Err(full(&format!("files of {megabytes} MB, which is the most")));
    }
    Ok(())
}

fn full(what: &str) -> Refusal {
    let words = format!(
        "Your company has {what}. Remove a logo that nobody needs, or ask whoever runs Gangway for more room."
    );
    Refusal::new(ProblemCode::QuotaReached, words)
}

fn number(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or_default()
}
