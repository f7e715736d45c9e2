//! `gangway partner create`: the operator makes a partner and its first administrator.

use super::store;
use crate::context::Context;
use crate::passwords::refuse_stolen;
use crate::people::{self, NewPerson};
use crate::refusal::Refusal;
use crate::{mails, sign_in};
use gangway_domain::ids::PartnerId;
use gangway_domain::values::{CompanyName, EmailAddress, ItGlueAddress, Password, PersonName};

/// A partner to be.
#[derive(Clone, Debug)]
pub struct NewPartner {
    /// Company name.
    pub company: CompanyName,
    /// IT Glue address.
    pub it_glue_address: Option<ItGlueAddress>,
    /// First name of the owner.
    pub first_name: PersonName,
    /// Last name of the owner.
    pub last_name: PersonName,
    /// Email of the owner.
    pub email: EmailAddress,
    /// Password of the owner; without it a link to choose one is made and mailed.
    pub password: Option<Password>,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Created {
    /// The partner.
    pub partner: PartnerId,
    /// Where the owner chooses a password; none where one was given or the person is known.
    pub link: Option<String>,
}

/// Makes a partner and its owner. A person who is known keeps name and password.
pub async fn create_by_operator(ctx: &Context, new: NewPartner) -> Result<Created, Refusal> {
    if let Some(password) = &new.password {
        refuse_stolen(ctx, password).await?;
    }
    let hash = match &new.password {
        Some(password) => Some(ctx.hasher.hash(password, ctx.chance.as_ref()).await?),
        None => None,
    };
    let tx = ctx.db.begin().await?;
    let known = people::by_email(&tx, &new.email).await?;
    let is_new = known.is_none();
    let person = if let Some(person) = known {
        person
    } else {
        let person = NewPerson {
            email: &new.email,
            first_name: new.first_name.as_str(),
            last_name: new.last_name.as_str(),
            password_hash: hash,
        };
        people::create(ctx, &tx, person).await?
    };
    let (partner, _) = store::create(
        ctx,
        &tx,
        &new.company,
        new.it_glue_address.as_ref(),
        &person,
    )
    .await?;
    let mut link = None;
    if is_new && new.password.is_none() {
        let (reset, address) = sign_in::operator_link(ctx, &tx, &person).await?;
        mails::queue(ctx, &tx, None, "password_reset", reset, &new.email).await?;
        link = Some(address);
    }
    tx.commit().await?;
    Ok(Created { partner, link })
}
