//! `GET /api/v1/client-imports/sample.csv`

use super::around;
use crate::context::Context;
use crate::extract::{CreateClients, May};
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use gangway_domain::client_rows::{example, sample_columns};
use gangway_domain::problem::ProblemCode;
use serde::Deserialize;

#[derive(Deserialize)]
struct Wanted {
    secondary: Option<bool>,
}

/// Downloads a sample list
///
/// The columns of a list, with the partner's own fields, and a row that shows how it is filled.
#[utoipa::path(tag = "Imports",
    params(("secondary" = Option<bool>, Query, description = "With the columns of the second contact.")),
    responses((status = 200, content_type = "text/csv", body = String, description = "The sample.")),
    extensions(("x-scope" = json!("clients:create"))))]
#[get("/api/v1/client-imports/sample.csv")]
pub async fn download_import_sample(
    ctx: Data<Context>,
    may: May<CreateClients>,
    request: HttpRequest,
) -> Answer {
    let wanted = Query::<Wanted>::from_query(request.query_string())
        .map_err(|_| Refusal::new(ProblemCode::BadParameter, "secondary is true or false."))?;
    let fields = around::fields(ctx.db.reader(), may.0.partner).await?;
    let columns = sample_columns(wanted.secondary.unwrap_or(false), &fields);
    let examples: Vec<String> = columns.iter().map(|name| example(name, &fields)).collect();
    let sample = gangway_sheet::sample(
        columns.iter().map(String::as_str),
        examples.iter().map(String::as_str),
    );
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            "attachment; filename=\"clients-sample.csv\"",
        ))
        .body(sample.map_err(Refusal::internal)?))
}
