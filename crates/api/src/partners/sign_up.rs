//! `POST /public/v1/sign-ups`

use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::Valid;
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::keys::Purpose;
use crate::limits::{self, CallerAddress};
use crate::mail::Message;
use crate::refusal::{Answer, Refusal};
use crate::{links, mails};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::LinkId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{CompanyName, EmailAddress, ItGlueAddress, PersonName};
use gangway_domain::wire::{Accepted, SignUp};
use gangway_entities::finders::OfNobody;
use gangway_entities::sign_up::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// Signs a partner up
///
/// Nothing is made until the mailed link is used. The same answer whether or not the address is known.
#[utoipa::path(tag = "Partner", request_body = SignUp, responses((status = 202, body = Accepted)),
    extensions(("x-public" = json!(true)), ("x-idempotent" = json!(true))))]
#[post("/public/v1/sign-ups")]
pub async fn sign_up(
    ctx: Data<Context>,
    caller: CallerAddress,
    key: IdempotencyKey,
    body: Valid<SignUp>,
) -> Answer {
    require_open(&ctx)?;
    let SignUp {
        company_name,
        first_name,
        last_name,
        email,
        it_glue_address,
    } = body.body;
    let company =
        CompanyName::parse(&company_name).map_err(|r| Refusal::rejected("/company_name", &r))?;
    let first = PersonName::parse(&first_name).map_err(|r| Refusal::rejected("/first_name", &r))?;
    let last = PersonName::parse(&last_name).map_err(|r| Refusal::rejected("/last_name", &r))?;
    let email = EmailAddress::parse(&email).map_err(|r| Refusal::rejected("/email", &r))?;
    let it_glue = match it_glue_address.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(text) => Some(
            ItGlueAddress::parse(text).map_err(|r| Refusal::rejected("/it_glue_address", &r))?,
        ),
    };
    let request = Request {
        principal: format!("public {email}"),
        operation: "sign_up",
        key: &key,
        body_hash: &body.hash,
    };
    limits::mail_asked_from(&ctx, &caller).await?;
    once(&ctx, request, async |tx| {
        limits::mail_asked_by_stranger(&ctx, tx, &email).await?;
        let id: LinkId = ctx.new_id();
        let now = ctx.now();
        let row = ActiveModel {
            id: Set(id.0),
            company_name: Set(company.as_str().to_owned()),
            first_name: Set(first.as_str().to_owned()),
            last_name: Set(last.as_str().to_owned()),
            email: Set(email.as_str().to_owned()),
            it_glue_address: Set(it_glue.as_ref().map(|address| address.as_str().to_owned())),
            created_at: Set(now),
            expires_at: Set(now + ctx.config.links.sign_up),
            confirmed_at: Set(None),
        };
        Entity::insert(row).exec_without_returning(tx).await?;
        links::issue(&ctx, tx, Purpose::SignUp, id.0, 1).await?;
        mails::queue(&ctx, tx, None, "sign_up_confirm", id, &email).await?;
        record(&ctx, tx, Event::of("sign_up.requested", id)).await?;
        Kept::accepted(
            None,
            &Accepted {
                message: "We sent you an email. Open its link to choose your password.".to_owned(),
            },
        )
    })
    .await
}

/// Refuses where partners cannot sign up by themselves, with a link mailed earlier too.
pub fn require_open(ctx: &Context) -> Result<(), Refusal> {
    if ctx.config.sign_up.is_open() {
        return Ok(());
    }
    Err(Refusal::new(
        ProblemCode::SignUpClosed,
        "Ask whoever runs this Gangway to create your account.",
    ))
}

/// A sign-up by its id.
pub async fn by_id(db: &impl ConnectionTrait, id: LinkId) -> Result<Option<Model>, Refusal> {
    Ok(Entity::all().filter(Column::Id.eq(id.0)).one(db).await?)
}

/// Uses a sign-up up; false when it was used meanwhile.
pub async fn use_up(ctx: &Context, tx: &DatabaseTransaction, id: LinkId) -> Result<bool, Refusal> {
    let used = Entity::change_all()
        .col_expr(Column::ConfirmedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .filter(Column::ConfirmedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// What the mail says; none when the link was used meanwhile.
pub async fn sign_up_message(
    ctx: &Context,
    id: LinkId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let row = by_id(ctx.db.reader(), id)
        .await?
        .filter(|row| row.confirmed_at.is_none());
    Ok(row.map(|row| {
        let name = format!("{} {}", row.first_name, row.last_name);
        let message = Message::SignUpConfirm {
            company_name: row.company_name,
            first_name: row.first_name,
            link: links::address(ctx, Purpose::SignUp, id.0, 1),
            expires_at: row.expires_at,
        };
        (message, Some(name))
    }))
}
