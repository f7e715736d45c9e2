//! A partner to try things with, made by `gangway serve --demo`.

use crate::context::Context;
use crate::partners::{NewPartner, create_by_operator};
use crate::people;
use crate::refusal::Refusal;
use gangway_domain::values::{CompanyName, EmailAddress, Password, PersonName};

/// Who to sign in as.
pub const EMAIL: &str = "demo@harborlight.example";
/// The password of the demo's owner; only ever made with the sandbox on.
pub const PASSWORD: &str = "calm seas and fair winds";

/// Makes the demo partner, unless it is there.
pub async fn make(ctx: &Context) -> Result<(), Refusal> {
    let email = EmailAddress::parse(EMAIL).map_err(Refusal::internal)?;
    if people::by_email(ctx.db.reader(), &email).await?.is_some() {
        return Ok(());
    }
    let new = NewPartner {
        company: CompanyName::parse("Harborlight IT").map_err(Refusal::internal)?,
        it_glue_address: None,
        first_name: PersonName::parse("Dana").map_err(Refusal::internal)?,
        last_name: PersonName::parse("Keeler").map_err(Refusal::internal)?,
        password: Some(Password::check(PASSWORD, &[]).map_err(Refusal::internal)?),
        email,
    };
    create_by_operator(ctx, new).await?;
    Ok(())
}
