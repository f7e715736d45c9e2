//! Links that are mailed or handed over: issuing them, and finding what a token opens.

use crate::context::Context;
use crate::keys::{Purpose, token_hash};
use crate::refusal::Refusal;
use gangway_domain::browser;
use gangway_domain::problem::ProblemCode;
use gangway_entities::finders::OfNobody;
use gangway_entities::link::{ActiveModel, Column, Entity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What a token opens.
#[derive(Clone, Copy, Debug)]
pub struct Opened {
    /// The row it belongs to.
    pub subject: Uuid,
    /// Which of the row's links it is; only the newest works.
    pub generation: i32,
}

/// Makes a link's token known in the caller's transaction. The token itself is not stored; see
/// [`address`].
pub async fn issue(
    ctx: &Context,
    tx: &DatabaseTransaction,
    purpose: Purpose,
    subject: Uuid,
    generation: i32,
) -> Result<(), Refusal> {
    let token = ctx.keys.link_token(purpose, subject, generation);
    let row = ActiveModel {
        token_hash: Set(token_hash(&token)),
        purpose: Set(purpose.as_str().to_owned()),
        subject_id: Set(subject),
        generation: Set(generation),
        created_at: Set(ctx.now()),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::TokenHash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The whole address of a link. Its host is the configured one, whatever a request says.
pub fn address(ctx: &Context, purpose: Purpose, subject: Uuid, generation: i32) -> String {
    let page = match purpose {
        Purpose::Invite => browser::INVITE,
        Purpose::PartnerLink => browser::JOIN,
        Purpose::SignUp => browser::CONFIRM_SIGN_UP,
        Purpose::PasswordReset => browser::RESET_PASSWORD,
        Purpose::EmailChange => browser::CONFIRM_EMAIL,
        Purpose::Handover => browser::HANDOVER,
    };
    let token = ctx.keys.link_token(purpose, subject, generation);
    browser::with_token(ctx.config.server.base_url.as_str(), page, &token)
}

/// Finds what a token opens. Tokens that we never made all get the same answer.
pub async fn open(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    token: &str,
) -> Result<Opened, Refusal> {
    let row = Entity::all()
        .filter(Column::TokenHash.eq(token_hash(token)))
        .filter(Column::Purpose.eq(purpose.as_str()))
        .one(db)
        .await?
        .ok_or_else(unknown)?;
    Ok(Opened {
        subject: row.subject_id,
        generation: row.generation,
    })
}

/// A token we never made.
pub fn unknown() -> Refusal {
    Refusal::new(
        ProblemCode::NotFound,
        "This link is not known. Open it again from the email, or ask for a new one.",
    )
}

/// The link was used.
pub fn used() -> Refusal {
    Refusal::new(
        ProblemCode::LinkUsed,
        "This link has been used. Sign in instead.",
    )
}

/// The link is too old.
pub fn expired() -> Refusal {
    Refusal::new(
        ProblemCode::LinkExpired,
        "This link has expired. Ask for a new one.",
    )
}

/// The link was taken back, or a newer one was sent.
pub fn revoked() -> Refusal {
    Refusal::new(
        ProblemCode::LinkRevoked,
        "This link no longer works. Look for a newer email, or ask for a new link.",
    )
}
