use std::io;

use anyhow::{Context as _, anyhow};
use gangway_domain::values::{CompanyName, EmailAddress, Password, PersonName, Rejection};
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    context::Context,
    partners::{Created, NewPartner, create_by_operator},
};

#[derive(Debug, clap::Args)]
pub struct Create {
    /// Name of the company
    #[arg(long)]
    company: String,
    /// First name of the owner
    #[arg(long)]
    first_name: String,
    /// Last name of the owner
    #[arg(long)]
    last_name: String,
    /// Email address of the owner
    #[arg(long)]
    email: String,
    /// Read the owner's password from standard input; without it, a link to choose one is printed
    /// and mailed
    #[arg(long)]
    password_stdin: bool,
}

impl Create {
    fn password(&self) -> anyhow::Result<Password> {
        let given = read_password()?;
        let context = [
            &self.email,
            &self.company,
            &self.first_name,
            &self.last_name,
        ];
        Password::check(given.expose_secret(), &context.map(String::as_str))
            .map_err(|wrong| refused("the password", &wrong))
    }

    pub fn checked(&self) -> anyhow::Result<NewPartner> {
        let password = self.password_stdin.then(|| self.password()).transpose()?;
        let name =
            |option, text: &str| PersonName::parse(text).map_err(|wrong| refused(option, &wrong));
        Ok(NewPartner {
            company: CompanyName::parse(&self.company).map_err(|e| refused("--company", &e))?,
            it_glue_address: None,
            first_name: name("--first-name", &self.first_name)?,
            last_name: name("--last-name", &self.last_name)?,
            email: EmailAddress::parse(&self.email).map_err(|e| refused("--email", &e))?,
            password,
        })
    }
}

pub async fn make(ctx: &Context, new: NewPartner) -> anyhow::Result<String> {
    let email = new.email.clone();
    let made = create_by_operator(ctx, new).await;
    let made = made.map_err(|refusal| anyhow!("{}", refusal.detail()))?;
    Ok(told(&email, &made))
}

fn told(email: &EmailAddress, made: &Created) -> String {
    let email = email.as_str();
    match &made.link {
        Some(link) => format!("Made. {email} chooses a password at\n{link}\n"),
        None => format!("Made. {email} can sign in with the password they have.\n"),
    }
}

fn refused(what: &str, rejection: &Rejection) -> anyhow::Error {
    anyhow!("{what}: {}", rejection.message)
}

fn read_password() -> anyhow::Result<SecretString> {
    let mut line = String::new();
    io::stdin().read_line(&mut line).context("standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).into())
}
