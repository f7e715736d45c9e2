//! `PUT /api/v1/clients/{id}/applications/{kind}`

use super::store::{self, find, show, version};
use super::wish::Wish;
use crate::answer::tagged;
use crate::availability::schedules;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathIds, Valid, WriteApplication};
use crate::refusal::Answer;
use actix_web::put;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{ApplicationKind, SaveApplication, WidgetApplication};
use serde_json::json;

/// Says whether and when visitors are offered an application
///
/// Text Us is offered by itself as soon as the client has a number, Call Us Now once it is told which
/// number visitors call.
#[utoipa::path(tag = "Availability",
    params(("id" = ClientId, Path, description = "The client."),
        ("kind" = ApplicationKind, Path, description = "The application.")),
    request_body = SaveApplication, responses((status = 200, body = WidgetApplication)),
    extensions(("x-scope" = json!("application:write")), ("x-if-match" = json!(true))))]
#[put("/api/v1/clients/{id}/applications/{kind}")]
pub async fn save_widget_application(
    ctx: Data<Context>,
    may: May<WriteApplication>,
    ids: PathIds<ClientId, ApplicationKind>,
    if_match: IfMatch,
    body: Valid<SaveApplication>,
) -> Answer {
    let (caller, PathIds(client, kind)) = (may.0, ids);
    let partner = caller.partner;
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, client).await?;
    let row = find(&tx, partner, client, kind).await?;
    if_match.fits(version(row.as_ref()))?;
    let wish = Wish::parse(kind, body.body)?;
    let schedules = schedules::of_client(&tx, partner, client).await?;
    wish.refuse_unless_among(&schedules)?;
    let before = show(kind, row.clone());
    let changed = changes(
        &Wish::facts_of(&before, &schedules),
        &wish.facts(&schedules),
    );
    if changed != json!({}) {
        let id = store::save(&ctx, &tx, (partner, client), row.as_ref(), &wish).await?;
        let event = Event::by(&caller, "widget_application.changed", id).about(client);
        let event = event.with(json!({"name": kind.title()}));
        record(&ctx, &tx, event.changing(changed)).await?;
    }
    let row = find(&tx, partner, client, kind).await?;
    tx.commit().await?;
    tagged(version(row.as_ref()), &show(kind, row))
}
