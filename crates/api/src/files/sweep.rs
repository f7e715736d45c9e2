//! The job: what a crash left without a row is removed, after each start and every day.

use super::store::known;
use crate::context::Context;
use crate::jobs::{self, Job, Ran};
use crate::refusal::Refusal;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{FileId, PartnerId};
use std::collections::BTreeMap;

/// How often.
const EVERY: Duration = Duration::days(1);
/// The largest upload on the slowest line has its row within eight minutes; another instance may be at it.
const YOUNG: Duration = Duration::minutes(20);
/// Rows asked for at a time.
const AT_A_TIME: usize = 500;
const KEY: &str = "files_swept";

/// Puts a sweep in the queue for when what an earlier process left is no longer young. Once for all
/// instances.
pub async fn schedule_sweep(ctx: &Context) -> Result<(), Refusal> {
    let at = ctx.now() + YOUNG;
    let tx = ctx.db.begin().await?;
    jobs::enqueue(ctx, &tx, Job::FilesSwept, None, Some(KEY.to_owned()), at).await?;
    jobs::bring_forward(&tx, KEY, at).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes what has no row; comes back by itself.
pub async fn sweep(ctx: &Context) -> Ran {
    match swept(ctx).await {
        Ok(0) => again("it runs every day".to_owned(), Some(EVERY)),
        Ok(count) => {
            tracing::info!(count, "removed uploads that were never finished");
            again("it runs every day".to_owned(), Some(EVERY))
        }
        Err(refusal) => again(format!("{refusal:?}"), None),
    }
}

fn again(why: String, after: Option<Duration>) -> Ran {
    Ran::Again { why, after }
}

async fn swept(ctx: &Context) -> Result<usize, Refusal> {
    let before = ctx.now() - YOUNG;
    let is_old = move |file| made_at(file).is_some_and(|at| at < before);
    let mut old: BTreeMap<PartnerId, Vec<FileId>> = BTreeMap::new();
    for (partner, file) in ctx.objects.files().await? {
        if is_old(file) {
            old.entry(partner).or_default().push(file);
        }
    }
    let mut removed = ctx.objects.remove_unfinished(is_old).await?;
    for (partner, files) in old {
        for files in files.chunks(AT_A_TIME) {
            removed += remove_unknown(ctx, partner, files).await?;
        }
    }
    Ok(removed)
}

async fn remove_unknown(
    ctx: &Context,
    partner: PartnerId,
    files: &[FileId],
) -> Result<usize, Refusal> {
    let known = known(ctx.db.reader(), partner, files).await?;
    let mut removed = 0;
    for file in files.iter().filter(|file| !known.contains(file)) {
        ctx.objects.remove(partner, *file).await?;
        removed += 1;
    }
    Ok(removed)
}

/// An id tells when it was made.
fn made_at(file: FileId) -> Option<DateTime<Utc>> {
    let (seconds, nanos) = file.0.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}
