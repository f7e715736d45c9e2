//! A conversation in a file.

use crate::events::csv_cell;
use chrono::SecondsFormat;
use gangway_domain::wire::{Message, MessageDirection, MessageState};
use gangway_entities::{client, conversation};
use serde::Deserialize;

/// What kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// To read.
    #[default]
    Text,
    /// For spreadsheets.
    Csv,
}

impl Format {
    /// Its media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Text => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// How its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Csv => "csv",
        }
    }
}

/// How the file begins.
pub fn head(format: Format, client: &client::Model, talk: &conversation::Model) -> String {
    match format {
        // The byte order mark, by which spreadsheets know UTF-8.
        Format::Csv => {
            "\u{feff}Time,From,To,Direction,Text,State,Detail,Sent by,Parts\r\n".to_owned()
        }
        Format::Text => format!(
            "{} ({}) and {}\n\n",
            client.name.as_deref().unwrap_or("Your company"),
            talk.company_number,
            customer(talk),
        ),
    }
}

/// A text as a line, or as a paragraph to read.
pub fn line(format: Format, client: &str, talk: &conversation::Model, text: &Message) -> String {
    match format {
        Format::Csv => csv(talk, text),
        Format::Text => paragraph(client, talk, text),
    }
}

fn csv(talk: &conversation::Model, text: &Message) -> String {
    let (ours, theirs) = (&talk.company_number, &talk.customer_number);
    let (from, to, way) = match text.direction {
        MessageDirection::In => (theirs, ours, "in"),
        MessageDirection::Out => (ours, theirs, "out"),
    };
    let cells = [
        text.created_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        from.clone(),
        to.clone(),
        way.to_owned(),
        text.body.clone(),
        state(text.state).to_owned(),
        text.detail.clone().unwrap_or_default(),
        text.sent_by_name.clone().unwrap_or_default(),
        text.segments.to_string(),
    ];
    cells.map(|cell| csv_cell(&cell)).join(",") + "\r\n"
}

fn paragraph(client: &str, talk: &conversation::Model, text: &Message) -> String {
    let at = text.created_at.format("%Y-%m-%d %H:%M UTC");
    let who = match (text.direction, &text.sent_by_name) {
        (MessageDirection::In, _) => customer(talk),
        (MessageDirection::Out, Some(name)) => name.clone(),
        (MessageDirection::Out, None) => client.to_owned(),
    };
    let how = match text.direction {
        MessageDirection::In => String::new(),
        MessageDirection::Out => format!(" ({})", state(text.state)),
    };
    format!("{at} {who}{how}:\n{}\n\n", text.body)
}

fn customer(talk: &conversation::Model) -> String {
    match &talk.name {
        Some(name) => format!("{name} ({})", talk.customer_number),
        None => talk.customer_number.clone(),
    }
}

/// The state as a person reads it.
const fn state(state: MessageState) -> &'static str {
    match state {
        MessageState::Received => "received",
        MessageState::Queued => "waiting",
        MessageState::Sending => "sending",
        MessageState::Sent => "sent",
        MessageState::Delivered => "delivered",
        MessageState::Undelivered => "not delivered",
        MessageState::Failed => "not sent",
        MessageState::Unknown => "not known",
    }
}
