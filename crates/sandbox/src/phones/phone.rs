use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{Condition, Contacts};
use crate::twilio::{INBOUND, State, StoredMessage};

/// A customer's phone.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Phone {
    pub number: String,
    pub condition: Condition,
    /// The one with the newest text first, then those without any.
    pub threads: Vec<Thread>,
}

/// What was said with one number of a company.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Thread {
    /// The company's number.
    pub with: String,
    /// Its name in the phone's contacts; the number where it has none.
    pub name: String,
    /// Whether STOP was said and no START since.
    pub stopped: bool,
    /// Oldest first.
    pub texts: Vec<Text>,
}

/// A text as the phone has it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Text {
    pub sid: String,
    /// Whether the phone sent it.
    pub mine: bool,
    pub body: String,
    pub pictures: usize,
    pub at: DateTime<Utc>,
    /// Why nobody took it, for one that the phone sent.
    pub not_taken: Option<String>,
}

/// The phones that sent texts or were sent some, the one with the newest text first.
pub(crate) fn numbers(state: &State) -> Vec<String> {
    let mut seen = BTreeSet::new();
    state
        .messages
        .iter()
        .rev()
        .filter_map(|message| person(message).map(str::to_owned))
        .filter(|number| seen.insert(number.clone()))
        .collect()
}

/// A phone, with every number that it could text.
pub(crate) fn phone(state: &State, contacts: &Contacts, number: &str) -> Phone {
    let texting = state.numbers.iter().filter(|number| number.texts);
    let mut texts: BTreeMap<String, Vec<Text>> = texting
        .map(|owned| (owned.phone_number.clone(), Vec::new()))
        .collect();
    for message in state
        .messages
        .iter()
        .filter(|message| person(message) == Some(number))
    {
        if let Some((with, text)) = text(message) {
            texts.entry(with.to_owned()).or_default().push(text);
        }
    }
    let mut threads: Vec<Thread> = texts
        .into_iter()
        .map(|(with, texts)| Thread {
            name: contacts.get(&with).unwrap_or(&with).clone(),
            stopped: state.opted_out.contains(&(with.clone(), number.to_owned())),
            with,
            texts,
        })
        .collect();
    threads.sort_by_key(|thread| std::cmp::Reverse(thread.texts.last().map(|text| text.at)));
    Phone {
        number: number.to_owned(),
        condition: state.condition(number),
        threads,
    }
}

fn person(message: &StoredMessage) -> Option<&str> {
    if message.direction == INBOUND {
        message.from.as_deref()
    } else {
        Some(&message.to)
    }
}

/// The number of the company and the text; none for one that never reached the phone.
fn text(message: &StoredMessage) -> Option<(&str, Text)> {
    let mine = message.direction == INBOUND;
    let with = if mine {
        &message.to
    } else {
        message.from.as_ref()?
    };
    let arrived = mine || matches!(message.status.as_str(), "delivered" | "sent" | "read");
    let text = Text {
        sid: message.sid.clone(),
        mine,
        body: message.body.clone(),
        pictures: message.num_media,
        at: message.sent_at.unwrap_or(message.created_at),
        not_taken: message.not_taken.clone(),
    };
    arrived.then_some((with.as_str(), text))
}
