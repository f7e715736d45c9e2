//! The job: texts that nobody here could take when they came are fetched from the provider's list, after
//! each start and every hour. The provider brings a text for a quarter of a minute, then it is only there.

use super::conversations::Pair;
use super::messages::{self, FromPhone, receive_from_phone, sender, storable};
use super::store;
use crate::context::Context;
use crate::db::again;
use crate::jobs::{self, Job, Provider, Ran};
use crate::refusal::Refusal;
use chrono::{DateTime, Duration, SubsecRound as _, Utc};
use gangway_domain::ids::{ClientId, NumberOrderId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::finders::orders_with_number;
use gangway_entities::number_order::{Column, Model};
use gangway_twilio::{Client, Direction, Error, ListMessages, Message};
use sea_orm::{QueryOrder as _, QuerySelect as _};
use std::time::{Duration as StdDuration, Instant};
use tokio::time::timeout;
use uuid::Uuid;

/// How often.
const EVERY: Duration = Duration::hours(1);
/// So long a text may be on its way here, and by so much the provider's clock may be behind ours.
const ON_ITS_WAY: Duration = Duration::minutes(2);
/// How far back is looked for a number for which it never was.
const AT_FIRST: Duration = Duration::days(2);
/// When the provider is asked again that did not answer.
const COME_BACK: Duration = Duration::minutes(1);
/// How long one list is waited for, and after how long the numbers that are left are for the next run; together
/// shorter than a job's patience.
const PATIENCE: StdDuration = StdDuration::from_secs(30);
const A_RUN: StdDuration = StdDuration::from_secs(20);
/// Numbers asked for in one run, and texts that are listed at a time and at most.
const NUMBERS: u64 = 20;
const A_PAGE: u16 = 1_000;
const MOST: usize = 10_000;
const EVERY_HOUR: &str = "texts_caught_up";
const AFTER_START: &str = "texts_caught_up:start";

/// Puts the job in the queue for every hour, and once more for when what was on its way at this start is here. Once
/// for all instances.
pub async fn schedule_catching_up(ctx: &Context) -> Result<(), Refusal> {
    if ctx.twilio.is_none() {
        return Ok(());
    }
    let now = ctx.now();
    let first = Some(NumberOrderId(Uuid::nil()));
    let tx = ctx.db.begin().await?;
    for (after, key, at) in [
        (None, EVERY_HOUR, now + EVERY),
        (first, AFTER_START, now + ON_ITS_WAY),
    ] {
        let job = Job::TextsCaughtUp { after };
        jobs::enqueue(ctx, &tx, job, None, Some(key.to_owned()), at).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Fetches what was missed of some numbers, and leaves the rest of them to a job of their own.
pub async fn catch_up(ctx: &Context, after: Option<NumberOrderId>) -> Ran {
    let Some(twilio) = &ctx.twilio else {
        return Ran::Done;
    };
    match run(ctx, twilio, after).await {
        Ok(()) if after.is_some() => Ran::Done,
        Ok(()) => later("it runs every hour".to_owned(), EVERY),
        Err(NotNow { why, after }) => later(why, after.unwrap_or_default().max(COME_BACK)),
    }
}

fn later(why: String, after: Duration) -> Ran {
    Ran::Later { why, after }
}

/// The database or the provider is away.
struct NotNow {
    why: String,
    /// So long it wants to be left alone.
    after: Option<Duration>,
}

impl From<Refusal> for NotNow {
    fn from(refusal: Refusal) -> Self {
        Self {
            why: format!("{refusal:?}"),
            after: None,
        }
    }
}

/// A number with trouble of its own keeps nobody else waiting: it has its turn again within the hour.
async fn run(ctx: &Context, twilio: &Client, after: Option<NumberOrderId>) -> Result<(), NotNow> {
    let began = Instant::now();
    let rows = orders_with_number(after)
        .order_by_asc(Column::Id)
        .limit(NUMBERS);
    let rows = rows.all(ctx.db.reader()).await.map_err(Refusal::from)?;
    for row in &rows {
        if let Some(listed) = list(ctx, twilio, row).await? {
            match keep_missed(ctx, row, listed).await {
                Err(refusal) if refusal.code() == ProblemCode::Unavailable => {
                    return Err(refusal.into());
                }
                Err(refusal) => tracing::error!(order = %row.id, "missed texts: {refusal:?}"),
                Ok(()) => {}
            }
        }
        let is_last = rows.last().is_some_and(|last| last.id == row.id);
        if is_last || began.elapsed() > A_RUN {
            go_on(ctx, NumberOrderId(row.id)).await?;
            break;
        }
    }
    Ok(())
}

/// Leaves the numbers that follow to a run of their own.
async fn go_on(ctx: &Context, last: NumberOrderId) -> Result<(), Refusal> {
    let next = orders_with_number(Some(last)).limit(1);
    if next.one(ctx.db.reader()).await?.is_none() {
        return Ok(());
    }
    let job = Job::TextsCaughtUp { after: Some(last) };
    let key = Some(format!("{EVERY_HOUR}:{last}"));
    let tx = ctx.db.begin().await?;
    jobs::enqueue(ctx, &tx, job, None, key, ctx.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// From when on a number's texts are looked for.
fn since(row: &Model, now: DateTime<Utc>) -> DateTime<Utc> {
    let since = row.caught_up_at.unwrap_or(now - AT_FIRST) - ON_ITS_WAY;
    // The provider tells whole seconds.
    row.assigned_at
        .map_or(since, |at| at.trunc_subsecs(0).max(since))
}

/// What the provider has of a number; none where it says no to this one.
async fn list(ctx: &Context, twilio: &Client, row: &Model) -> Result<Option<Vec<Message>>, NotNow> {
    let list = ListMessages {
        to: row.phone_number.clone(),
        sent_since: Some(since(row, ctx.now()).date_naive()),
        page_size: Some(A_PAGE),
        limit: Some(MOST),
        ..ListMessages::default()
    };
    let listed = timeout(PATIENCE, twilio.list_messages(&list)).await;
    let (why, after) = match listed {
        Ok(Ok(listed)) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            return Ok(Some(listed));
        }
        Ok(Err(error @ (Error::Refused { .. } | Error::Unreadable(_)))) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            tracing::warn!(order = %row.id, "missed texts cannot be looked for: {error}");
            return Ok(None);
        }
        Ok(Err(Error::Throttled { retry_after })) => {
            let after = retry_after.and_then(|after| Duration::from_std(after).ok());
            ("Twilio asks to slow down".to_owned(), after)
        }
        Ok(Err(error)) => (error.to_string(), None),
        Err(_) => ("Twilio did not come to an end".to_owned(), None),
    };
    ctx.desk.failed(Provider::Twilio, ctx.now());
    Err(NotNow { why, after })
}

/// Keeps what a number has missed.
async fn keep_missed(ctx: &Context, row: &Model, listed: Vec<Message>) -> Result<(), Refusal> {
    let now = ctx.now();
    let until = now - ON_ITS_WAY;
    let is_all = listed.len() < MOST;
    let missed = missed(ctx, row, listed, since(row, now), until).await?;
    for (at, message) in &missed {
        again(|| keep(ctx, row, *at, message)).await?;
    }
    if !missed.is_empty() {
        tracing::warn!(order = %row.id, texts = missed.len(), "texts that were missed are here now");
        ctx.job_bell.notify_waiters();
    }
    if !is_all {
        tracing::error!(order = %row.id, "more texts were missed than are listed: look at Twilio's log");
    }
    store::write_caught_up(ctx, row, until).await
}

/// The texts to the number of that time that are not here, oldest first.
async fn missed(
    ctx: &Context,
    row: &Model,
    listed: Vec<Message>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<(DateTime<Utc>, Message)>, Refusal> {
    // They are listed newest first, by whole seconds.
    let came = listed
        .into_iter()
        .rev()
        .filter(|message| message.direction == Direction::Inbound)
        .filter_map(|message| Some((message.date_created?, message)));
    let mut came: Vec<_> = came
        .filter(|(at, _)| *at >= since && *at <= until)
        .collect();
    came.sort_by_key(|(at, _)| *at);
    let sids = came
        .iter()
        .map(|(_, message)| message.sid.clone())
        .collect();
    let known = messages::known_sids(ctx.db.reader(), PartnerId(row.partner_id), sids).await?;
    came.retain(|(_, message)| !known.contains(&message.sid));
    Ok(came)
}

async fn keep(
    ctx: &Context,
    row: &Model,
    at: DateTime<Utc>,
    message: &Message,
) -> Result<(), Refusal> {
    let (Some(from), Some(number)) = (&message.from, &row.phone_number) else {
        return Ok(());
    };
    let (from, body) = (sender(from), storable(&message.body));
    let count = |count: Option<u32>, least: i32| {
        let count = count.and_then(|count| i32::try_from(count).ok());
        count.unwrap_or(least).clamp(least, 100)
    };
    let text = FromPhone {
        sid: &message.sid,
        pair: Pair {
            partner: PartnerId(row.partner_id),
            client: ClientId(row.client_id),
            company_number: number,
            customer_number: &from,
        },
        body: &body,
        media: count(message.num_media, 0),
        segments: count(message.num_segments, 1),
        opt_out_type: None,
        missed_at: Some(at),
    };
    let tx = ctx.db.begin().await?;
    receive_from_phone(ctx, &tx, text).await?;
    fail::fail_point!("before_missed_commit", |_| std::process::abort());
    tx.commit().await?;
    fail::fail_point!("after_missed_commit", |_| std::process::abort());
    Ok(())
}
