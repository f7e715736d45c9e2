//! `PATCH /api/v1/partner`

use super::store;
use crate::answer::tagged;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, Valid, WritePartner};
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::values::{
    CompanyName, EmailAddress, ItGlueAddress, Line, PhoneNumber, Rejection,
};
use gangway_domain::wire::{Partner, UpdatePartner};
use gangway_entities::finders::{OfPartner as _, next_version};
use gangway_entities::partner::{Column, Entity, Model};
use sea_orm::UpdateMany;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};

/// Changes the partner's settings
///
/// Fields that are absent stay as they are; an empty one is cleared.
#[utoipa::path(tag = "Partner", request_body = UpdatePartner,
    responses((status = 200, body = Partner)),
    extensions(("x-scope" = json!("partner:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/partner")]
pub async fn update_partner(
    ctx: Data<Context>,
    may: May<WritePartner>,
    version: IfMatch,
    body: Valid<UpdatePartner>,
) -> Answer {
    let caller = may.0;
    let change = changed(Entity::change(caller.partner, caller.partner), body.body)?
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version));
    let tx = ctx.db.begin().await?;
    crate::places::lock_partner(&ctx, &tx, caller.partner).await?;
    let before = store::load(&tx, caller.partner).await?;
    version.fits(before.version)?;
    change.exec(&tx).await?;
    let row = store::load(&tx, caller.partner).await?;
    let changed = changes(&fields(&before), &fields(&row));
    let event = Event::by(&caller, "partner.changed", caller.partner);
    record(&ctx, &tx, event.changing(changed)).await?;
    tx.commit().await?;
    tagged(row.version, &store::show(&ctx, row))
}

/// The settings, for what changed.
fn fields(row: &Model) -> Value {
    json!({
        "name": row.name,
        "it_glue_address": row.it_glue_address,
        "support_name": row.support_name,
        "support_email": row.support_email,
        "support_phone": row.support_phone,
        "reply_to": row.reply_to,
        "clients_word": row.clients_word,
        "services_note": row.services_note,
    })
}

/// Reads a text, and gives it as it is stored.
type Parse = fn(&str) -> Result<String, Rejection>;

fn changed(rows: UpdateMany<Entity>, body: UpdatePartner) -> Result<UpdateMany<Entity>, Refusal> {
    let UpdatePartner {
        name,
        it_glue_address,
        support_name,
        support_email,
        support_phone,
        reply_to,
        clients_word,
        services_note,
    } = body;
    let mut rows = rows;
    if let Some(name) = name {
        let name = CompanyName::parse(&name).map_err(|r| Refusal::rejected("/name", &r))?;
        rows = rows.col_expr(Column::Name, Expr::value(name.as_str()));
    }
    if let Some(word) = clients_word {
        rows = rows.col_expr(Column::ClientsWord, Expr::value(store::word_str(word)));
    }
    let texts: [(Column, &str, Option<String>, Parse); 6] = [
        (
            Column::ItGlueAddress,
            "/it_glue_address",
            it_glue_address,
            |t| ItGlueAddress::parse(t).map(Into::into),
        ),
        (Column::SupportName, "/support_name", support_name, |t| {
            Line::parse(t).map(Into::into)
        }),
        (Column::SupportEmail, "/support_email", support_email, |t| {
            EmailAddress::parse(t).map(Into::into)
        }),
        (Column::SupportPhone, "/support_phone", support_phone, |t| {
            PhoneNumber::parse(t).map(Into::into)
        }),
        (Column::ReplyTo, "/reply_to", reply_to, |t| {
            EmailAddress::parse(t).map(Into::into)
        }),
        (Column::ServicesNote, "/services_note", services_note, |t| {
            Line::parse(t).map(Into::into)
        }),
    ];
    for (column, pointer, text, parse) in texts {
        let Some(text) = text else { continue };
        let value = match text.trim() {
            "" => None,
            text => Some(parse(text).map_err(|r| Refusal::rejected(pointer, &r))?),
        };
        rows = rows.col_expr(column, Expr::value(value));
    }
    Ok(rows)
}
