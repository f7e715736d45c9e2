use crate::times;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// A time as a person says it; the whole date with its zone on hover.
#[component]
pub fn RelativeTime(at: DateTime<Utc>) -> AnyView {
    view! {
        <time datetime=at.to_rfc3339() title=times::whole(at) class="whitespace-nowrap">
            {times::relative(at)}
        </time>
    }
    .into_any()
}
