//! The job that hands a mail to the mail server.

use super::{compose, store};
use crate::context::Context;
use crate::db::{trouble, whose};
use crate::jobs::{Provider, Ran};
use crate::mail::{Delivery, Fault, Outgoing, Sent, Turn, render};
use crate::refusal::Refusal;
use crate::telemetry::metrics;
use gangway_domain::ids::{MailId, PartnerId};
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::MailState;
use gangway_entities::mail;
#[cfg(feature = "failpoints")]
use sea_orm::{ConnAcquireErr, DbErr};
use std::time::Duration;
use tracing::Instrument as _;

/// How long a database that does not write is given before it is asked again.
const UNTIL_WRITTEN: Duration = Duration::from_millis(250);

/// Hands a mail over. At least once: the same Message-ID each time.
pub async fn hand_over(ctx: &Context, id: MailId) -> Ran {
    match try_hand_over(ctx, id).await {
        Ok(ran) => ran,
        Err(refusal) => Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        },
    }
}

async fn try_hand_over(ctx: &Context, id: MailId) -> Result<Ran, Refusal> {
    let Some(mail) = store::load(ctx, id).await? else {
        return Ok(Ran::Done);
    };
    if matches!(store::state_of(&mail), MailState::Sent | MailState::Refused) {
        return Ok(Ran::Done);
    }
    let Some(letter) = compose::letter(ctx, &mail).await? else {
        let why = "It was no longer needed, so it was not sent.";
        settle(ctx, id, MailState::Refused, Some(why.to_owned())).await?;
        return Ok(Ran::Done);
    };
    let to = EmailAddress::parse(&mail.recipient).map_err(Refusal::internal)?;
    let rendered = render(&letter.message).map_err(Refusal::internal)?;
    let outgoing = Outgoing {
        to,
        to_name: letter.to_name,
        reply_to: letter
            .reply_to
            .and_then(|text| EmailAddress::parse(&text).ok()),
        partner_name: letter.message.partner_name().map(str::to_owned),
        message_id: ctx.mailer.message_id(id),
        date: mail.created_at,
        rendered,
    };
    fail::fail_point!("before_mail", |_| std::process::abort());
    let Sent { delivery, turn } = ctx.mailer.send(&outgoing).await;
    fail::fail_point!("after_mail", |_| std::process::abort());
    note_server(ctx, &delivery);
    let partner = mail.partner_id.map(PartnerId);
    let (state, outcome, detail, ran) = match delivery {
        Delivery::Accepted { .. } => (MailState::Sent, "sent", None, Ran::Done),
        Delivery::TryLater {
            plain,
            fault: Fault::NotReached,
            ..
        } => (
            MailState::Retrying,
            "retrying",
            Some(plain),
            Ran::ProviderDown {
                why: "the mail server cannot be reached".to_owned(),
                after: None,
            },
        ),
        Delivery::TryLater { plain, .. } => (
            MailState::Retrying,
            "retrying",
            Some(plain),
            Ran::Again {
                why: "the mail server did not take it yet".to_owned(),
                after: None,
            },
        ),
        Delivery::RefusedForGood { plain, .. } => (
            MailState::Refused,
            "refused",
            Some(plain),
            Ran::Dead {
                why: "the mail server refused it for good".to_owned(),
            },
        ),
    };
    metrics::mail_done(outcome);
    write_down(ctx, &mail, state, detail, turn).await?;
    if state == MailState::Sent
        && mail.message == "test_email"
        && let Some(partner) = partner
    {
        crate::partners::email_checked(ctx, partner).await?;
    }
    Ok(ran)
}

/// Whether the mail server works, as this mail shows.
fn note_server(ctx: &Context, delivery: &Delivery) {
    match delivery {
        Delivery::TryLater {
            fault: Fault::NotReached | Fault::BrokeOff,
            ..
        } => ctx.desk.failed(Provider::MailServer, ctx.now()),
        _ => ctx.desk.answered(Provider::MailServer, ctx.now()),
    }
}

/// What the mail server said is written down as soon as the database takes it: a mail whose sending is
/// forgotten is sent twice. It goes on when the job's patience ends, and the job's next try then sees it.
async fn write_down(
    ctx: &Context,
    mail: &mail::Model,
    state: MailState,
    detail: Option<String>,
    turn: Turn,
) -> Result<(), Refusal> {
    let (ctx, id) = (ctx.clone(), MailId(mail.id));
    let writing = async move {
        let _turn = turn;
        loop {
            match settle(&ctx, id, state, detail.clone()).await {
                Err(refusal) if refusal.database_error().is_some_and(trouble::passes) => {
                    tracing::warn!("what became of a mail cannot be written down yet");
                    tokio::time::sleep(UNTIL_WRITTEN).await;
                }
                ended => return ended,
            }
        }
    };
    let writing = whose::watched(mail.partner_id.map(PartnerId), writing);
    tokio::spawn(writing.in_current_span())
        .await
        .map_err(Refusal::internal)?
}

async fn settle(
    ctx: &Context,
    id: MailId,
    state: MailState,
    detail: Option<String>,
) -> Result<(), Refusal> {
    fail::fail_point!("mail_not_written", |_| Err(DbErr::ConnectionAcquire(
        ConnAcquireErr::Timeout
    )
    .into()));
    let tx = ctx.db.begin().await?;
    store::note(ctx, &tx, id, state, detail).await?;
    tx.commit().await?;
    Ok(())
}
