//! What the clients of a partner have that no second one may, for those who look before they write.

use crate::clients::parts::ContactKind;
use crate::refusal::Refusal;
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::literal::is_word;
use gangway_entities::{client, client_domain, contact};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _, QuerySelect as _, Select};

/// Names, addresses and domains of clients that are not deleted.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// Names, as `CompanyName::folded` makes them.
    pub names: Vec<String>,
    /// Addresses of first contacts.
    pub emails: Vec<String>,
    /// Domains of mail.
    pub domains: Vec<String>,
}

/// Everything that is held at a partner, in three statements. What is free may be taken a moment later:
/// [`super::create_records`] looks again.
pub async fn held(db: &impl ConnectionTrait, partner: PartnerId) -> Result<Held, Refusal> {
    read(db, names(partner), emails(partner), domains(partner)).await
}

/// What of some names, addresses and domains is held at a partner.
pub async fn held_among(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    some: &Held,
) -> Result<Held, Refusal> {
    let names = names(partner).filter(client::Column::NameKey.is_in(&some.names));
    let emails = emails(partner).filter(contact::Column::Email.is_in(&some.emails));
    let domains = domains(partner).filter(client_domain::Column::Domain.is_in(&some.domains));
    read(db, names, emails, domains).await
}

fn names(partner: PartnerId) -> Select<client::Entity> {
    client::Entity::of(partner)
        .select_only()
        .column(client::Column::NameKey)
        .filter(client::Column::NameKey.is_not_null())
}

fn emails(partner: PartnerId) -> Select<contact::Entity> {
    contact::Entity::of(partner)
        .select_only()
        .column(contact::Column::Email)
        .filter(is_word(
            contact::Column::Kind,
            ContactKind::Primary.as_str(),
        ))
        .filter(contact::Column::DeletedAt.is_null())
}

fn domains(partner: PartnerId) -> Select<client_domain::Entity> {
    client_domain::Entity::of(partner)
        .select_only()
        .column(client_domain::Column::Domain)
        .filter(client_domain::Column::DeletedAt.is_null())
}

async fn read(
    db: &impl ConnectionTrait,
    names: Select<client::Entity>,
    emails: Select<contact::Entity>,
    domains: Select<client_domain::Entity>,
) -> Result<Held, Refusal> {
    let names: Vec<Option<String>> = names.into_tuple().all(db).await?;
    let emails: Vec<Option<String>> = emails.into_tuple().all(db).await?;
    Ok(Held {
        names: names.into_iter().flatten().collect(),
        emails: emails.into_iter().flatten().collect(),
        domains: domains.into_tuple().all(db).await?,
    })
}
