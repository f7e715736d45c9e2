use std::collections::{HashMap, HashSet};

use super::custom_field::CustomField;
use crate::values::{CompanyName, DomainName, EmailAddress};

/// What the rules need to know of the partner's data. Nothing of another partner's belongs here.
#[derive(Clone, Debug, Default)]
pub struct Known {
    clients: HashSet<String>,
    contacts: HashSet<EmailAddress>,
    domains: HashSet<DomainName>,
    staff: HashSet<EmailAddress>,
    groups: HashMap<String, String>,
    own_email: Option<EmailAddress>,
    fields: Vec<CustomField>,
}

impl Known {
    /// The keys of the names of the partner's clients, as [`CompanyName::folded`] makes them.
    #[must_use]
    pub fn with_clients(mut self, keys: impl IntoIterator<Item = String>) -> Self {
        self.clients.extend(keys);
        self
    }

    /// The addresses of the primary contacts of the partner's clients.
    #[must_use]
    pub fn with_contacts(mut self, emails: impl IntoIterator<Item = EmailAddress>) -> Self {
        self.contacts.extend(emails);
        self
    }

    /// The email domains of the partner's clients.
    #[must_use]
    pub fn with_domains(mut self, domains: impl IntoIterator<Item = DomainName>) -> Self {
        self.domains.extend(domains);
        self
    }

    /// The addresses of those who can be an account manager.
    #[must_use]
    pub fn with_staff(mut self, emails: impl IntoIterator<Item = EmailAddress>) -> Self {
        self.staff.extend(emails);
        self
    }

    /// The names of the partner's groups.
    #[must_use]
    pub fn with_groups(mut self, names: impl IntoIterator<Item = String>) -> Self {
        let keyed = names.into_iter().map(|name| (group_key(&name), name));
        self.groups.extend(keyed);
        self
    }

    /// The address of who imports.
    #[must_use]
    pub fn imported_by(mut self, email: EmailAddress) -> Self {
        self.own_email = Some(email);
        self
    }

    /// The partner's custom fields, in the order of their columns.
    #[must_use]
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = CustomField>) -> Self {
        self.fields.extend(fields);
        self
    }

    pub fn fields(&self) -> &[CustomField] {
        &self.fields
    }

    pub(super) fn has_client(&self, key: &str) -> bool {
        self.clients.contains(key)
    }

    pub(super) fn has_contact(&self, email: &EmailAddress) -> bool {
        self.contacts.contains(email)
    }

    pub(super) fn has_domain(&self, domain: &DomainName) -> bool {
        self.domains.contains(domain)
    }

    pub(super) fn has_staff(&self, email: &EmailAddress) -> bool {
        self.staff.contains(email)
    }

    pub(super) fn is_own(&self, email: &EmailAddress) -> bool {
        self.own_email.as_ref() == Some(email)
    }

    /// The group's own name, however it is written.
    pub(super) fn group(&self, name: &str) -> Option<&str> {
        self.groups.get(&group_key(name)).map(String::as_str)
    }
}

/// Groups are found as clients are: without regard to case and runs of blanks.
fn group_key(name: &str) -> String {
    CompanyName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.folded())
}
