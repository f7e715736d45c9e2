//! The table of handed-over steps.

use crate::context::Context;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, LinkId};
use gangway_domain::values::EmailAddress;
use gangway_entities::finders::handover_behind_link;
use gangway_entities::handover::{ActiveModel, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

/// Notes that a caller hands the application code of a client to a colleague.
pub async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
    email: Option<&EmailAddress>,
) -> Result<Model, Refusal> {
    let now = ctx.now();
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(caller.partner.0),
        client_id: Set(client.0),
        created_by: Set(caller.place_id.0),
        email: Set(email.map(|email| email.as_str().to_owned())),
        created_at: Set(now),
        expires_at: Set(now + ctx.config.links.handover),
    };
    Ok(Entity::insert(row).exec_with_returning(tx).await?)
}

/// The hand-over a link or a mail is about.
pub async fn load(db: &impl ConnectionTrait, id: LinkId) -> Result<Option<Model>, Refusal> {
    Ok(handover_behind_link(id).one(db).await?)
}
