//! `POST /api/v1/clients/{id}/sms-number`

use super::show::show;
use super::store;
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{Caller, May, PathId, WriteOnboarding};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::jobs::{self, Job};
use crate::refusal::{Answer, Refusal};
use crate::{clients, onboarding};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, NumberOrderId};
use gangway_domain::wire::{SmsNumber, SmsNumberState};
use gangway_domain::wizard::Step;
use sea_orm::DatabaseTransaction;

/// Asks for a phone number
///
/// A random one of the country the installation buys numbers in, bought behind the scenes: read it
/// to see how far it is. A client never gets more than one; asking again joins what is on its way,
/// and tries at once after trouble.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 202, body = SmsNumber)),
    extensions(("x-scope" = json!("onboarding:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/sms-number")]
pub async fn order_sms_number(
    ctx: Data<Context>,
    may: May<WriteOnboarding>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let partner = caller.partner;
    let request = Request {
        principal: caller.principal(),
        operation: "order_sms_number",
        key: &key,
        body_hash: &client.to_string(),
    };
    once(&ctx, request, async |tx| {
        order(&ctx, tx, &caller, client).await?;
        let row = store::of_client(tx, partner, client).await?;
        Kept::accepted(
            Some(format!("/api/v1/clients/{client}/sms-number")),
            &show(row),
        )
    })
    .await
}

/// Orders the client's number, or joins the order there is, and queues the job that buys it.
pub async fn order(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
) -> Result<(), Refusal> {
    let partner = caller.partner;
    clients::require(tx, caller, client).await?;
    let progress = onboarding::progress(tx, partner, client).await?;
    onboarding::refuse_unless_open(&progress, Step::EnableSms)?;
    let (row, new) = store::make_or_join(ctx, tx, partner, client).await?;
    let order = NumberOrderId(row.id);
    let state = store::state_of(&row);
    let again = state == SmsNumberState::TryAgainLater;
    if again {
        store::begin_anew(ctx, tx, &row).await?;
        jobs::hurry(ctx, tx, &job_key(order)).await?;
    }
    if new || again {
        let event = Event::by(caller, "sms_number.ordered", order).about(client);
        record(ctx, tx, event).await?;
    }
    if state != SmsNumberState::Assigned {
        let job = Job::NumberBought { partner, order };
        let key = Some(job_key(order));
        jobs::enqueue(ctx, tx, job, Some(partner), key, ctx.now()).await?;
    }
    Ok(())
}

/// One job per order, however often it is asked for.
fn job_key(order: NumberOrderId) -> String {
    format!("number_bought:{order}")
}
