//! `GET /api/v1/mails/{id}`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, PathId, SendTestEmail};
use crate::refusal::{Answer, Refusal};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::MailId;
use gangway_domain::wire::Mail;

/// Reads how a mail fares
#[utoipa::path(tag = "Mail", params(("id" = MailId, Path, description = "The mail.")),
    responses((status = 200, body = Mail)), extensions(("x-scope" = json!("mails:write"))))]
#[get("/api/v1/mails/{id}")]
pub async fn read_mail(ctx: Data<Context>, may: May<SendTestEmail>, id: PathId<MailId>) -> Answer {
    let mail = store::of_partner(ctx.db.reader(), may.0.partner, id.0)
        .await?
        .ok_or_else(Refusal::not_found)?;
    ok(&store::show(mail))
}
