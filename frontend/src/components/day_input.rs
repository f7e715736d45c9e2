use gangway_domain::hours::DayTime;
use gangway_domain::wire::OpenHours;
use leptos::prelude::*;

/// How a time input writes midnight; at the end of a span it is that of the day's end.
const MIDNIGHT: &str = "00:00";
const END_OF_DAY: &str = "24:00";
/// How long hours after others are at first.
const MORE_MINUTES: u16 = 4 * 60;

/// A span as typed.
#[derive(Clone, Copy)]
pub(super) struct SpanInput {
    /// Tells spans apart while they move.
    pub(super) number: u32,
    pub(super) from: RwSignal<String>,
    pub(super) until: RwSignal<String>,
}

/// The hours of a day as typed.
#[derive(Clone, Copy)]
pub struct DayInput {
    pub(super) spans: RwSignal<Vec<SpanInput>>,
    pub(super) made: StoredValue<u32>,
    /// Spans live as long as the day, whichever of them asked for a new one.
    owner: StoredValue<Owner>,
}

impl DayInput {
    /// Begins with these hours.
    pub fn new(hours: &[OpenHours]) -> Self {
        let day = Self {
            spans: RwSignal::new(Vec::new()),
            made: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        day.set(hours);
        day
    }

    /// Replaces what was typed.
    pub fn set(self, hours: &[OpenHours]) {
        let inputs = hours.iter().map(|hours| self.input(hours)).collect();
        self.spans.set(inputs);
    }

    /// The hours as they are sent. Follows what is typed.
    pub fn hours(self) -> Vec<OpenHours> {
        let sent = |span: &SpanInput| OpenHours {
            from: span.from.get(),
            until: match span.until.get() {
                midnight if midnight == MIDNIGHT => END_OF_DAY.to_owned(),
                other => other,
            },
        };
        self.spans.with(|spans| spans.iter().map(sent).collect())
    }

    fn input(self, hours: &OpenHours) -> SpanInput {
        let number = self.made.get_value();
        self.made.set_value(number + 1);
        let until = match hours.until.as_str() {
            END_OF_DAY => MIDNIGHT,
            other => other,
        };
        let text = |text: &str| {
            let owner = self.owner.get_value();
            owner.with(|| RwSignal::new(text.to_owned()))
        };
        SpanInput {
            number,
            from: text(&hours.from),
            until: text(until),
        }
    }

    /// Adds hours after the last ones.
    pub(super) fn add(self) {
        let last = untrack(|| self.hours()).pop();
        let next = match last.map(|hours| DayTime::parse(&hours.until)) {
            None => hours("09:00", "17:00"),
            Some(Ok(from)) if from.to_string() != END_OF_DAY => {
                let until = (from.minutes() + MORE_MINUTES).min(24 * 60);
                let until = format!("{:02}:{:02}", until / 60, until % 60);
                hours(&from.to_string(), &until)
            }
            Some(_) => hours("", ""),
        };
        let input = self.input(&next);
        self.spans.update(|spans| spans.push(input));
    }

    /// Takes hours away.
    pub(super) fn remove(self, number: u32) {
        self.spans
            .update(|spans| spans.retain(|span| span.number != number));
    }
}

fn hours(from: &str, until: &str) -> OpenHours {
    OpenHours {
        from: from.to_owned(),
        until: until.to_owned(),
    }
}
