//! Carries what was sealed to those who follow it: at once what this instance commits, within a
//! second what others do.

use super::store;
use crate::context::Context;
use gangway_domain::ids::PartnerId;
use sea_orm::DbErr;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// How often the chains are looked at for what other instances committed.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Commits in quick succession are read together.
const PAUSE: Duration = Duration::from_millis(50);
/// Events read at a time.
const BATCH: u64 = 200;
/// Where more happened than this at once, streams are told so and nothing of it.
pub const MOST_TOLD: i64 = 500;

/// The one of a process that carries.
#[derive(Debug)]
pub struct Carrier(JoinHandle<()>);

impl Carrier {
    /// Starts carrying.
    pub fn start(ctx: &Context) -> Self {
        Self(tokio::spawn(carry(ctx.clone())))
    }

    /// Ends the streams, then stops.
    pub async fn stop(self, ctx: &Context) {
        ctx.streams.end();
        if let Err(error) = self.0.await {
            tracing::error!("the carrier of streams ended with an error: {error}");
        }
    }
}

async fn carry(ctx: Context) {
    let mut ending = ctx.streams.ending();
    let rounds = async {
        loop {
            wait(&ctx).await;
            if let Err(error) = look(&ctx).await {
                tracing::warn!("what happened was not carried to streams: {error}");
                sleep(LOOK_EVERY).await;
            }
            sleep(PAUSE).await;
        }
    };
    tokio::select! {
        () = rounds => {}
        _ = ending.wait_for(|ending| *ending) => {}
    }
}

/// Until there is something to look at.
async fn wait(ctx: &Context) {
    if ctx.streams.partners().is_empty() {
        return ctx.streams.followed.notified().await;
    }
    tokio::select! {
        () = ctx.db.event_bell().notified() => {}
        () = sleep(LOOK_EVERY) => {}
    }
}

async fn look(ctx: &Context) -> Result<(), DbErr> {
    let followed = ctx.streams.partners();
    let partners: Vec<PartnerId> = followed.iter().map(|(partner, _)| *partner).collect();
    let heads = store::heads(ctx.db.reader(), &partners).await?;
    for (partner, head) in heads {
        let known = followed.iter().find(|(known, _)| *known == partner);
        if let Some((_, known)) = known.filter(|(_, known)| *known < head) {
            read(ctx, partner, *known, head).await?;
        }
    }
    Ok(())
}

async fn read(ctx: &Context, partner: PartnerId, known: i64, head: i64) -> Result<(), DbErr> {
    // Streams see that something is left out, and each looks how much.
    let mut from = if head - known > MOST_TOLD {
        head - 1
    } else {
        known
    };
    while from < head {
        let events = store::after(ctx.db.reader(), partner, from, BATCH).await?;
        let Some(last) = events.last() else {
            return Ok(());
        };
        from = last.sequence;
        ctx.streams.tell(partner, events);
    }
    Ok(())
}
