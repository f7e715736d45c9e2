//! The parts of a record that are to change.

use super::contacts::{Primary, Secondary, phone};
use super::create_client_record::refusal;
use super::record::{each_once, ordered, parse_domains, parse_email, parse_name};
use super::references::{Known, Named, fault};
use super::replace::{self, Replaced};
use super::sites::{SiteKept, parse_sites};
use super::taken::{Taken, Wanted, own_email};
use crate::context::Context;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PlaceId, TechGroupId};
use gangway_domain::problem::FieldError;
use gangway_domain::values::{CompanyName, EmailAddress, EmailDomain, PhoneNumber};
use gangway_domain::wire::{BusinessHours, SaveCustomValue, UpdateClientRecord};
use gangway_entities::client;
use sea_orm::DatabaseTransaction;

/// What is to change, parsed; none where a part stays.
#[expect(
    clippy::option_option,
    reason = "absent and null differ in a merge patch"
)]
pub(super) struct Changes {
    pub name: Option<CompanyName>,
    pub email: Option<Option<EmailAddress>>,
    pub phone: Option<Option<PhoneNumber>>,
    pub primary: Option<Primary>,
    pub secondary: Option<Option<Secondary>>,
    pub sites: Option<Vec<SiteKept>>,
    pub hours: Option<Option<BusinessHours>>,
    pub domains: Option<Vec<EmailDomain>>,
    pub account_manager: Option<Option<PlaceId>>,
    pub tech_groups: Option<Vec<TechGroupId>>,
    pub custom_values: Option<Vec<SaveCustomValue>>,
}

impl Changes {
    pub fn parse(sent: UpdateClientRecord) -> Result<Self, Refusal> {
        let UpdateClientRecord {
            name,
            email,
            phone: number,
            primary_contact,
            secondary_contact,
            sites,
            hours,
            email_domains,
            account_manager,
            tech_groups,
            custom_values,
        } = sent;
        let number = number.map(|number| phone(number.as_ref(), "/phone"));
        let primary = primary_contact.as_ref().map(Primary::parse);
        let secondary =
            secondary_contact.map(|contact| contact.as_ref().map(Secondary::parse).transpose());
        Ok(Self {
            name: name.as_deref().map(parse_name).transpose()?,
            email: email.map(|email| parse_email(Some(&email))).transpose()?,
            phone: number.transpose()?,
            primary: primary.transpose()?,
            secondary: secondary.transpose()?,
            sites: sites.as_deref().map(parse_sites).transpose()?,
            hours: hours.map(|hours| hours.map(ordered)),
            domains: email_domains.as_deref().map(parse_domains).transpose()?,
            account_manager,
            tech_groups: tech_groups.map(each_once),
            custom_values,
        })
    }

    /// Writes them into a client read in this transaction.
    pub async fn write(
        &self,
        ctx: &Context,
        tx: &DatabaseTransaction,
        caller: &Caller,
        row: &client::Model,
    ) -> Result<(), Refusal> {
        let known = Known::read(tx, caller.partner, &[self.named()]).await?;
        let faults = self.faults(tx, caller, row, &known).await?;
        if !faults.is_empty() {
            return Err(refusal(faults));
        }
        let replaced = Replaced {
            ctx,
            tx,
            partner: caller.partner,
            client: ClientId(row.id),
        };
        replaced.client(row, self).await?;
        if let Some(primary) = &self.primary {
            replaced.primary(primary).await?;
        }
        if let Some(secondary) = &self.secondary {
            replaced.secondary(secondary.as_ref()).await?;
        }
        if let Some(sites) = &self.sites {
            replaced.sites(sites).await?;
        }
        if let Some(hours) = &self.hours {
            replaced.hours(hours.as_ref()).await?;
        }
        if let Some(domains) = &self.domains {
            replaced.domains(domains).await?;
        }
        if let Some(manager) = self.account_manager {
            replaced.account_manager(manager).await?;
        }
        if let Some(groups) = &self.tech_groups {
            replaced.tech_groups(groups).await?;
        }
        match &self.custom_values {
            Some(values) => replaced.custom_values(&known, values).await,
            None => Ok(()),
        }
    }

    fn named(&self) -> Named<'_> {
        Named {
            account_manager: self.account_manager.flatten(),
            tech_groups: self.tech_groups.as_deref().unwrap_or_default(),
            custom_values: self.custom_values.as_deref(),
        }
    }

    /// What is wrong with them, that only the database knows.
    async fn faults(
        &self,
        tx: &DatabaseTransaction,
        caller: &Caller,
        row: &client::Model,
        known: &Known,
    ) -> Result<Vec<FieldError>, Refusal> {
        let domains = self.domains.as_deref().unwrap_or_default();
        let wanted = Wanted {
            names: self.name.iter().map(CompanyName::folded).collect(),
            emails: self.primary.iter().map(|primary| &primary.email).collect(),
            domains: domains.iter().collect(),
            except: Some(ClientId(row.id)),
        };
        let taken = Taken::among(tx, caller.partner, wanted).await?;
        let mut faults = known.faults(self.named());
        faults.extend(
            self.name
                .as_ref()
                .and_then(|name| taken.name(&name.folded())),
        );
        if let Some(primary) = &self.primary {
            faults.extend(taken.email(&primary.email));
            faults.extend(own_email(caller, &primary.email));
        }
        faults.extend(taken.domains(domains));
        if let Some(sites) = &self.sites {
            let own = replace::site_ids(tx, caller.partner, ClientId(row.id)).await?;
            let mut foreign = sites.iter().map(|site| site.id);
            if let Some(index) = foreign.position(|id| id.is_some_and(|id| !own.contains(&id.0))) {
                let words = "Send the id of one of the client's sites, or none.";
                faults.push(fault(&format!("/sites/{index}/id"), "unknown_site", words));
            }
        }
        Ok(faults)
    }
}
