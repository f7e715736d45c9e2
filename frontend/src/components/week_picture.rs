use crate::times;
use chrono::Weekday;
use gangway_domain::hours::{Span, spans};
use gangway_domain::wire::{OpenHours, WeekHours};
use leptos::prelude::*;

/// The days of a week in the order shown, with their short names.
const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "Mon"),
    (Weekday::Tue, "Tue"),
    (Weekday::Wed, "Wed"),
    (Weekday::Thu, "Thu"),
    (Weekday::Fri, "Fri"),
    (Weekday::Sat, "Sat"),
    (Weekday::Sun, "Sun"),
];

/// The hours of a week as bars over a day, with the same in words beside them.
#[component]
pub fn WeekPicture(#[prop(into)] week: Signal<WeekHours>) -> AnyView {
    let lines = move || {
        let week = week.get();
        let line = |(day, name): (Weekday, &'static str)| day_line(name, week.of(day));
        DAYS.map(line).collect_view()
    };
    view! {
        <div>
            <ul class="space-y-1.5">{lines}</ul>
            <div class="mt-1 grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[2.5rem_minmax(0,1fr)_11rem]" aria-hidden="true">
                <div class="col-start-2 flex justify-between text-xs text-muted">
                    {[0, 6, 12, 18, 24].map(|hour| view! { <span>{format!("{hour:02}")}</span> }).collect_view()}
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn day_line(name: &'static str, hours: &[OpenHours]) -> AnyView {
    let spans = spans(hours).unwrap_or_default();
    let words = hours_in_words(hours);
    view! {
        <li class="grid grid-cols-[2.5rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[2.5rem_minmax(0,1fr)_11rem]">
            <span class="text-sm">{name}</span>
            {bar(&spans)}
            <span class="col-start-2 text-xs text-muted sm:col-start-3 sm:text-sm">{words}</span>
        </li>
    }
    .into_any()
}

/// A day from midnight to midnight.
fn bar(spans: &[Span]) -> AnyView {
    let open = spans.iter().map(|span| {
        let (from, until) = (span.from.minutes(), span.until.minutes());
        view! { <rect class="fill-primary" x=from.to_string() y="0" width=(until - from).to_string() height="16" /> }
    });
    let marks = [360, 720, 1080].map(|minute| {
        view! { <rect class="fill-base-content opacity-20" x=(minute - 2).to_string() y="0" width="4" height="16" /> }
    });
    view! {
        <svg class="h-4 w-full rounded bg-base-300" viewBox="0 0 1440 16" preserveAspectRatio="none" aria-hidden="true">
            {open.collect_view()}
            {marks.collect_view()}
        </svg>
    }
    .into_any()
}

/// "9:00 AM to 5:00 PM, 6:00 PM to midnight", or "Closed".
pub fn hours_in_words(hours: &[OpenHours]) -> String {
    let Ok(spans) = spans(hours) else {
        return "Not complete".to_owned();
    };
    let words = spans
        .iter()
        .map(|span| match (span.from.minutes(), span.until.minutes()) {
            (0, 1440) => "All day".to_owned(),
            (from, until) => format!("{} to {}", times::wall(from), times::wall(until)),
        });
    let words: Vec<String> = words.collect();
    if words.is_empty() {
        "Closed".to_owned()
    } else {
        words.join(", ")
    }
}
