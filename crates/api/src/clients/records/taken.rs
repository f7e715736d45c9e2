//! What other clients of the partner's have already: names, addresses of first contacts, domains.

use super::record::Record;
use super::references::fault;
use crate::clients::parts::ContactKind;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::problem::FieldError;
use gangway_domain::values::{EmailAddress, EmailDomain};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::literal::is_word;
use gangway_entities::{client, client_domain, contact};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _, QuerySelect as _};
use std::collections::HashSet;
use uuid::Uuid;

/// Values asked about at once, well below what a statement may have of parameters.
const AT_ONCE: usize = 5_000;
const NAME: &str = "Another client has this name. Add a place or legal form.";
const EMAIL: &str =
    "Another client has this person for its primary contact. Enter a different address.";
const DOMAIN: &str = "Another client has this domain. Remove it there first, or leave it out here.";

/// What is taken, of what was asked about.
#[derive(Default)]
pub(super) struct Taken {
    names: HashSet<String>,
    emails: HashSet<String>,
    domains: HashSet<String>,
}

/// What is asked about; none of `except`'s own counts.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    pub names: Vec<String>,
    pub emails: Vec<&'a EmailAddress>,
    pub domains: Vec<&'a EmailDomain>,
    pub except: Option<ClientId>,
}

impl<'a> Wanted<'a> {
    /// Everything of these records.
    pub fn of(records: &'a [Record]) -> Self {
        Self {
            names: records.iter().map(|record| record.name.folded()).collect(),
            emails: records.iter().map(|record| &record.primary.email).collect(),
            domains: records.iter().flat_map(|record| &record.domains).collect(),
            except: None,
        }
    }
}

impl Taken {
    /// Looks what is taken, in three statements for a batch.
    pub async fn among(
        db: &impl ConnectionTrait,
        partner: PartnerId,
        wanted: Wanted<'_>,
    ) -> Result<Self, Refusal> {
        let mut taken = Self::default();
        let except = wanted.except.map_or_else(Uuid::nil, |client| client.0);
        for names in wanted.names.chunks(AT_ONCE) {
            use client::{Column, Entity};
            let rows = Entity::of(partner)
                .select_only()
                .column(Column::NameKey)
                .filter(Column::NameKey.is_in(names))
                .filter(Column::Id.ne(except));
            let found: Vec<Option<String>> = rows.into_tuple().all(db).await?;
            taken.names.extend(found.into_iter().flatten());
        }
        for emails in wanted.emails.chunks(AT_ONCE) {
            use contact::{Column, Entity};
            let rows = Entity::of(partner)
                .select_only()
                .column(Column::Email)
                .filter(Column::Email.is_in(emails.iter().map(|email| email.as_str())))
                .filter(is_word(Column::Kind, ContactKind::Primary.as_str()))
                .filter(Column::DeletedAt.is_null())
                .filter(Column::ClientId.ne(except));
            let found: Vec<Option<String>> = rows.into_tuple().all(db).await?;
            taken.emails.extend(found.into_iter().flatten());
        }
        for domains in wanted.domains.chunks(AT_ONCE) {
            use client_domain::{Column, Entity};
            let rows = Entity::of(partner)
                .select_only()
                .column(Column::Domain)
                .filter(Column::Domain.is_in(domains.iter().map(|domain| domain.as_str())))
                .filter(Column::DeletedAt.is_null())
                .filter(Column::ClientId.ne(except));
            let found: Vec<String> = rows.into_tuple().all(db).await?;
            taken.domains.extend(found);
        }
        Ok(taken)
    }

    /// What of a record is taken.
    pub fn faults(&self, record: &Record) -> Vec<FieldError> {
        let mut faults = Vec::new();
        faults.extend(self.name(&record.name.folded()));
        faults.extend(self.email(&record.primary.email));
        faults.extend(self.domains(&record.domains));
        faults
    }

    pub fn name(&self, key: &str) -> Option<FieldError> {
        let taken = self.names.contains(key);
        taken.then(|| fault("/name", "duplicate_existing", NAME))
    }

    pub fn email(&self, email: &EmailAddress) -> Option<FieldError> {
        let taken = self.emails.contains(email.as_str());
        taken.then(|| fault("/primary_contact/email", "duplicate_existing", EMAIL))
    }

    pub fn domains(&self, domains: &[EmailDomain]) -> Vec<FieldError> {
        let taken = domains.iter().enumerate();
        taken
            .filter(|(_, domain)| self.domains.contains(domain.as_str()))
            .map(|(index, _)| {
                fault(
                    &format!("/email_domains/{index}"),
                    "duplicate_existing",
                    DOMAIN,
                )
            })
            .collect()
    }

    /// Adds what a record takes.
    pub fn take(&mut self, record: &Record) {
        self.names.insert(record.name.folded());
        self.emails.insert(record.primary.email.as_str().to_owned());
        let domains = record.domains.iter();
        self.domains
            .extend(domains.map(|domain| domain.as_str().to_owned()));
    }
}

/// Nobody is the first contact of a client in the eyes of who writes it down.
pub(super) fn own_email(caller: &Caller, email: &EmailAddress) -> Option<FieldError> {
    let own = caller.email == email.as_str();
    let words = "Enter the address of somebody at the client, not your own.";
    own.then(|| fault("/primary_contact/email", "own_email", words))
}

/// A refusal by the database's own indexes: somebody took it at this very moment.
pub(in crate::clients) fn taken_meanwhile(refusal: Refusal) -> Refusal {
    if !refusal.is_unique_violation() {
        return refusal;
    }
    let words = refusal.database_error().map(ToString::to_string);
    let words = words.unwrap_or_default();
    let fault = if words.contains("contacts") {
        fault("/primary_contact/email", "duplicate_existing", EMAIL)
    } else if words.contains("client_domains") {
        fault("/email_domains", "duplicate_existing", DOMAIN)
    } else if words.contains("name_key") {
        fault("/name", "duplicate_existing", NAME)
    } else {
        return refusal;
    };
    Refusal::taken(vec![fault])
}
