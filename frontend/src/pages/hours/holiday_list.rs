use crate::components::hours_in_words;
use crate::times;
use gangway_domain::wire::Holiday;
use leptos::prelude::*;

/// Holidays that are shown; the rest is counted.
const SHOWN: usize = 5;

/// Days that differ from the week, the first few of them.
pub fn holiday_list(holidays: &[Holiday]) -> AnyView {
    let line = |holiday: &Holiday| {
        let when = day_words(holiday);
        let (name, hours) = (holiday.name.clone(), hours_in_words(&holiday.hours));
        view! {
            <li class="grid grid-cols-1 gap-x-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto]">
                <span class="min-w-0 truncate" title=name.clone()>{name.clone()}</span>
                <span class="text-muted sm:text-right">{format!("{when}: {hours}")}</span>
            </li>
        }
    };
    let rest = holidays.len().saturating_sub(SHOWN);
    let lines = holidays.iter().take(SHOWN).map(line).collect_view();
    view! {
        <div class="space-y-2 border-t border-hairline pt-4">
            <h4 class="text-sm font-semibold">"Holidays"</h4>
            <ul class="space-y-1">{lines}</ul>
            {(rest > 0).then(|| view! { <p class="text-sm text-muted">{format!("and {rest} more")}</p> })}
        </div>
    }
    .into_any()
}

fn day_words(holiday: &Holiday) -> String {
    if holiday.every_year {
        format!("every {}", times::day_of_year(holiday.on))
    } else {
        times::date(holiday.on)
    }
}
