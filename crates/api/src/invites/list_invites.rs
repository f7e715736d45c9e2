//! `GET /api/v1/invites`

use super::show::show_all;
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, ReadInvites, part};
use crate::refusal::{Answer, Refusal};
use actix_web::get;
use actix_web::web::{Data, Query};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Invite, InviteKind, Page};
use gangway_entities::invite::Column;
use sea_orm::{ColumnTrait, PaginatorTrait as _, QueryFilter};
use serde::Deserialize;

#[derive(Deserialize)]
struct Filter {
    kind: Option<InviteKind>,
}

/// Lists invitations, newest first
#[utoipa::path(tag = "Invitations",
    params(("kind" = Option<InviteKind>, Query, description = "Only of this kind; `client_setup` without it.")),
    responses((status = 200, body = Page<Invite>)),
    extensions(("x-scope" = json!("invites:read")), ("x-list" = json!(true))))]
#[get("/api/v1/invites")]
pub async fn list_invites(
    ctx: Data<Context>,
    may: May<ReadInvites>,
    paging: Paging,
    request: actix_web::HttpRequest,
) -> Answer {
    let Query(filter) = Query::<Filter>::from_query(request.query_string()).map_err(|_| {
        Refusal::new(
            ProblemCode::BadParameter,
            "kind is client_setup, staff or client_user.",
        )
    })?;
    let caller = may.0;
    let kind = match caller.client {
        Some(_) => filter.kind,
        None => Some(filter.kind.unwrap_or(InviteKind::ClientSetup)),
    };
    let db = ctx.db.reader();
    let mut rows = store::visible(&caller, kind);
    if let Some(q) = &paging.q {
        rows = rows.filter(Column::Email.like(part(&q.to_lowercase())));
    }
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let found = paging
        .slice(rows, Column::CreatedAt, Column::Id)
        .all(db)
        .await?;
    let page = paging.page(
        found,
        |row| Cursor::of(row.created_at, row.id),
        total,
        |row| row,
    );
    let data = show_all(&ctx, db, caller.partner, page.data).await?;
    ok(&Page {
        data,
        next: page.next,
        total: page.total,
    })
}
