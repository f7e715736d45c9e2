//! What is told to the ledger.

use super::wording::Wording;
use crate::extract::Caller;
use gangway_domain::ids::{ClientId, MessageId, PartnerId};
use gangway_domain::wire::{ConsentKind, ConsentSource};

/// Most characters of a page's address and of a browser's name for itself.
const MAX_PAGE: usize = 2048;
const MAX_USER_AGENT: usize = 255;

/// An entry to be: what happened between two numbers, and what proves it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub(super) partner: PartnerId,
    pub(super) client: ClientId,
    pub(super) company_number: String,
    pub(super) customer_number: String,
    pub(super) kind: ConsentKind,
    pub(super) source: ConsentSource,
    pub(super) wording: Option<Wording>,
    pub(super) page: Option<String>,
    pub(super) address: Option<String>,
    pub(super) user_agent: Option<String>,
    pub(super) message: Option<MessageId>,
    pub(super) recorded_by: Option<Caller>,
}

impl Entry {
    /// Between the company's number and the customer's, both in E.164 form.
    pub fn new(
        (partner, client): (PartnerId, ClientId),
        company_number: &str,
        customer_number: &str,
        kind: ConsentKind,
        source: ConsentSource,
    ) -> Self {
        Self {
            partner,
            client,
            company_number: company_number.to_owned(),
            customer_number: customer_number.to_owned(),
            kind,
            source,
            wording: None,
            page: None,
            address: None,
            user_agent: None,
            message: None,
            recorded_by: None,
        }
    }

    /// The same with the words agreed to.
    #[must_use]
    pub fn agreeing_to(mut self, wording: Wording) -> Self {
        self.wording = Some(wording);
        self
    }

    /// The same from a page on the web: its address, the visitor's, and what the browser calls itself.
    #[must_use]
    pub fn from_page(
        mut self,
        page: Option<&str>,
        address: Option<&str>,
        user_agent: Option<&str>,
    ) -> Self {
        self.page = page.map(|page| first(page, MAX_PAGE));
        self.address = address.map(str::to_owned);
        self.user_agent = user_agent.map(|agent| first(agent, MAX_USER_AGENT));
        self
    }

    /// The same by a text of the customer's.
    #[must_use]
    pub fn by_message(mut self, message: MessageId) -> Self {
        self.message = Some(message);
        self
    }

    /// The same recorded by somebody of the company.
    #[must_use]
    pub fn recorded_by(mut self, caller: &Caller) -> Self {
        self.recorded_by = Some(caller.clone());
        self
    }
}

/// The first characters of a text.
fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
