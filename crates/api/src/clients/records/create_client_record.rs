//! `POST /api/v1/clients/records`

use super::create_records::{Outcome, create_records};
use super::record::Record;
use super::show;
use crate::answer::Kept;
use crate::clients::require;
use crate::context::Context;
use crate::extract::{Caller, CreateClients, May, Valid};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::FieldError;
use gangway_domain::wire::{ClientRecord, NewClientRecord};
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// Writes a client down
///
/// With its contacts, sites and everything else a partner keeps on it, all at once. Nobody is invited;
/// what another client has already is answered with a conflict that names the field.
#[utoipa::path(tag = "Client records", request_body = NewClientRecord,
    responses((status = 201, body = ClientRecord)),
    extensions(("x-scope" = json!("clients:create")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/records")]
pub async fn create_client_record(
    ctx: Data<Context>,
    may: May<CreateClients>,
    key: IdempotencyKey,
    body: Valid<NewClientRecord>,
) -> Answer {
    let caller = may.0;
    let record = Record::parse(body.body)?;
    let request = Request {
        principal: caller.principal(),
        operation: "create_client_record",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        make(&ctx, tx, &caller, &record).await
    })
    .await
}

/// Makes one client, or says what is wrong with it.
pub(super) async fn make(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    record: &Record,
) -> Result<Kept, Refusal> {
    let records = std::slice::from_ref(record);
    let made = create_records(ctx, tx, caller, records, &json!({})).await?;
    let id: ClientId = match made.into_iter().next() {
        Some(Outcome::Made(id)) => id,
        Some(Outcome::Refused(faults)) => return Err(refusal(faults)),
        None => return Err(Refusal::not_found()),
    };
    let row = require(tx, caller, id).await?;
    let address = format!("/api/v1/clients/{id}/record");
    Kept::created(address, &show(ctx, tx, row).await?)
}

/// A conflict where only others are in the way, wrong fields otherwise.
pub(super) fn refusal(faults: Vec<FieldError>) -> Refusal {
    if faults
        .iter()
        .all(|fault| fault.code == "duplicate_existing")
    {
        Refusal::taken(faults)
    } else {
        Refusal::fields(faults)
    }
}
