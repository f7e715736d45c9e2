//! `POST /public/v1/sign-ups/look-up` and `/confirm`

use super::{sign_up, store};
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Device, OwnPage, Valid};
use crate::keys::Purpose;
use crate::passwords::new_password;
use crate::people::{self, NewPerson};
use crate::refusal::{Answer, Refusal};
use crate::{limits, links, second_factor, sign_in};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, post};
use gangway_domain::ids::{LinkId, PersonId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{CompanyName, EmailAddress, ItGlueAddress, Password, Rejection};
use gangway_domain::wire::{CodeNeeded, ConfirmSignUp, Session, SignUpLink, Token};
use gangway_entities::person;
use gangway_entities::sign_up::Model;
use sea_orm::DatabaseTransaction;

/// Looks up what a sign-up link is for; changes nothing
#[utoipa::path(tag = "Partner", request_body = Token, responses((status = 200, body = SignUpLink)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/sign-ups/look-up")]
pub async fn look_up_sign_up(ctx: Data<Context>, body: Valid<Token>) -> Answer {
    let row = find(&ctx, &body.body.token).await?;
    let email = EmailAddress::parse(&row.email).map_err(Refusal::internal)?;
    let has_account = people::by_email(ctx.db.reader(), &email).await?.is_some();
    let Model {
        company_name,
        first_name,
        last_name,
        email,
        ..
    } = row;
    ok(&SignUpLink {
        company_name,
        first_name,
        last_name,
        email,
        has_account,
    })
}

/// Confirms a sign-up: makes the partner and its owner, and signs in
///
/// An address that has an account keeps its password, which is asked for here. Where its second factor is
/// on, the partner is made, the answer is 202, and the code follows by `sign_in_with_code`.
#[utoipa::path(tag = "Partner", request_body = ConfirmSignUp,
    responses((status = 201, body = Session),
        (status = 202, body = CodeNeeded, description = "The partner is made; a code is still wanted.")),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/sign-ups/confirm")]
pub async fn confirm_sign_up(
    ctx: Data<Context>,
    _own: OwnPage,
    request: HttpRequest,
    device: Device,
    body: Valid<ConfirmSignUp>,
) -> Answer {
    let ConfirmSignUp { token, password } = body.body;
    let row = find(&ctx, &token).await?;
    let email = EmailAddress::parse(&row.email).map_err(Refusal::internal)?;
    let company = CompanyName::parse(&row.company_name).map_err(Refusal::internal)?;
    let it_glue = row
        .it_glue_address
        .as_deref()
        .and_then(|text| ItGlueAddress::parse(text).ok());
    let owner = owner(&ctx, &request, &row, &email, &password).await?;
    let tx = ctx.db.begin().await?;
    if !sign_up::use_up(&ctx, &tx, LinkId(row.id)).await? {
        return Err(links::used());
    }
    let person = match owner {
        Owner::Known(person, guess) => {
            guess.was_right(&tx).await?;
            *person
        }
        Owner::New { hash } => make(&ctx, &tx, &row, &email, hash).await?,
    };
    let id = PersonId(person.id);
    let (_, place) = store::create(&ctx, &tx, &company, it_glue.as_ref(), &person).await?;
    if second_factor::is_on(&tx, id).await? {
        people::note_place(&ctx, &tx, id, Some(place)).await?;
        tx.commit().await?;
        let hash = person.password_hash.unwrap_or_default();
        return Ok(second_factor::ask_for_code(&ctx, id, &hash));
    }
    let opened = sign_in::open(&ctx, &tx, id, Some(place), device).await?;
    tx.commit().await?;
    opened.answer(&ctx, StatusCode::CREATED).await
}

/// Who the partner is made for.
enum Owner {
    /// Somebody whose password was typed.
    Known(Box<person::Model>, limits::Guess),
    /// Somebody new, with the hash of the password they chose.
    New { hash: String },
}

async fn owner(
    ctx: &Context,
    request: &HttpRequest,
    row: &Model,
    email: &EmailAddress,
    password: &str,
) -> Result<Owner, Refusal> {
    let wrong = |rejection: Rejection| Refusal::rejected("/password", &rejection);
    if let Some(person) = people::by_email(ctx.db.reader(), email).await? {
        let typed = Password::typed(password).map_err(wrong)?;
        let place = ctx.hasher.place()?;
        let guess = limits::guess(ctx, request, email, Some(&person)).await?;
        let hash = person.password_hash.clone();
        if ctx.hasher.fits(place, &typed, hash).await? {
            return Ok(Owner::Known(Box::new(person), guess));
        }
        return Err(Refusal::new(
            ProblemCode::WrongCredentials,
            "This is not the password of your account. Try again, or set a new one.",
        ));
    }
    let own = [
        &row.first_name,
        &row.last_name,
        &row.email,
        &row.company_name,
    ];
    let new = new_password(ctx, password, &own).await?;
    let hash = ctx.hasher.hash(&new, ctx.chance.as_ref()).await?;
    Ok(Owner::New { hash })
}

async fn make(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    email: &EmailAddress,
    hash: String,
) -> Result<person::Model, Refusal> {
    let new = NewPerson {
        email,
        first_name: &row.first_name,
        last_name: &row.last_name,
        password_hash: Some(hash),
    };
    people::create(ctx, tx, new).await.map_err(|refusal| {
        if !refusal.is_unique_violation() {
            return refusal;
        }
        // The same person opened two links at once; this one is still good.
        Refusal::new(
            ProblemCode::Conflict,
            "Your account was made a moment ago. Open the link again, and enter the password you chose.",
        )
    })
}

async fn find(ctx: &Context, token: &str) -> Result<Model, Refusal> {
    sign_up::require_open(ctx)?;
    let db = ctx.db.reader();
    let opened = links::open(db, Purpose::SignUp, token).await?;
    let row = sign_up::by_id(db, opened.subject.into())
        .await?
        .ok_or_else(links::unknown)?;
    if row.confirmed_at.is_some() {
        return Err(links::used());
    }
    if row.expires_at <= ctx.now() {
        return Err(links::expired());
    }
    Ok(row)
}
