//! `POST /api/v1/client-imports`

use super::findings::Findings;
use super::kept_rows::Wrong;
use super::receive::{Received, Said, receive, said};
use super::show::show_one;
use super::store::{self, NewImport};
use super::{check, told};
use crate::answer::Kept;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Caller, CreateClients, May};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::places;
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, post};
use gangway_domain::ids::{FileId, ImportId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::ClientImport;
use sea_orm::DatabaseTransaction;
use std::cell::Cell;

/// A file up to this many bytes is checked while one waits.
const WAITED_FOR: usize = 256 * 1024;

/// Uploads a list of clients
///
/// The body is the CSV file itself, of at most 25 MB; `Content-Type` does not matter. It is checked, and
/// nothing is written until it is confirmed: a small file at once, a large one while its state is
/// `checking`. The same file again, as long as an import of it stands, is answered with that import and 200,
/// unless `again` is true. A partner may have 20 imports at once that are neither
/// done nor cancelled; the oldest that was refused and waits for its columns to be matched gives way.
#[utoipa::path(tag = "Imports",
    params(("name" = Option<String>, Query, description = "What the file is called, for people to read."),
        ("again" = Option<bool>, Query, description = "Take it although the same file was uploaded before.")),
    request_body(content_type = "text/csv", description = "The file."),
    responses((status = 201, body = ClientImport),
        (status = 200, body = ClientImport, description = "The import of the same file that there is.")),
    extensions(("x-scope" = json!("clients:create")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/client-imports")]
pub async fn upload_import(
    ctx: Data<Context>,
    may: May<CreateClients>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Payload,
) -> Answer {
    let caller = may.0;
    let said = said(&request)?;
    let _place = ctx.intake.enter(caller.partner)?;
    let id: ImportId = ctx.new_id();
    let received = receive(&ctx, caller.partner, id, &request, body).await?;
    fail::fail_point!("list_received", |_| std::process::abort());
    let is_kept = Cell::new(false);
    let answer = keep(&ctx, &caller, &key, id, &said, &received, &is_kept).await;
    match &answer {
        // Nobody knows whether it was committed: if not, the object is swept up.
        Err(refusal) if is_uncertain(refusal) => {}
        Ok(_) if is_kept.get() => {}
        _ => ctx.objects.remove(caller.partner, FileId(id.0)).await?,
    }
    answer
}

fn is_uncertain(refusal: &Refusal) -> bool {
    matches!(
        refusal.code(),
        ProblemCode::Internal | ProblemCode::Unavailable
    )
}

async fn keep(
    ctx: &Context,
    caller: &Caller,
    key: &IdempotencyKey,
    id: ImportId,
    said: &Said,
    received: &Received,
    is_kept: &Cell<bool>,
) -> Answer {
    let Said { name, again } = said;
    let found = if received.bytes <= WAITED_FOR {
        Some(check::at_once(ctx, caller, id).await?)
    } else {
        None
    };
    let body_hash = format!("{}:{again}:{name}", received.digest);
    let request = Request {
        principal: caller.principal(),
        operation: "upload_import",
        key,
        body_hash: &body_hash,
    };
    once(ctx, request, async |tx| {
        is_kept.set(false);
        places::lock_partner(ctx, tx, caller.partner).await?;
        if !again && let Some(same) = store::same(tx, caller, &received.digest).await? {
            return Kept::ok(&show_one(tx, same).await?);
        }
        store::make_room(ctx, tx, caller.partner).await?;
        is_kept.set(true);
        let new = NewImport {
            id,
            file_name: name,
            file_bytes: received.bytes,
            digest: &received.digest,
        };
        write(ctx, tx, caller, &new, found.as_ref()).await
    })
    .await
}

async fn write(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    new: &NewImport<'_>,
    found: Option<&(Findings, Vec<Wrong>)>,
) -> Result<Kept, Refusal> {
    let row = store::insert(ctx, tx, caller, new).await?;
    record(ctx, tx, told::by(caller, "client_import.uploaded", &row)).await?;
    let row = if let Some((findings, wrong)) = found {
        check::ended(ctx, tx, caller, &row, findings, wrong)
            .await?
            .ok_or_else(Refusal::stale)?
    } else {
        store::enqueue(ctx, tx, &row).await?;
        row
    };
    let address = format!("/api/v1/client-imports/{}", ImportId(row.id));
    Kept::created(address, &show_one(tx, row).await?)
}
