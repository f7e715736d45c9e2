//! `GET /api/v1/clients`

use super::show::{show, shown};
use super::visible;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, ReadClients, part};
use crate::onboarding;
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};
use gangway_domain::ids::PartnerId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::CompanyName;
use gangway_domain::wire::{Client, ClientState, Page};
use gangway_entities::client::{Column, Entity};
use gangway_entities::client_shown::ClientShown;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait as _, QueryFilter, Select};
use serde::Deserialize;

#[derive(Deserialize)]
struct Filter {
    state: Option<ClientState>,
}

/// Lists clients
///
/// As far as the caller's role reaches, newest first. `q` finds parts of the company's name and of
/// the invited address.
#[utoipa::path(tag = "Clients",
    params(("state" = Option<ClientState>, Query, description = "Only clients that are this far.")),
    responses((status = 200, body = Page<Client>)),
    extensions(("x-scope" = json!("clients:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients")]
pub async fn list_clients(
    ctx: Data<Context>,
    may: May<ReadClients>,
    paging: Paging,
    request: HttpRequest,
) -> Answer {
    let caller = may.0;
    let state = wanted_state(&request)?;
    let db = ctx.db.reader();
    let rows = matching(visible(&caller), caller.partner, paging.q.as_deref(), state);
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let rows = paging.slice(rows, Column::CreatedAt, Column::Id);
    let rows = shown(rows).all(db).await?;
    ok(&paging.page(rows, place, total, show))
}

fn place(row: &ClientShown) -> Cursor {
    Cursor::of(row.client.created_at, row.client.id)
}

fn wanted_state(request: &HttpRequest) -> Result<Option<ClientState>, Refusal> {
    let Query(filter) = Query::<Filter>::from_query(request.query_string()).map_err(|_| {
        Refusal::new(
            ProblemCode::BadParameter,
            "state is invited, setting_up or active.",
        )
    })?;
    Ok(filter.state)
}

fn matching(
    mut rows: Select<Entity>,
    partner: PartnerId,
    q: Option<&str>,
    state: Option<ClientState>,
) -> Select<Entity> {
    if let Some(state) = state {
        rows = rows.filter(Column::Id.in_subquery(onboarding::clients_that_are(partner, state)));
    }
    match q {
        None => rows,
        Some(q) => rows.filter(
            Condition::any()
                .add(Column::NameKey.like(part(&folded(q))))
                .add(Column::ContactEmail.like(part(&q.to_lowercase()))),
        ),
    }
}

/// In the form in which names are compared.
fn folded(q: &str) -> String {
    CompanyName::parse(q).map_or_else(|_| q.to_lowercase(), |name| name.folded())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_folded_like_a_name() {
        assert_eq!(folded("  ACME   Widgets "), "acme widgets");
    }
}
