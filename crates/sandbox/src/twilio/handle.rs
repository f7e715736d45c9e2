use std::io;
use std::sync::Arc;

use super::callbacks::{Callback, CallbackStyle};
use super::faults::Fault;
use super::messages::StoredMessage;
use super::numbers::OwnedNumber;
use super::request::RequestSeen;
use super::state::Quirks;
use super::text_in::{self, TextIn, TextInAnswer};
use crate::phones::Condition;
use crate::shared::Shared;

/// The played Twilio, from the outside: what it saw, and how it shall misbehave. Cheap to clone.
#[derive(Clone)]
pub struct Twilio {
    shared: Arc<Shared>,
}

impl Twilio {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// The numbers that were bought and not released, oldest first.
    pub fn numbers(&self) -> Vec<OwnedNumber> {
        self.shared.twilio().numbers.clone()
    }

    /// The messages sent and received, oldest first.
    pub fn messages(&self) -> Vec<StoredMessage> {
        self.shared.twilio().messages.iter().cloned().collect()
    }

    /// The last 2,000 calls, oldest first.
    pub fn requests(&self) -> Vec<RequestSeen> {
        self.shared.twilio().requests.iter().cloned().collect()
    }

    /// The calls of a method whose path holds a text: `requests_to("POST", "IncomingPhoneNumbers")`.
    pub fn requests_to(&self, method: &str, path_contains: &str) -> Vec<RequestSeen> {
        let mut requests = self.requests();
        requests.retain(|seen| seen.method == method && seen.path.contains(path_contains));
        requests
    }

    /// In what the calls differed from Twilio's document, where the sandbox was given that.
    pub fn differences(&self) -> Vec<String> {
        let twilio = self.shared.twilio();
        let seen = twilio.requests.iter();
        seen.flat_map(|seen| seen.differences.clone()).collect()
    }

    /// The last 2,000 webhook calls, oldest first.
    pub fn callbacks(&self) -> Vec<Callback> {
        self.shared.twilio().callbacks.iter().cloned().collect()
    }

    /// Sets a fault. With 100 of them set already, it is dropped.
    pub fn fault(&self, fault: Fault) {
        self.shared.twilio().add_fault(fault);
    }

    /// The faults still to strike.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.twilio().faults.clone()
    }

    pub fn clear_faults(&self) {
        self.shared.twilio().faults.clear();
    }

    pub fn quirks(&self, quirks: Quirks) {
        self.shared.twilio().quirks = quirks;
    }

    /// How webhooks are called from now on.
    pub fn callback_style(&self, style: CallbackStyle) {
        self.shared.twilio().style = style;
    }

    /// What becomes of texts to this recipient, such as `undelivered` with code 30005.
    pub fn outcome(&self, to: &str, status: &str, error_code: Option<u32>) {
        let outcome = (status.to_owned(), error_code);
        self.shared.twilio().outcomes.insert(to.to_owned(), outcome);
    }

    /// Switches a customer's phone off, and so on.
    pub fn condition(&self, number: &str, condition: Condition) {
        self.shared.twilio().set_condition(number, condition);
    }

    /// Sends a text to an owned number and waits for what its webhook answers.
    pub async fn text_in(&self, text: TextIn) -> io::Result<TextInAnswer> {
        text_in::text_in(&self.shared, text).await
    }

    /// Forgets what was bought, sent and seen, and every fault.
    pub fn reset(&self) {
        let mut twilio = self.shared.twilio();
        twilio.reset();
        self.shared.save(&twilio);
    }
}
