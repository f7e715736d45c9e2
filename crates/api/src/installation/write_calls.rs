//! Calls of the application are written down, one after another, after their visitors were answered.

use super::calls::{Call, NOTED_EVERY};
use super::store;
use crate::context::Context;
use crate::db::whose;
use crate::events::{Event, caused_by, record};
use crate::refusal::{REFERENCE, Refusal};
use serde_json::json;
use tokio::task::JoinHandle;

/// The one of a process that writes calls.
#[derive(Debug)]
pub struct CallWriter(JoinHandle<()>);

impl CallWriter {
    /// Starts writing as calls come.
    pub fn start(ctx: &Context) -> Self {
        let ctx = ctx.clone();
        Self(tokio::spawn(async move {
            loop {
                ctx.calls.came.notified().await;
                write_calls(&ctx).await;
            }
        }))
    }

    /// Stops once all that came is written.
    pub async fn stop(self, ctx: &Context) {
        let between = ctx.calls.at_work.lock().await;
        self.0.abort();
        drop(between);
        write_calls(ctx).await;
    }
}

/// Writes the calls that wait, and returns when none of before is at work any more. Trouble is logged:
/// the call after a minute is noted.
pub async fn write_calls(ctx: &Context) {
    let _turn = ctx.calls.at_work.lock().await;
    for call in ctx.calls.take() {
        if let Err(refusal) = write_as_its_visitor(ctx, &call).await {
            tracing::warn!("a call of the application was not noted: {refusal}");
        }
    }
}

async fn write_as_its_visitor(ctx: &Context, call: &Call) -> Result<(), Refusal> {
    let work = whose::watched(Some(call.partner), Box::pin(write(ctx, call)));
    let caused = caused_by(call.visitor.clone(), work);
    REFERENCE.scope(call.reference.clone(), caused).await
}

async fn write(ctx: &Context, call: &Call) -> Result<(), Refusal> {
    let noted = store::call(ctx.db.reader(), call).await?;
    let before = call.at - NOTED_EVERY;
    match noted {
        Some(noted) if noted.last_at > before => Ok(()),
        Some(_) => {
            let tx = ctx.db.begin().await?;
            store::note_again(&tx, call, before).await?;
            Ok(tx.commit().await?)
        }
        None => write_first(ctx, call).await,
    }
}

async fn write_first(ctx: &Context, call: &Call) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    if store::note_first(&tx, call).await? {
        let event = Event::of("installation.first_called", call.client)
            .at(call.partner)
            .about(call.client)
            .with(json!({ "origin": call.site.as_str() }));
        record(ctx, &tx, event).await?;
    }
    Ok(tx.commit().await?)
}
