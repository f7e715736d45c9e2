//! `GET /api/v1/clients`

use super::filter::Filter;
use super::order::Order;
use super::show::{show, shown};
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Asked, May, ReadClients};
use crate::refusal::Answer;
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::wire::{Client, ClientState, Page};
use gangway_entities::client::Model;
use gangway_entities::client_shown::ClientShown;
use sea_orm::PaginatorTrait as _;

/// Lists clients
///
/// As far as the caller's role reaches, newest first where nothing else is asked for. `q` finds parts of
/// the company's name, of the invited address, and of the names and addresses of its contacts. A cursor
/// holds for the order it was given in.
#[utoipa::path(tag = "Clients",
    params(("state" = Option<ClientState>, Query, description = "Only clients that are this far."),
        ("account_manager" = Option<PlaceId>, Query, description = "Only clients that this member of the staff answers for."),
        ("engineer" = Option<PlaceId>, Query, description = "Only clients that this member of the staff brings on board."),
        ("group" = Option<TechGroupId>, Query, description = "Only clients that this group looks after."),
        ("mine" = Option<bool>, Query, description = "Only clients that the caller made, answers for or brings on board."),
        ("test" = Option<bool>, Query, description = "Only clients made to try things out, or only others."),
        ("deleted" = Option<bool>, Query, description = "Deleted clients instead, as long as they can be restored; takes `client_deletions:write`."),
        ("sort" = Option<String>, Query, description = "`name`, `created_at` or `updated_at`; with `-` in front the other way round.")),
    responses((status = 200, body = Page<Client>)),
    extensions(("x-scope" = json!("clients:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients")]
pub async fn list_clients(
    ctx: Data<Context>,
    may: May<ReadClients>,
    asked: Asked,
    request: HttpRequest,
) -> Answer {
    let (caller, db) = (may.0, ctx.db.reader());
    let filter = Filter::of(&request)?;
    let order = Order::parse(filter.sort.as_deref())?;
    let wanted = filter.wanted(&caller, asked.q.as_deref())?;
    let total = if asked.count {
        Some(wanted.clone().count(db).await?)
    } else {
        None
    };
    let rows = shown(order.slice(wanted, &asked)?).all(db).await?;
    let page = order.page(&asked, rows, client, show);
    ok(&Page { total, ..page })
}

fn client(row: &ClientShown) -> &Model {
    &row.client
}
