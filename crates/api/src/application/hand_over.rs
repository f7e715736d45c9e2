//! `POST /api/v1/clients/{id}/handovers`

use super::store;
use crate::answer::{Kept, completed};
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, Valid, WriteOnboarding};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::keys::Purpose;
use crate::refusal::{Answer, Refusal};
use crate::{clients, limits, links, mails, onboarding};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{HandOver, Handover};
use gangway_domain::wizard::Step;
use serde_json::json;
use uuid::Uuid;

/// Every hand-over has one link.
pub(super) const GENERATION: i32 = 1;

/// Hands the application code to a colleague by link
///
/// The link shows the code and whom to ask, and nothing else. With an address it is mailed there.
#[utoipa::path(tag = "Application", params(("id" = ClientId, Path, description = "The client.")),
    request_body = HandOver, responses((status = 201, body = Handover)),
    extensions(("x-scope" = json!("onboarding:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/handovers")]
pub async fn hand_over_step(
    ctx: Data<Context>,
    may: May<WriteOnboarding>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<HandOver>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let email = match body.body.email.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(text) => Some(EmailAddress::parse(text).map_err(|r| Refusal::rejected("/email", &r))?),
    };
    let request = Request {
        principal: caller.principal(),
        operation: "hand_over_step",
        key: &key,
        body_hash: &format!("{client}:{}", body.hash),
    };
    let answer = once(&ctx, request, async |tx| {
        clients::require(tx, &caller, client).await?;
        let progress = onboarding::progress(tx, caller.partner, client).await?;
        onboarding::refuse_unless_open(&progress, Step::EnableApplication)?;
        let row = store::insert(&ctx, tx, &caller, client, email.as_ref()).await?;
        links::issue(&ctx, tx, Purpose::Handover, row.id, GENERATION).await?;
        if let Some(email) = &email {
            limits::mail_by_partner(&ctx, tx, caller.partner, None, email).await?;
            mails::queue(&ctx, tx, Some(caller.partner), "handover", row.id, email).await?;
        }
        record(
            &ctx,
            tx,
            Event::by(&caller, "handover.made", row.id)
                .about(client)
                .with(json!({"email": row.email})),
        )
        .await?;
        // Kept without the link: the database alone opens nothing.
        let url = row.id.to_string();
        let handover = Handover {
            url,
            expires_at: row.expires_at,
            email: row.email,
        };
        Kept::created(format!("/api/v1/clients/{client}/application"), &handover)
    })
    .await?;
    completed(answer, |kept: Handover| {
        let id: Uuid = kept
            .url
            .parse()
            .map_err(|error: uuid::Error| Refusal::internal(error))?;
        let url = links::address(&ctx, Purpose::Handover, id, GENERATION);
        Ok(Handover { url, ..kept })
    })
    .await
}
