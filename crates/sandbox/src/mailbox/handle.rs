use std::sync::Arc;

use super::mail::Mail;
use super::refusals::Refusals;
use crate::shared::Shared;

/// The mail that arrived, and whom the mail server shall refuse. Cheap to clone.
#[derive(Clone)]
pub struct Mailbox {
    shared: Arc<Shared>,
}

impl Mailbox {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// The last 1,000 mails, newest first.
    pub fn all(&self) -> Vec<Mail> {
        self.shared.mailbox().mails.iter().rev().cloned().collect()
    }

    /// The mails whose envelope names this address, newest first.
    pub fn to(&self, address: &str) -> Vec<Mail> {
        let mut mails = self.all();
        mails.retain(|mail| mail.is_to(address));
        mails
    }

    /// Refuses this recipient from now on, such as with 550 and `5.1.1 No such user`.
    pub fn refuse_recipient(&self, address: &str, code: u16, text: &str) {
        self.shared.mailbox().refusals.refuse(address, code, text);
    }

    /// Tells the next recipients, this many, to come back later (451).
    pub fn greylist(&self, times: u32) {
        self.shared.mailbox().refusals.greylist(times);
    }

    /// Refuses nobody any more.
    pub fn clear_refusals(&self) {
        self.shared.mailbox().refusals = Refusals::default();
    }

    /// Throws the mails away; refusals stay.
    pub fn clear(&self) {
        self.shared.mailbox().clear();
    }
}
