//! `POST /public/v1/set-up`

use super::offer::{is_open, withdraw};
use crate::context::Context;
use crate::extract::{Device, OwnPage, Valid};
use crate::passwords::new_password;
use crate::people::{self, NewPerson};
use crate::refusal::{Answer, Refusal};
use crate::{partners, sign_in};
use actix_web::http::StatusCode;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::PersonId;
use gangway_domain::values::{CompanyName, EmailAddress, PersonName, Rejection};
use gangway_domain::wire::{FirstSetUp, Session};
use gangway_entities::first_set_up::{ActiveModel, Entity};
use ring::digest::{SHA256, digest};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait};

/// Makes the first partner of an installation and its owner, and signs in
///
/// With the token that the server printed when it started and keeps in `set-up-token` beside its data. Only
/// while there is no partner and sign-up is closed; afterwards this is not found.
#[utoipa::path(tag = "Partner", request_body = FirstSetUp, responses((status = 201, body = Session)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/set-up")]
pub async fn make_first_partner(
    ctx: Data<Context>,
    _own: OwnPage,
    device: Device,
    body: Valid<FirstSetUp>,
) -> Answer {
    let asked = body.body;
    if !is_open(&ctx, ctx.db.reader()).await? || !is_the_token(&ctx, &asked.token) {
        return Err(unknown());
    }
    let wrong = |field: &'static str| move |r: Rejection| Refusal::rejected(field, &r);
    let company = CompanyName::parse(&asked.company_name).map_err(wrong("/company_name"))?;
    let first = PersonName::parse(&asked.first_name).map_err(wrong("/first_name"))?;
    let last = PersonName::parse(&asked.last_name).map_err(wrong("/last_name"))?;
    let email = EmailAddress::parse(&asked.email).map_err(wrong("/email"))?;
    let own = [
        first.as_str(),
        last.as_str(),
        email.as_str(),
        company.as_str(),
    ];
    let password = new_password(&ctx, &asked.password, &own).await?;
    let hash = ctx.hasher.hash(&password, ctx.chance.as_ref()).await?;
    let tx = ctx.db.begin().await?;
    // The one row of its table: of all who come at once, one gets past here.
    if !is_open(&ctx, &tx).await? || !close(&ctx, &tx).await? {
        return Err(unknown());
    }
    let new = NewPerson {
        email: &email,
        first_name: first.as_str(),
        last_name: last.as_str(),
        password_hash: Some(hash),
    };
    let person = people::create(&ctx, &tx, new).await?;
    let (_, place) = partners::create(&ctx, &tx, &company, None, &person).await?;
    let opened = sign_in::open(&ctx, &tx, PersonId(person.id), Some(place), device).await?;
    tx.commit().await?;
    withdraw(&ctx);
    opened.answer(&ctx, StatusCode::CREATED).await
}

/// Closes the set-up for ever; false where it was.
async fn close(ctx: &Context, tx: &DatabaseTransaction) -> Result<bool, Refusal> {
    let row = ActiveModel {
        id: Set(1),
        set_up_at: Set(ctx.now()),
    };
    let first = OnConflict::column(gangway_entities::first_set_up::Column::Id)
        .do_nothing()
        .to_owned();
    let closed = Entity::insert(row)
        .on_conflict(first)
        .exec_without_returning(tx)
        .await?;
    Ok(closed == 1)
}

/// Compares hashes, so that the time tells nothing of the token.
fn is_the_token(ctx: &Context, given: &str) -> bool {
    let hash = |text: &str| digest(&SHA256, text.trim().as_bytes());
    hash(given).as_ref() == hash(&ctx.keys.first_set_up_token()).as_ref()
}

/// The same for a wrong token and for a set-up that is over.
fn unknown() -> Refusal {
    Refusal::not_found()
}
