use crate::components::WeekPicture;
use crate::pages::hours::holiday_list;
use gangway_domain::wire::{BusinessHours, ClientRecord};
use leptos::prelude::*;

/// When the client works.
pub(super) fn hours_card(record: &ClientRecord) -> AnyView {
    let headquarters = record.sites.iter().find(|site| site.is_headquarters);
    let zone = headquarters.map(|site| site.time_zone.replace('_', " "));
    let body = match &record.hours {
        Some(hours) => known(hours, zone),
        None => view! { <p class="text-sm text-muted">"Nobody has said yet when they work."</p> }
            .into_any(),
    };
    view! {
        <section class="card-box space-y-4" aria-labelledby="hours-heading">
            <h2 id="hours-heading">"Business hours"</h2>
            {body}
        </section>
    }
    .into_any()
}

fn known(hours: &BusinessHours, zone: Option<String>) -> AnyView {
    let BusinessHours { week, holidays } = hours.clone();
    view! {
        {zone.map(|zone| view! { <p class="text-sm text-muted">{format!("On the clock of the headquarters, {zone}.")}</p> })}
        <WeekPicture week=Signal::stored(week) />
        {(!holidays.is_empty()).then(|| holiday_list(&holidays))}
    }
    .into_any()
}
