//! `GET /api/v1/clients/{id}/logo`

use super::sizes;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadClients};
use crate::files::{self, Purpose};
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    X_CONTENT_TYPE_OPTIONS,
};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use gangway_domain::ids::{ClientId, FileId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::file::Model;
use serde::Deserialize;

/// Nothing in it runs, loads or is framed, even where somebody opens it by itself.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// What only some may see stays in no cache: pages fetch it and hold it themselves.
const KEPT_BY_NOBODY: &str = "private, no-store";

/// Without a wish.
const USUAL_SIZE: u32 = 128;
/// More than there is, for screens that are still to come.
const LARGEST_SIZE: u32 = 2048;

/// What is wanted.
#[derive(Debug, Deserialize)]
struct Wanted {
    size: Option<u32>,
}

/// Reads a client's logo
///
/// As PNG: the smallest that fills a square of so many pixels, or else the largest there is. With
/// `If-None-Match` the answer is 304 while it is the same.
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client."),
        ("size" = Option<u32>, Query, minimum = 1, maximum = 2048,
            description = "The square it is for, in pixels; 128 without it.")),
    responses((status = 200, content_type = "image/png", description = "The logo."),
        (status = 304, description = "It is the same.")),
    extensions(("x-scope" = json!("clients:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/logo")]
pub async fn read_logo(
    ctx: Data<Context>,
    may: May<ReadClients>,
    id: PathId<ClientId>,
    request: HttpRequest,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let wanted = wanted_size(&request)?;
    let db = ctx.db.reader();
    clients::require(db, &caller, client).await?;
    let row = files::of_client(db, caller.partner, client, Purpose::ClientLogo).await?;
    let row = row.ok_or_else(Refusal::not_found)?;
    let size = fitting(&row, wanted)?;
    let tag = format!("\"{}-{size}\"", row.id.simple());
    if is_known(&request, &tag) {
        return Ok(HttpResponse::NotModified()
            .insert_header((ETAG, tag))
            .insert_header((CACHE_CONTROL, KEPT_BY_NOBODY))
            .finish());
    }
    let png = ctx
        .objects
        .get(caller.partner, FileId(row.id), size)
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, row.media_type))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CONTENT_SECURITY_POLICY, SANDBOX))
        .insert_header((CONTENT_DISPOSITION, files::attachment(&row.name, "png")))
        .insert_header((CACHE_CONTROL, KEPT_BY_NOBODY))
        .insert_header((ETAG, tag))
        .body(png))
}

fn wanted_size(request: &HttpRequest) -> Result<u32, Refusal> {
    let wanted = Query::<Wanted>::from_query(request.query_string());
    let size = wanted.ok().map(|wanted| wanted.size.unwrap_or(USUAL_SIZE));
    size.filter(|size| (1..=LARGEST_SIZE).contains(size))
        .ok_or_else(|| {
            let words = format!("size is a whole number of pixels from 1 to {LARGEST_SIZE}.");
            Refusal::new(ProblemCode::BadParameter, words)
        })
}

fn fitting(row: &Model, wanted: u32) -> Result<u32, Refusal> {
    let sizes = sizes(row);
    let fills = sizes.iter().find(|size| **size >= wanted);
    fills
        .or(sizes.last())
        .copied()
        .ok_or_else(|| Refusal::internal(anyhow::anyhow!("a file has no sizes")))
}

fn is_known(request: &HttpRequest, tag: &str) -> bool {
    let given = request.headers().get_all(IF_NONE_MATCH);
    let mut tags = given
        .filter_map(|tags| tags.to_str().ok())
        .flat_map(|tags| tags.split(','));
    tags.any(|known| matches!(known.trim(), "*") || known.trim().trim_start_matches("W/") == tag)
}
