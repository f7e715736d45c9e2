use std::collections::VecDeque;

use chrono::{DateTime, Utc};

use super::mail::{Envelope, Mail};
use super::refusals::Refusals;

/// Mails that are kept.
const MOST_MAILS: usize = 1_000;
/// Bytes of raw mail that are kept.
const MOST_BYTES: usize = 200 * 1024 * 1024;

/// The mailbox of everybody.
#[derive(Default)]
pub(crate) struct State {
    /// Oldest first.
    pub mails: VecDeque<Mail>,
    pub refusals: Refusals,
    received: u64,
    bytes: usize,
}

impl State {
    /// Keeps a mail and answers with its id; the oldest ones make room.
    pub fn receive(&mut self, at: DateTime<Utc>, envelope: Envelope, raw: Vec<u8>) -> u64 {
        self.received += 1;
        self.bytes += raw.len();
        self.mails
            .push_back(Mail::read(self.received, at, envelope, raw));
        while self.mails.len() > MOST_MAILS || self.bytes > MOST_BYTES {
            let Some(oldest) = self.mails.pop_front() else {
                break;
            };
            self.bytes -= oldest.size;
        }
        self.received
    }

    pub fn clear(&mut self) {
        self.mails.clear();
        self.bytes = 0;
    }
}
