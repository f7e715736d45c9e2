//! The demo's partner.

use super::{EMAIL, PASSWORD};
use crate::context::Context;
use crate::extract::Caller;
use crate::partners::{NewPartner, create_by_operator};
use crate::refusal::Refusal;
use crate::{people, places};
use gangway_domain::ids::PersonId;
use gangway_domain::values::{CompanyName, EmailAddress, Password, PersonName};

/// Makes it, unless it is there; answers with its owner.
pub(super) async fn make(ctx: &Context) -> Result<Caller, Refusal> {
    let email = EmailAddress::parse(EMAIL).map_err(Refusal::internal)?;
    if people::by_email(ctx.db.reader(), &email).await?.is_none() {
        let new = NewPartner {
            company: CompanyName::parse("Harborlight IT").map_err(Refusal::internal)?,
            it_glue_address: None,
            first_name: PersonName::parse("Dana").map_err(Refusal::internal)?,
            last_name: PersonName::parse("Keeler").map_err(Refusal::internal)?,
            password: Some(Password::check(PASSWORD, &[]).map_err(Refusal::internal)?),
            email: email.clone(),
        };
        create_by_operator(ctx, new).await?;
    }
    owner(ctx, &email).await
}

async fn owner(ctx: &Context, email: &EmailAddress) -> Result<Caller, Refusal> {
    let db = ctx.db.reader();
    let person = people::by_email(db, email).await?;
    let person = person.ok_or_else(Refusal::not_found)?;
    let places = places::active_of(db, PersonId(person.id)).await?;
    let place = places.first().ok_or_else(Refusal::not_found)?;
    Caller::in_place(person, place).ok_or_else(Refusal::not_found)
}
