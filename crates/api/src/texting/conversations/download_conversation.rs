//! `GET /api/v1/clients/{id}/conversations/{conversation_id}/download`

use super::store;
use super::written::{Format, head, line};
use crate::clients;
use crate::context::Context;
use crate::download::{BATCH, Batches, File, download, is_full};
use crate::extract::{May, PathIds, ReadMessages};
use crate::refusal::{Answer, Refusal};
use crate::texting::messages::{names, show};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};
use chrono::{DateTime, Utc};
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
    let file = File {
        name: &file_name(format, &talk),
        content_type: format.content_type(),
        head: head(format, &client, &talk),
    };
    let texts = Download {
        ctx: ctx.get_ref().clone(),
        partner: caller.partner,
        client: client.name.unwrap_or_default(),
        talk,
        format,
        after: None,
    };
    download(file, texts).await
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

impl Batches for Download {
    fn partner(&self) -> PartnerId {
        self.partner
    }

    async fn next(mut self) -> Result<(String, Option<Self>), Refusal> {
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
        let more = is_full(&found);
        self.after = found.last().map(|last| (last.created_at, last.id));
        let names = names(db, self.partner, &found).await?;
        let lines = found
            .into_iter()
            .map(|row| line(self.format, &self.client, &self.talk, &show(row, &names)))
            .collect();
        Ok((lines, more.then_some(self)))
    }
}
