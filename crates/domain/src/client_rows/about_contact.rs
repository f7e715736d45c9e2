use super::check::Check;
use super::client_row::SecondaryContact;
use super::column::Column;
use super::fault::FaultCode;
use super::seen::Unique;
use crate::values::{EmailAddress, PersonName};

const NO_ADDRESS: &str = "It is not one email address.";
const NO_NAME: &str = "It is no name.";

impl Check<'_> {
    pub(super) fn person_name(&mut self, column: Column) -> Option<PersonName> {
        self.needed(column, PersonName::parse, FaultCode::InvalidText, NO_NAME)
    }

    /// The address of the primary contact, which no other client has, nor who imports.
    pub(super) fn primary_email(&mut self) -> Option<EmailAddress> {
        let column = Column::PrimaryContactEmail;
        let code = FaultCode::InvalidEmail;
        let email = self.needed(column, EmailAddress::parse, code, NO_ADDRESS)?;
        if self.known.is_own(&email) {
            self.refuse(
                column,
                FaultCode::OwnEmail,
                "This is your own address.",
                "Enter the address of somebody at the client.",
            );
        } else if self.known.has_contact(&email) {
            self.taken(column, "The contact of another client has this address.");
        } else if let Some(first) = self.seen.claim(Unique::Contact, email.as_str(), self.row) {
            self.repeated(column, "address", first);
        }
        Some(email)
    }

    /// The second contact; an address needs a name, but not the other way round.
    pub(super) fn secondary(&mut self) -> Option<SecondaryContact> {
        let (name, email) = (Column::SecondaryContactName, Column::SecondaryContactEmail);
        if self.text(name).is_empty() {
            self.both_or_neither(name, email);
        }
        let code = FaultCode::InvalidText;
        let name = self.optional(name, PersonName::parse, code, NO_NAME);
        let code = FaultCode::InvalidEmail;
        let email = self.optional(email, EmailAddress::parse, code, NO_ADDRESS);
        Some(SecondaryContact { name: name?, email })
    }

    /// Notes which of two columns is empty while the other is not.
    pub(super) fn both_or_neither(&mut self, one: Column, other: Column) {
        let (empty, filled) = match (self.text(one).is_empty(), self.text(other).is_empty()) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            _ => return,
        };
        let (empty_name, filled_name) = (empty.name(), filled.name());
        self.refuse(
            empty,
            FaultCode::RequiredTogether,
            format!("It is empty, and {filled_name} is not."),
            format!("Fill in {empty_name}, or leave both empty."),
        );
    }
}
