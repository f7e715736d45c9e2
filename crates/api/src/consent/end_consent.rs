//! `POST /api/v1/clients/{id}/consents/end`

use super::entry::Entry;
use super::ledger::{newest_of_pair, record};
use super::show::show_all;
use crate::answer::Kept;
use crate::context::Context;
use crate::extract::{May, PathId, Valid, WriteMessages};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use crate::{clients, texting};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{Consent, ConsentKind, ConsentSource, EndConsent};

/// Records that a customer asked, other than by text, not to be texted any more
///
/// On the telephone, by mail or in person: from now on nobody texts them from the client's number. Only
/// the customer takes that back, by texting START. One who has asked already is answered with the entry
/// of that time.
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client.")),
    request_body = EndConsent, responses((status = 200, body = Consent)),
    extensions(("x-scope" = json!("messages:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/consents/end")]
pub async fn end_consent(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<EndConsent>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let partner = caller.partner;
    let customer = PhoneNumber::parse(&body.body.customer_number)
        .map_err(|r| Refusal::rejected("/customer_number", &r))?;
    let request = Request {
        principal: caller.principal(),
        operation: "end_consent",
        key: &key,
        body_hash: &format!("{client} {}", body.hash),
    };
    once(&ctx, request, async |tx| {
        clients::require(tx, &caller, client).await?;
        let number = texting::number(tx, partner, client).await?;
        let number = number.ok_or_else(no_number)?;
        let kind = ConsentKind::Ended;
        let entry = Entry::new(
            (partner, client),
            &number,
            customer.as_str(),
            kind,
            ConsentSource::Staff,
        );
        record(&ctx, tx, entry.recorded_by(&caller)).await?;
        let row = newest_of_pair(tx, partner, client, &number, customer.as_str()).await?;
        let shown = show_all(tx, partner, row.into_iter().collect()).await?;
        Kept::ok(shown.first().ok_or_else(Refusal::not_found)?)
    })
    .await
}

fn no_number() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "The company has no phone number yet, so nobody is texted.",
    )
}
