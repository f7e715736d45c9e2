//! Whom to turn to at a client.

use super::super::parts::ContactKind;
use super::record::at;
use crate::context::Context;
use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::{EmailAddress, PersonName, PhoneNumber, Rejection};
use gangway_domain::wire::{Phone, PrimaryContact, SecondaryContact};
use gangway_entities::contact::{ActiveModel, Entity, Model};
use gangway_entities::finders::{OfPartner as _, next_version};
use gangway_entities::{client, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DatabaseTransaction, EntityTrait as _};
use uuid::Uuid;

/// The first person to turn to.
#[derive(Clone, Debug, PartialEq)]
pub struct Primary {
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Email.
    pub email: EmailAddress,
    /// Phone.
    pub phone: Option<PhoneNumber>,
}

/// Who to turn to when the first is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Secondary {
    /// First name, or the whole name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: Option<PersonName>,
    /// Email.
    pub email: Option<EmailAddress>,
    /// Phone.
    pub phone: Option<PhoneNumber>,
}

impl Primary {
    pub(super) fn parse(sent: &PrimaryContact) -> Result<Self, Refusal> {
        let PrimaryContact {
            first_name,
            last_name,
            email,
            phone: number,
        } = sent;
        Ok(Self {
            first_name: PersonName::parse(first_name).map_err(at("/primary_contact/first_name"))?,
            last_name: PersonName::parse(last_name).map_err(at("/primary_contact/last_name"))?,
            email: EmailAddress::parse(email).map_err(at("/primary_contact/email"))?,
            phone: phone(number.as_ref(), "/primary_contact/phone")?,
        })
    }

    pub(super) fn row(&self, ctx: &Context, partner: PartnerId, client: ClientId) -> ActiveModel {
        row(
            ctx,
            partner,
            client,
            Written {
                kind: ContactKind::Primary,
                first_name: &self.first_name,
                last_name: Some(&self.last_name),
                email: Some(&self.email),
                phone: self.phone.as_ref(),
            },
        )
    }
}

/// Makes whoever came in first the first contact of a client that has none: not who is another client's already,
/// and nobody of the partner's own staff.
pub async fn make_first(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    person: &person::Model,
) -> Result<(), Refusal> {
    let primary = Primary {
        first_name: PersonName::parse(&person.first_name).map_err(Refusal::internal)?,
        last_name: PersonName::parse(&person.last_name).map_err(Refusal::internal)?,
        email: EmailAddress::parse(&person.email).map_err(Refusal::internal)?,
        phone: None,
    };
    if places::by_email(tx, partner, None, &primary.email)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let made = Entity::insert(primary.row(ctx, partner, client))
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if made > 0 {
        // Whoever edits the record has not seen them.
        client::Entity::change(partner, client)
            .col_expr(client::Column::UpdatedAt, Expr::value(ctx.now()))
            .col_expr(
                client::Column::Version,
                next_version(client::Column::Version),
            )
            .exec(tx)
            .await?;
    }
    Ok(())
}

impl Secondary {
    pub(super) fn parse(sent: &SecondaryContact) -> Result<Self, Refusal> {
        let SecondaryContact {
            first_name,
            last_name,
            email,
            phone: number,
        } = sent;
        let (last_name, email) = (filled(last_name.as_deref()), filled(email.as_deref()));
        let first = PersonName::parse(first_name).map_err(at("/secondary_contact/first_name"))?;
        let last = last_name.map(PersonName::parse).transpose();
        let email = email.map(EmailAddress::parse).transpose();
        Ok(Self {
            first_name: first,
            last_name: last.map_err(at("/secondary_contact/last_name"))?,
            email: email.map_err(at("/secondary_contact/email"))?,
            phone: phone(number.as_ref(), "/secondary_contact/phone")?,
        })
    }

    pub(super) fn row(&self, ctx: &Context, partner: PartnerId, client: ClientId) -> ActiveModel {
        row(
            ctx,
            partner,
            client,
            Written {
                kind: ContactKind::Secondary,
                first_name: &self.first_name,
                last_name: self.last_name.as_ref(),
                email: self.email.as_ref(),
                phone: self.phone.as_ref(),
            },
        )
    }
}

struct Written<'a> {
    kind: ContactKind,
    first_name: &'a PersonName,
    last_name: Option<&'a PersonName>,
    email: Option<&'a EmailAddress>,
    phone: Option<&'a PhoneNumber>,
}

fn row(ctx: &Context, partner: PartnerId, client: ClientId, contact: Written<'_>) -> ActiveModel {
    ActiveModel {
        id: Set(ctx.new_id::<Uuid>()),
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        kind: Set(contact.kind.as_str().to_owned()),
        first_name: Set(contact.first_name.as_str().to_owned()),
        last_name: Set(contact.last_name.map(|name| name.as_str().to_owned())),
        email: Set(contact.email.map(|email| email.as_str().to_owned())),
        phone: Set(contact.phone.map(|phone| phone.as_str().to_owned())),
        deleted_at: Set(None),
    }
}

/// The first contact as it travels.
pub(super) fn shown_primary(row: &Model) -> PrimaryContact {
    PrimaryContact {
        first_name: row.first_name.clone(),
        last_name: row.last_name.clone().unwrap_or_default(),
        email: row.email.clone().unwrap_or_default(),
        phone: shown_phone(row.phone.as_deref()),
    }
}

/// The other one.
pub(super) fn shown_secondary(row: &Model) -> SecondaryContact {
    SecondaryContact {
        first_name: row.first_name.clone(),
        last_name: row.last_name.clone(),
        email: row.email.clone(),
        phone: shown_phone(row.phone.as_deref()),
    }
}

/// A stored number, its country's code apart.
pub(super) fn shown_phone(stored: Option<&str>) -> Option<Phone> {
    let number = PhoneNumber::parse(stored?).ok()?;
    let (code, number) = number.parts();
    Some(Phone {
        code: code.to_owned(),
        number: number.to_owned(),
    })
}

/// A number in two parts, as one.
pub(super) fn phone(sent: Option<&Phone>, pointer: &str) -> Result<Option<PhoneNumber>, Refusal> {
    let Some(Phone { code, number }) = sent else {
        return Ok(None);
    };
    let wrong = |rejection: Rejection| {
        let part = if rejection.code == "invalid_code" {
            "code"
        } else {
            "number"
        };
        Refusal::rejected(&format!("{pointer}/{part}"), &rejection)
    };
    PhoneNumber::of_parts(code, number).map(Some).map_err(wrong)
}

pub(super) fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
