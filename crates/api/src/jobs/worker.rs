//! The worker: takes jobs one by one, survives their panics, and can be stepped by tests.

use super::claim::{claim, waiting};
use super::queue::{Leased, finish, put_back, release};
use super::{Job, Ran};
use crate::context::Context;
use crate::health::Heartbeat;
use crate::telemetry::metrics;
use crate::telemetry::metrics::jobs_waiting;
use futures_util::FutureExt as _;
use sea_orm::DbErr;
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long an idle worker sleeps when nobody rings.
const NAP: Duration = Duration::from_millis(500);
/// How often the jobs that wait are counted.
const COUNT_EVERY: Duration = Duration::from_secs(5);

/// Workers of this process.
pub struct Worker {
    stop: watch::Sender<bool>,
    loops: Vec<JoinHandle<()>>,
}

impl Worker {
    /// Starts so many loops.
    pub fn start(ctx: &Context, count: usize, heartbeat: Heartbeat) -> Self {
        let (stop, stopped) = watch::channel(false);
        let loops = (0..count)
            .map(|_| tokio::spawn(work(ctx.clone(), stopped.clone(), heartbeat.clone())))
            .collect();
        Self { stop, loops }
    }

    /// Takes no more jobs, lets those at work come to their end for so long, then gives them back.
    pub async fn stop(self, patience: Duration) {
        let _ = self.stop.send(true);
        for mut looping in self.loops {
            if tokio::time::timeout(patience, &mut looping).await.is_err() {
                looping.abort();
            }
        }
    }
}

async fn work(ctx: Context, mut stopped: watch::Receiver<bool>, heartbeat: Heartbeat) {
    let mut counted: Option<Instant> = None;
    while !*stopped.borrow() {
        heartbeat.beat();
        if counted.is_none_or(|at| at.elapsed() >= COUNT_EVERY) {
            counted = Some(Instant::now());
            count(&ctx).await;
        }
        let bell = ctx.job_bell.notified();
        match run_one(&ctx).await {
            Ok(true) => {}
            Ok(false) => {
                tokio::select! {
                    () = bell => {}
                    () = tokio::time::sleep(NAP) => {}
                    _ = stopped.changed() => {}
                }
            }
            Err(error) => {
                tracing::error!("the job queue cannot be read: {error}");
                tokio::time::sleep(NAP * 4).await;
            }
        }
    }
}

async fn count(ctx: &Context) {
    if let Ok(waiting) = waiting(ctx).await {
        jobs_waiting(u32::try_from(waiting).unwrap_or(u32::MAX));
    }
}

/// Runs jobs until none is due; gives how many ran. For tests.
pub async fn run_until_idle(ctx: &Context) -> Result<usize, DbErr> {
    let mut ran = 0;
    while run_one(ctx).await? {
        ran += 1;
    }
    Ok(ran)
}

/// Runs the next due job. False when none is due.
pub async fn run_one(ctx: &Context) -> Result<bool, DbErr> {
    let Some(leased) = claim(ctx).await? else {
        return Ok(false);
    };
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
    settle(ctx, &leased, ran).await?;
    Ok(true)
}

async fn settle(ctx: &Context, job: &Leased, ran: Ran) -> Result<(), DbErr> {
    let (outcome, kept) = match ran {
        Ran::Done => ("done", finish(ctx, job, "done", None).await?),
        Ran::Dead { why } => {
            tracing::error!(job = %job.id, kind = job.kind, attempt = job.attempt, "job failed: {why}");
            ("dead", finish(ctx, job, "dead", Some(&why)).await?)
        }
        Ran::Again { why, after } => {
            tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, "job will be tried again: {why}");
            ("again", put_back(ctx, job, &why, after).await?)
        }
    };
    metrics::job_done(&job.kind, outcome);
    if !kept {
        tracing::warn!(job = %job.id, kind = job.kind, "another worker took the job over; this end does not count");
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
        Job::MailSent { mail } => crate::mails::hand_over(ctx, mail).await,
        Job::NumberBought { partner, order } => crate::texting::buy(ctx, partner, order).await,
        Job::OldRowsPruned => crate::jobs::prune(ctx).await,
    }
}

/// How long one run may take; tests are less patient.
fn patience() -> Duration {
    fail::fail_point!("job_hangs", |_| Duration::from_millis(100));
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
                    tracing::warn!(job = %leased.id, "job not given back: {error}");
                }
            });
        }
    }
}
