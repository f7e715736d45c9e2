//! One thing that happened, as a sentence.

use crate::route::Route;
use crate::times;
use gangway_domain::wire::{Event, FieldChange};
use leptos::prelude::*;

/// Consecutive lines that say the same are one, with how often.
#[derive(Clone, PartialEq)]
pub(crate) struct Line {
    pub event: Event,
    pub times: usize,
}

/// The events of a day.
#[derive(Clone, PartialEq)]
pub(crate) struct Day {
    pub name: String,
    pub lines: Vec<Line>,
}

/// A day with its lines.
pub(crate) fn day_section(day: Day) -> AnyView {
    let label = day.name.clone();
    view! {
        <section aria-label=label>
            <h2 class="border-b border-hairline bg-base-200 px-4 py-2 text-sm font-semibold">{day.name}</h2>
            <ul class="divide-y divide-hairline">{day.lines.into_iter().map(row).collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}

/// Events by the viewer's days, in the order given.
pub(crate) fn by_day(events: Vec<Event>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for event in events {
        let name = times::day_name(event.created_at);
        match days.last_mut().filter(|day| day.name == name) {
            Some(day) => match day
                .lines
                .last_mut()
                .filter(|line| same(&line.event, &event))
            {
                Some(line) => line.times += 1,
                None => day.lines.push(Line { event, times: 1 }),
            },
            None => days.push(Day {
                name,
                lines: vec![Line { event, times: 1 }],
            }),
        }
    }
    days
}

fn same(one: &Event, other: &Event) -> bool {
    one.what == other.what
        && one.actor == other.actor
        && one.client == other.client
        && one.changes.is_empty()
        && other.changes.is_empty()
}

fn row(line: Line) -> AnyView {
    let Line { event, times } = line;
    let at = event.created_at;
    let client = event.client.clone().map(|client| {
        let name = client.name.unwrap_or_else(|| "New company".to_owned());
        view! {
            <a class="link max-w-full truncate" href=Route::Client(client.id).path() title=name.clone()>
                {name.clone()}
            </a>
        }
    });
    let often = (times > 1).then(|| view! { <span>{format!("{times} times")}</span> });
    let from = event.address.clone().map(|address| {
        let browser = event.user_agent.clone().unwrap_or_default();
        view! { <span title=browser>{format!("from {address}")}</span> }
    });
    let changes = (!event.changes.is_empty()).then(|| changes(&event.changes));
    view! {
        <li class="flex gap-4 px-4 py-3">
            <time class="w-20 shrink-0 whitespace-nowrap text-muted" datetime=at.to_rfc3339() title=times::whole(at)>
                {times::clock(at)}
            </time>
            <div class="min-w-0 flex-1">
                <p class="break-words">
                    <span class="font-semibold">{event.actor.name.clone()}</span>
                    " "
                    {event.what.clone()}
                </p>
                <p class="mt-1 flex flex-wrap gap-x-3 text-xs text-muted">{client} {often} {from}</p>
                {changes}
            </div>
        </li>
    }
    .into_any()
}

/// "Support name: Ann → Jo"
fn changes(changes: &[FieldChange]) -> AnyView {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "empty".to_owned());
    let change = |change: &FieldChange| {
        view! {
            <div class="flex flex-wrap gap-x-2">
                <dt class="text-muted">{format!("{}:", title(&change.field))}</dt>
                <dd class="min-w-0 break-words">
                    <span class="text-muted line-through">{text(&change.before)}</span>
                    <span aria-hidden="true">" → "</span>
                    <span class="sr-only">" became "</span>
                    {text(&change.after)}
                </dd>
            </div>
        }
    };
    view! { <dl class="mt-2 space-y-1 text-xs">{changes.iter().map(change).collect::<Vec<_>>()}</dl> }
        .into_any()
}

/// "Support name" of `support_name`.
fn title(field: &str) -> String {
    let words = field.replace('_', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
