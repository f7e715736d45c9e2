use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::callbacks::{Callback, CallbackStyle};
use super::faults::Fault;
use super::inventory::{self, Offer};
use super::messages::StoredMessage;
use super::numbers::OwnedNumber;
use super::request::{Request, RequestSeen};
use crate::ids::Ids;
use crate::options::Options;

/// Requests and callbacks that are remembered.
const REMEMBERED: usize = 2_000;
/// Messages that are kept.
const MESSAGES_KEPT: usize = 10_000;

/// Ways in which Twilio's answers differ without being wrong.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quirks {
    /// `SMS` and `MMS` instead of `sms` and `mms` in the answers of the number search.
    pub upper_case_capabilities: bool,
    /// The account says that it is on trial.
    pub trial_account: bool,
}

/// Everything the played Twilio knows.
pub(crate) struct State {
    pub options: Options,
    pub started_at: DateTime<Utc>,
    pub ids: Ids,
    pub quirks: Quirks,
    /// All numbers there are, in the order in which they are offered.
    pub inventory: Vec<Offer>,
    /// Oldest first.
    pub numbers: Vec<OwnedNumber>,
    /// Oldest first.
    pub messages: VecDeque<StoredMessage>,
    /// Sender and recipient between whom STOP was said.
    pub opted_out: BTreeSet<(String, String)>,
    /// What becomes of texts to a recipient: a final status and a code.
    pub outcomes: BTreeMap<String, (String, Option<u32>)>,
    pub faults: Vec<Fault>,
    pub style: CallbackStyle,
    /// Oldest first.
    pub callbacks: VecDeque<Callback>,
    /// Oldest first.
    pub requests: VecDeque<RequestSeen>,
    requests_made: u64,
}

impl State {
    pub fn new(options: Options) -> Self {
        Self {
            started_at: (options.clock)(),
            ids: Ids::new(options.seed),
            quirks: Quirks::default(),
            inventory: inventory::all(options.seed),
            numbers: Vec::new(),
            messages: VecDeque::new(),
            opted_out: BTreeSet::new(),
            outcomes: BTreeMap::new(),
            faults: Vec::new(),
            style: CallbackStyle::default(),
            callbacks: VecDeque::new(),
            requests: VecDeque::new(),
            requests_made: 0,
            options,
        }
    }

    /// Forgets what was bought, sent and seen, and every fault. No identifier is given twice.
    pub fn reset(&mut self) {
        let made = self.ids.made();
        *self = Self::new(self.options.clone());
        self.ids.go_on_from(made);
    }

    pub fn owns(&self, phone_number: &str) -> bool {
        self.numbers
            .iter()
            .any(|number| number.phone_number == phone_number)
    }

    pub fn note(&mut self, request: &Request, at: DateTime<Utc>, fault: Option<String>) -> u64 {
        self.requests_made += 1;
        let id = self.requests_made;
        let mut seen = RequestSeen {
            id,
            at,
            method: request.method.clone(),
            path: request.path.clone(),
            query: request.query.clone(),
            form: request.form.clone(),
            user: request.credentials.as_ref().map(|(user, _)| user.clone()),
            content_type: request.content_type.clone(),
            body: request.body.clone(),
            differences: Vec::new(),
            answered: None,
            fault,
        };
        if let Some(contract) = &self.options.contract {
            seen.differences = contract.differences(&seen);
        }
        push(&mut self.requests, seen, REMEMBERED);
        id
    }

    pub fn note_answer(&mut self, id: u64, status: u16) {
        if let Some(seen) = self.requests.iter_mut().find(|seen| seen.id == id) {
            seen.answered = Some(status);
        }
    }

    pub fn note_callback(&mut self, callback: Callback) {
        push(&mut self.callbacks, callback, REMEMBERED);
    }

    pub fn keep(&mut self, message: StoredMessage) {
        push(&mut self.messages, message, MESSAGES_KEPT);
    }
}

fn push<T>(queue: &mut VecDeque<T>, item: T, most: usize) {
    queue.push_back(item);
    while queue.len() > most {
        queue.pop_front();
    }
}
