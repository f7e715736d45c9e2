//! The demo's client: set up to the end, with a number to text and a web site.

use super::{CLIENT_EMAIL, PASSWORD};
use crate::clients::{self, Company};
use crate::context::Context;
use crate::extract::Caller;
use crate::people::{self, NewPerson};
use crate::refusal::Refusal;
use crate::{consent, invites, onboarding, places, texting};
use gangway_domain::ids::{ClientId, PartnerId, PersonId, PlaceId};
use gangway_domain::values::{EmailAddress, Password};
use gangway_domain::wire::{CompanyInfo, NewAdministrator, UpdateTextingSettings};
use gangway_domain::wizard::Step;
use gangway_entities::person;
use sea_orm::DatabaseTransaction;
use std::time::Duration;

/// How long the start waits for the number.
const PATIENCE: Duration = Duration::from_secs(10);
const NAME: &str = "Saltmarsh Dental";
const WEBSITE: &str = "https://www.saltmarsh.example/";

/// What there is to try.
#[derive(Clone, Debug)]
pub struct Client {
    /// The partner.
    pub partner: PartnerId,
    /// The client.
    pub id: ClientId,
    /// The company's name.
    pub company: String,
    /// The public key in its application code.
    pub application_key: String,
}

/// What an earlier start has left.
pub(super) enum Found {
    Nobody,
    /// The client's user, without a place at a client.
    PersonAlone,
    Client(Client),
}

/// The client of an earlier start.
pub(super) async fn find(ctx: &Context) -> Result<Found, Refusal> {
    let db = ctx.db.reader();
    let Some(person) = people::by_email(db, &email()?).await? else {
        return Ok(Found::Nobody);
    };
    for place in places::active_of(db, PersonId(person.id)).await? {
        if let Some(id) = place.client_id {
            let (partner, id) = (PartnerId(place.partner_id), ClientId(id));
            return show(ctx, partner, id).await.map(Found::Client);
        }
    }
    Ok(Found::PersonAlone)
}

/// Makes it: created by the partner's owner, accepted by its administrator, its number ordered, and
/// every step done that the number is not waited for.
pub(super) async fn make(ctx: &Context, owner: &Caller) -> Result<Client, Refusal> {
    let password = Password::check(PASSWORD, &[]).map_err(Refusal::internal)?;
    let hash = ctx.hasher.hash(&password, ctx.chance.as_ref()).await?;
    let tx = ctx.db.begin().await?;
    let administrator = administrator();
    let company = Company::parse(&company(), "/company")?;
    let id = clients::create(ctx, &tx, owner, &company, &email()?, &administrator).await?;
    let person = accept(ctx, &tx, owner.partner, id, &administrator, hash).await?;
    let caller = at_client(&tx, owner.partner, id, person).await?;
    texting::order(ctx, &tx, &caller, id).await?;
    set_links(ctx, &tx, &caller, id).await?;
    for step in [Step::EnableApplication, Step::InviteTeam] {
        let by = Some(caller.person_id);
        onboarding::step_done(ctx, &tx, owner.partner, id, step, by).await?;
    }
    tx.commit().await?;
    show(ctx, owner.partner, id).await
}

/// The administrator comes in by the invitation.
async fn accept(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    administrator: &NewAdministrator,
    hash: String,
) -> Result<person::Model, Refusal> {
    let email = email()?;
    let new = NewPerson {
        email: &email,
        first_name: &administrator.first_name,
        last_name: &administrator.last_name,
        password_hash: Some(hash),
    };
    let person = people::create(ctx, tx, new).await?;
    let invited = places::by_email(tx, partner, Some(client), &email).await?;
    let invited = PlaceId(invited.ok_or_else(Refusal::not_found)?.id);
    invites::accept_in_place(ctx, tx, partner, invited, &person).await?;
    Ok(person)
}

async fn at_client(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    person: person::Model,
) -> Result<Caller, Refusal> {
    let place = places::by_email(tx, partner, Some(client), &email()?).await?;
    place
        .and_then(|place| Caller::in_place(person, &place))
        .ok_or_else(Refusal::not_found)
}

/// The pages that carriers want to see before they deliver texts.
async fn set_links(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
) -> Result<(), Refusal> {
    let row = clients::load(tx, caller.partner, client).await?;
    let row = row.ok_or_else(Refusal::not_found)?;
    let page = |name: &str| Some(format!("{WEBSITE}{name}"));
    let links = UpdateTextingSettings {
        privacy_url: page("privacy"),
        terms_url: page("terms"),
        ..UpdateTextingSettings::default()
    };
    consent::change_settings(ctx, tx, caller, &row, links).await?;
    Ok(())
}

/// The client's number, as soon as a worker has bought it; none after ten seconds without.
pub async fn number(ctx: &Context, client: &Client) -> Result<Option<String>, Refusal> {
    let bought = async {
        loop {
            let db = ctx.db.reader();
            if let Some(number) = texting::number(db, client.partner, client.id).await? {
                return Ok::<_, Refusal>(number);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    match tokio::time::timeout(PATIENCE, bought).await {
        Ok(number) => number.map(Some),
        Err(_) => Ok(None),
    }
}

async fn show(ctx: &Context, partner: PartnerId, id: ClientId) -> Result<Client, Refusal> {
    let row = clients::load(ctx.db.reader(), partner, id).await?;
    let row = row.ok_or_else(Refusal::not_found)?;
    Ok(Client {
        partner,
        id,
        company: row.name.unwrap_or_default(),
        application_key: row.application_key,
    })
}

fn email() -> Result<EmailAddress, Refusal> {
    EmailAddress::parse(CLIENT_EMAIL).map_err(Refusal::internal)
}

fn administrator() -> NewAdministrator {
    NewAdministrator {
        first_name: "Marisol".to_owned(),
        last_name: "Reyes".to_owned(),
        email: CLIENT_EMAIL.to_owned(),
    }
}

fn company() -> CompanyInfo {
    CompanyInfo {
        name: NAME.to_owned(),
        address_line1: "1 Harbor Street".to_owned(),
        address_line2: None,
        city: "Oakland".to_owned(),
        region: Some("CA".to_owned()),
        postal_code: Some("94607".to_owned()),
        country: "US".to_owned(),
        time_zone: "America/Los_Angeles".to_owned(),
        reply_to: CLIENT_EMAIL.to_owned(),
        website: WEBSITE.to_owned(),
    }
}
