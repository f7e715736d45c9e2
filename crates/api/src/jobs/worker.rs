//! The worker of a process: takes jobs one by one and does several at a time.

use super::measure::measure;
use super::run::{run, take_one};
use crate::context::Context;
use crate::health::Heartbeat;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// How long an idle worker sleeps when nobody rings.
const NAP: Duration = Duration::from_millis(500);
/// How often the jobs that wait are counted.
const COUNT_EVERY: Duration = Duration::from_secs(5);

/// The worker of this process.
pub struct Worker {
    stop: watch::Sender<bool>,
    working: JoinHandle<()>,
}

impl Worker {
    /// Starts one that does so many jobs at a time.
    pub fn start(ctx: &Context, at_once: usize, heartbeat: Heartbeat) -> Self {
        let (stop, stopped) = watch::channel(false);
        let working = tokio::spawn(work(ctx.clone(), at_once, stopped, heartbeat));
        Self { stop, working }
    }

    /// Takes no more jobs, lets those at work come to their end for so long, then gives them back.
    pub async fn stop(mut self, patience: Duration) {
        let _ = self.stop.send(true);
        if tokio::time::timeout(patience, &mut self.working)
            .await
            .is_err()
        {
            self.working.abort();
        }
    }
}

async fn work(
    ctx: Context,
    at_once: usize,
    mut stopped: watch::Receiver<bool>,
    heartbeat: Heartbeat,
) {
    let mut at_work = JoinSet::new();
    let mut counted: Option<Instant> = None;
    while at_once > 0 && !*stopped.borrow() {
        heartbeat.beat();
        if counted.is_none_or(|at| at.elapsed() >= COUNT_EVERY) {
            counted = Some(Instant::now());
            // One that fails is made good in seconds.
            let _ = measure(&ctx).await;
        }
        while at_work.try_join_next().is_some() {}
        let bell = ctx.job_bell.notified();
        let mut nap = NAP;
        if at_work.len() < at_once {
            match take_one(&ctx).await {
                Ok(Some((leased, place))) => {
                    let ctx = ctx.clone();
                    at_work.spawn(async move {
                        if let Err(error) = run(&ctx, leased, place).await {
                            tracing::error!("a job's end cannot be written down: {error}");
                        }
                    });
                    continue;
                }
                Ok(None) => nap = ctx.desk.next_call(ctx.now()).unwrap_or(NAP).min(NAP),
                Err(error) => {
                    tracing::error!("the job queue cannot be read: {error}");
                    nap = NAP * 4;
                }
            }
        }
        tokio::select! {
            () = bell, if nap <= NAP => {}
            () = tokio::time::sleep(nap) => {}
            _ = stopped.changed() => {}
        }
    }
    while at_work.join_next().await.is_some() {}
}
