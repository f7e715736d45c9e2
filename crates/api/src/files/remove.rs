//! The job: the objects of a file whose row is gone are removed.

use super::store::known;
use crate::context::Context;
use crate::jobs::Ran;
use crate::refusal::Refusal;
use gangway_domain::ids::{FileId, PartnerId};

/// Removes what is left of a file, unless it has a row after all.
pub async fn removed(ctx: &Context, partner: PartnerId, file: FileId) -> Ran {
    match remove(ctx, partner, file).await {
        Ok(()) => Ran::Done,
        Err(refusal) => Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        },
    }
}

async fn remove(ctx: &Context, partner: PartnerId, file: FileId) -> Result<(), Refusal> {
    if known(ctx.db.reader(), partner, &[file]).await?.is_empty() {
        ctx.objects.remove(partner, file).await?;
    }
    Ok(())
}
