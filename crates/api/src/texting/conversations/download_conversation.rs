//! `GET /api/v1/clients/{id}/conversations/{conversation_id}/download`

use super::store;
use super::written::{Format, head, line};
use crate::clients;
use crate::context::Context;
use crate::db::whose;
use crate::extract::{May, PathIds, ReadMessages};
use crate::refusal::{Answer, Refusal};
use crate::texting::messages::{names, show};
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Bytes, Data, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{DateTime, Utc};
use futures_util::stream::try_unfold;
use gangway_domain::ids::{ClientId, ConversationId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::conversation;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::message::{Column, Entity};
use sea_orm::{
    ColumnTrait as _, Condition, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use serde::Deserialize;
use uuid::Uuid;

/// Texts read at a time, so that memory stays flat.
const BATCH: u64 = 500;

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    format: Format,
}

/// Downloads a conversation, the oldest text first
///
/// As text to read, or as CSV: UTF-8 with a byte order mark, in which a cell that a spreadsheet would take
/// for a formula begins with an apostrophe. Times are UTC.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client."),
        ("conversation_id" = ConversationId, Path, description = "The conversation."),
        ("format" = Option<String>, Query, description = "`text` or `csv`; text without it.")),
    responses((status = 200, description = "A line for each text.",
        content((String = "text/plain"), (String = "text/csv")))),
    extensions(("x-scope" = json!("messages:read"))))]
#[get("/api/v1/clients/{id}/conversations/{conversation_id}/download")]
pub async fn download_conversation(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    ids: PathIds<ClientId, ConversationId>,
    request: HttpRequest,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let Query(Asked { format }) = Query::from_query(request.query_string())
        .map_err(|_| Refusal::new(ProblemCode::BadParameter, "format is text or csv."))?;
    let db = ctx.db.reader();
    let client = clients::require(db, &caller, client).await?;
    let talk = store::require(db, caller.partner, ClientId(client.id), id).await?;
    let first = head(format, &client, &talk);
    let name = format!("attachment; filename=\"{}\"", file_name(format, &talk));
    let download = Download {
        ctx: ctx.get_ref().clone(),
        partner: caller.partner,
        client: client.name.unwrap_or_default(),
        talk,
        format,
        after: None,
    };
    let lines = try_unfold((Some(Bytes::from(first)), Some(download)), async |state| {
        match state {
            (Some(ready), rest) => Ok::<_, Refusal>(Some((ready, (None, rest)))),
            (None, None) => Ok(None),
            (None, Some(download)) => {
                // The request is over for everybody but the one who reads on.
                let partner = Some(download.partner);
                let next = whose::watched(partner, download.next()).await?;
                Ok(next.map(|(lines, rest)| (lines, (None, rest))))
            }
        }
    });
    Ok(HttpResponse::Ok()
        .content_type(format.content_type())
        .insert_header((CONTENT_DISPOSITION, name))
        .streaming(Box::pin(lines)))
}

/// Names the customer by number, which is safe in a header.
fn file_name(format: Format, talk: &conversation::Model) -> String {
    let number = talk.customer_number.chars();
    let safe: String = number.filter(char::is_ascii_alphanumeric).collect();
    format!("conversation-{safe}.{}", format.ending())
}

/// A download on its way.
struct Download {
    ctx: Context,
    partner: PartnerId,
    client: String,
    talk: conversation::Model,
    format: Format,
    after: Option<(DateTime<Utc>, Uuid)>,
}

impl Download {
    /// The next lines and what follows them; none at the end.
    async fn next(mut self) -> Result<Option<(Bytes, Option<Self>)>, Refusal> {
        let db = self.ctx.db.reader();
        let later = self.after.map(|(at, id)| {
            let same = Column::CreatedAt.eq(at).and(Column::Id.gt(id));
            Condition::any().add(Column::CreatedAt.gt(at)).add(same)
        });
        let found = Entity::of(self.partner)
            .filter(Column::ConversationId.eq(self.talk.id))
            .filter(Condition::all().add_option(later))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .all(db)
            .await?;
        let Some(last) = found.last() else {
            return Ok(None);
        };
        self.after = Some((last.created_at, last.id));
        let more = found.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        let names = names(db, self.partner, &found).await?;
        let lines: String = found
            .into_iter()
            .map(|row| line(self.format, &self.client, &self.talk, &show(row, &names)))
            .collect();
        Ok(Some((Bytes::from(lines), more.then_some(self))))
    }
}
