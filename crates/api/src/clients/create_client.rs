//! `POST /api/v1/clients`

use super::{Company, show_one, store};
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{Caller, CreateClients, May, Valid};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use crate::{invites, onboarding};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{Client, CreateClient, NewAdministrator};
use gangway_domain::wizard::{Progress, Step, StepState};
use sea_orm::DatabaseTransaction;

/// Creates a client by hand
///
/// The partner fills in the company; its Company Administrator is invited by email and finds Company
/// Info done.
#[utoipa::path(tag = "Clients", request_body = CreateClient,
    responses((status = 201, body = Client)),
    extensions(("x-scope" = json!("clients:create")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients")]
pub async fn create_client(
    ctx: Data<Context>,
    may: May<CreateClients>,
    key: IdempotencyKey,
    body: Valid<CreateClient>,
) -> Answer {
    let caller = may.0;
    let CreateClient {
        company,
        administrator,
    } = body.body;
    let company = Company::parse(&company, "/company")?;
    let email = EmailAddress::parse(&administrator.email)
        .map_err(|rejection| Refusal::rejected("/administrator/email", &rejection))?;
    let request = Request {
        principal: caller.principal(),
        operation: "create_client",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        let id = create(&ctx, tx, &caller, &company, &email, &administrator).await?;
        let (_, client) = show_one(tx, caller.partner, id).await?;
        Kept::created(format!("/api/v1/clients/{id}"), &client)
    })
    .await
}

/// Makes a client whose company is known, and invites its administrator.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    company: &Company,
    email: &EmailAddress,
    administrator: &NewAdministrator,
) -> Result<ClientId, Refusal> {
    let (partner, by) = (caller.partner, Some(caller.place_id));
    let written = Some((company, "/company"));
    let id = store::insert(ctx, tx, partner, email.as_str(), by, written).await?;
    let progress = Progress::default().with(Step::CompanyInfo, StepState::Done);
    onboarding::begin(ctx, tx, partner, id, progress).await?;
    let event = Event::by(caller, "client.created", id).about(id);
    record(ctx, tx, event.with(company.facts())).await?;
    invites::invite_administrator(ctx, tx, caller, id, administrator).await?;
    Ok(id)
}
