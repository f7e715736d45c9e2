//! One job: taken, done within its time whatever it does, and ended.

use super::claim::take;
use super::desk::Place;
use super::queue::{Leased, finish, put_back, put_back_untried, release};
use super::{Job, Ran};
use crate::context::Context;
use crate::db::{again, whose};
use crate::telemetry::{self, metrics};
use futures_util::FutureExt as _;
use sea_orm::DbErr;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tracing::Instrument as _;

/// A job whose provider is down is given up after so long.
const LONGEST_OUTAGE: chrono::Duration = chrono::Duration::days(3);

/// Runs jobs until none is due; gives how many ran. For tests.
pub async fn run_until_idle(ctx: &Context) -> Result<usize, DbErr> {
    let mut ran = 0;
    while run_one(ctx).await? {
        ran += 1;
    }
    Ok(ran)
}

/// Runs the next due job. False when none is due that there is room for.
pub async fn run_one(ctx: &Context) -> Result<bool, DbErr> {
    match take_one(ctx).await? {
        None => Ok(false),
        Some((leased, place)) => run(ctx, leased, place).await.map(|()| true),
    }
}

/// Takes the next due job there is room for.
pub(super) async fn take_one(ctx: &Context) -> Result<Option<(Leased, Place)>, DbErr> {
    let _alone = ctx.desk.taking.lock().await;
    let openings = ctx.desk.openings(ctx);
    let leased = again(|| take(ctx, &openings)).await?;
    Ok(leased.map(|leased| {
        let place = ctx.desk.take_place(ctx, &leased);
        (leased, place)
    }))
}

/// Does a job that was taken. Every line logged meanwhile says which job, which try, whose.
pub(super) async fn run(ctx: &Context, leased: Leased, place: Place) -> Result<(), DbErr> {
    let span = telemetry::job_span(
        leased.id,
        &leased.kind,
        leased.attempt,
        leased.partner.map(|partner| partner.0),
    );
    whose::watched(leased.partner, do_job(ctx, leased, place))
        .instrument(span)
        .await
}

async fn do_job(ctx: &Context, leased: Leased, place: Place) -> Result<(), DbErr> {
    fail::fail_point!("job_claimed", |_| std::process::abort());
    let mut guard = GiveBack {
        ctx: ctx.clone(),
        leased: Some(leased.clone()),
    };
    let running = AssertUnwindSafe(dispatch(ctx, &leased)).catch_unwind();
    let ran = match tokio::time::timeout(patience(), running).await {
        Ok(Ok(ran)) => ran,
        Ok(Err(_)) => {
            metrics::panicked("job");
            Ran::Again {
                why: "it panicked".to_owned(),
                after: None,
            }
        }
        Err(_) => Ran::Again {
            why: "it took too long".to_owned(),
            after: None,
        },
    };
    guard.leased = None;
    fail::fail_point!("job_done", |_| std::process::abort());
    let settled = settle(ctx, &leased, ran).await;
    drop(place);
    ctx.job_bell.notify_waiters();
    settled
}

async fn settle(ctx: &Context, job: &Leased, ran: Ran) -> Result<(), DbErr> {
    let (outcome, kept) = match ran {
        Ran::Done => ("done", again(|| finish(ctx, job, "done", None)).await?),
        Ran::Dead { why } => {
            tracing::error!("job failed: {why}");
            (
                "dead",
                again(|| finish(ctx, job, "dead", Some(&why))).await?,
            )
        }
        Ran::ProviderDown { why, .. } if ctx.now() - job.created_at > LONGEST_OUTAGE => {
            tracing::error!("job failed: {why}, for days");
            (
                "dead",
                again(|| finish(ctx, job, "dead", Some(&why))).await?,
            )
        }
        Ran::ProviderDown { why, after } => {
            tracing::warn!("job waits for its provider: {why}");
            (
                "again",
                again(|| put_back_untried(ctx, job, &why, after)).await?,
            )
        }
        Ran::Later { why, after } => {
            tracing::debug!("job is not due yet: {why}");
            let back = again(|| put_back_untried(ctx, job, &why, Some(after)));
            ("again", back.await?)
        }
        Ran::Again { why, after } => {
            tracing::warn!("job will be tried again: {why}");
            ("again", again(|| put_back(ctx, job, &why, after)).await?)
        }
    };
    metrics::job_done(&job.kind, outcome);
    if outcome == "dead" {
        metrics::job_dead(&job.kind);
    }
    if !kept {
        tracing::warn!("another worker took the job over; this end does not count");
    }
    Ok(())
}

async fn dispatch(ctx: &Context, leased: &Leased) -> Ran {
    let Ok(job) = serde_json::from_str::<Job>(&leased.payload) else {
        return Ran::Dead {
            why: "its payload cannot be read".to_owned(),
        };
    };
    if job.kind() != leased.kind {
        return Ran::Dead {
            why: "its payload is of another kind".to_owned(),
        };
    }
    fail::fail_point!("job_panics", |_| panic!("a fail point"));
    fail::fail_point!("job_overflows", |_| Ran::Dead {
        why: deeper(0).to_string()
    });
    fail::fail_point!("job_eats", |_| Ran::Dead {
        why: format!(
            "{:?}",
            std::hint::black_box(Vec::<u8>::with_capacity(isize::MAX.unsigned_abs()))
        )
    });
    if hangs() {
        std::future::pending::<()>().await;
    }
    match job {
        Job::MailSent { mail } => Box::pin(crate::mails::hand_over(ctx, mail)).await,
        Job::NumberBought { partner, order } => crate::texting::buy(ctx, partner, order).await,
        Job::NumberHooked { partner, order } => crate::texting::hook(ctx, partner, order).await,
        Job::TextSent { partner, message } => {
            Box::pin(crate::texting::hand_over(ctx, partner, message)).await
        }
        Job::TextLookedUp { partner, message } => {
            Box::pin(crate::texting::look_up(ctx, partner, message)).await
        }
        Job::TextsCaughtUp { after } => Box::pin(crate::texting::catch_up(ctx, after)).await,
        Job::InstallationChecked { partner, check } => {
            crate::installation::look(ctx, partner, check).await
        }
        Job::ClientRemoved { partner, client } => {
            Box::pin(crate::clients::remove(ctx, partner, client)).await
        }
        Job::ImportAdvanced { partner, import } => {
            Box::pin(crate::imports::advance(ctx, partner, import)).await
        }
        Job::ImportTidied { partner, import } => crate::imports::tidy(ctx, partner, import).await,
        Job::FileRemoved { partner, file } => crate::files::removed(ctx, partner, file).await,
        Job::FilesSwept => crate::files::sweep(ctx).await,
        Job::OldRowsPruned => crate::jobs::prune(ctx).await,
    }
}

/// How long one run may take; tests are less patient.
fn patience() -> Duration {
    fail::fail_point!("job_hangs", |_| Duration::from_millis(100));
    fail::fail_point!("short_lease", |_| Duration::from_secs(10));
    Job::patience()
}

/// Ends in a stack overflow.
#[cfg(feature = "failpoints")]
fn deeper(depth: u64) -> u64 {
    let below = if depth < u64::MAX {
        deeper(std::hint::black_box(depth + 1))
    } else {
        depth
    };
    std::hint::black_box(below) + 1
}

/// Whether a test wants a job that never comes to its end.
fn hangs() -> bool {
    fail::fail_point!("job_hangs", |_| true);
    false
}

/// Gives a job back when its run is cut off by a stopping process.
struct GiveBack {
    ctx: Context,
    leased: Option<Leased>,
}

impl Drop for GiveBack {
    fn drop(&mut self) {
        if let (Some(leased), Ok(runtime)) =
            (self.leased.take(), tokio::runtime::Handle::try_current())
        {
            let ctx = self.ctx.clone();
            runtime.spawn(async move {
                if let Err(error) = release(&ctx, &leased).await {
                    tracing::warn!(job_id = %leased.id, "job not given back: {error}");
                }
            });
        }
    }
}
