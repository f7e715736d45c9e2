//! `GET /api/v1/clients/{id}/conversations`

use super::show::show_all;
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, PathId, ReadMessages, part};
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Conversation, Page};
use gangway_entities::conversation::{Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait as _, QueryFilter};
use serde::Deserialize;

#[derive(Deserialize)]
struct Filter {
    archived: Option<bool>,
    unread: Option<bool>,
}

/// Lists a client's conversations, the newest text first
///
/// `q` finds parts of the customer's name and number, and of the note.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client."),
        ("archived" = Option<bool>, Query, description = "Only those in the archive, or only those not."),
        ("unread" = Option<bool>, Query, description = "Only those with unread texts, or only those without.")),
    responses((status = 200, body = Page<Conversation>)),
    extensions(("x-scope" = json!("messages:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients/{id}/conversations")]
pub async fn list_conversations(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
    paging: Paging,
    request: HttpRequest,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let db = ctx.db.reader();
    clients::require(db, &caller, client).await?;
    let rows = Entity::of(caller.partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(wanted(&request, paging.q.as_deref())?);
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let found = paging
        .slice(rows, Column::LastMessageAt, Column::Id)
        .all(db)
        .await?;
    let place = |row: &Model| Cursor::of(row.last_message_at, row.id);
    let page = paging.page(found, place, total, |row| row);
    ok(&Page {
        data: show_all(&ctx, db, caller.partner, client, page.data).await?,
        next: page.next,
        total: page.total,
    })
}

fn wanted(request: &HttpRequest, q: Option<&str>) -> Result<Condition, Refusal> {
    let Query(filter) = Query::<Filter>::from_query(request.query_string()).map_err(|_| {
        let words = "archived and unread are true or false.";
        Refusal::new(ProblemCode::BadParameter, words)
    })?;
    let archived = filter.archived.map(|archived| {
        if archived {
            Column::ArchivedAt.is_not_null()
        } else {
            Column::ArchivedAt.is_null()
        }
    });
    let unread = filter.unread.map(|unread| {
        if unread {
            Column::Unread.gt(0)
        } else {
            Column::Unread.eq(0)
        }
    });
    Ok(Condition::all()
        .add_option(archived)
        .add_option(unread)
        .add_option(q.map(with_words)))
}

/// A number is found however its digits are parted. `SQLite` knows capitals of the Latin alphabet only, so
/// that a name such as Åsa is looked for as it was typed, and as names are written, too.
fn with_words(q: &str) -> Condition {
    let low = q.to_lowercase();
    let lower = |column: Column| Expr::expr(Func::lower(Expr::col(column))).like(part(&low));
    let digits: String = q.chars().filter(char::is_ascii_digit).collect();
    let number = (digits.len() >= 3).then(|| Column::CustomerNumber.like(part(&digits)));
    let mut found = Condition::any()
        .add(lower(Column::Name))
        .add(lower(Column::Note))
        .add_option(number);
    if !q.is_ascii() {
        for written in [q.to_owned(), as_names_are(&low)] {
            found = found
                .add(Column::Name.like(part(&written)))
                .add(Column::Note.like(part(&written)));
        }
    }
    found
}

/// Each word with a capital.
fn as_names_are(low: &str) -> String {
    let mut begins = true;
    let capital = |letter: char| {
        let first = std::mem::replace(&mut begins, !letter.is_alphanumeric());
        if first {
            letter.to_uppercase().collect()
        } else {
            vec![letter]
        }
    };
    low.chars().flat_map(capital).collect()
}
