//! `GET /api/v1/clients/{id}/consents`

use super::filter::Filter;
use super::show::show_all;
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, PathId, ReadMessages};
use crate::refusal::Answer;
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Consent, Page};
use gangway_entities::consent::{Column, Model};
use sea_orm::PaginatorTrait as _;

/// Lists who agreed to be texted and who asked not to be, newest first
///
/// Entries are only ever added, each with what proves it. `q` finds parts of customers' numbers.
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client."),
        ("customer_number" = Option<String>, Query,
            description = "Only of this customer, by the number in E.164 form.")),
    responses((status = 200, body = Page<Consent>)),
    extensions(("x-scope" = json!("messages:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients/{id}/consents")]
pub async fn list_consents(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
    paging: Paging,
    request: HttpRequest,
) -> Answer {
    let (db, partner) = (ctx.db.reader(), may.0.partner);
    clients::require(db, &may.0, id.0).await?;
    let rows = Filter::of(&request)?.rows(partner, id.0, paging.q.as_deref());
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let slice = paging.slice(rows, Column::At, Column::Id);
    let place = |row: &Model| Cursor::of(row.at, row.id);
    let page = paging.page(slice.all(db).await?, place, total, |row| row);
    ok(&Page {
        data: show_all(db, partner, page.data).await?,
        next: page.next,
        total: page.total,
    })
}
