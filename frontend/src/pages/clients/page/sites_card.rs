use super::values::{address_lines, missing};
use crate::components::{Glyph, StatusBadge, Tone};
use gangway_domain::wire::Site;
use leptos::prelude::*;

/// Where the client works.
pub(super) fn sites_card(sites: &[Site]) -> AnyView {
    let none = sites.is_empty();
    let rows = sites.iter().map(site).collect_view();
    view! {
        <section class="card-box" aria-labelledby="sites-heading">
            <h2 id="sites-heading" class="mb-2">
                "Sites"
            </h2>
            <ul class="divide-y divide-hairline">{rows}</ul>
            {none.then(|| view! { <p class="text-sm">{missing()}</p> })}
        </section>
    }
    .into_any()
}

fn site(site: &Site) -> AnyView {
    let lines = address_lines(site);
    let address = if lines.is_empty() {
        view! { <p class="text-muted">"No address yet"</p> }.into_any()
    } else {
        let lines = lines.into_iter();
        let lines = lines.map(|line| view! { <span class="block break-words">{line}</span> });
        view! { <p>{lines.collect_view()}</p> }.into_any()
    };
    let headquarters = site.is_headquarters.then(|| {
        view! { <StatusBadge tone=Tone::Active glyph=Glyph::Building label="Headquarters" /> }
    });
    view! {
        <li class="grid gap-x-4 gap-y-1 py-3 text-sm sm:grid-cols-3">
            <div class="min-w-0">
                <p class="font-semibold break-words">{site.name.clone()}</p>
                {headquarters}
            </div>
            <div class="min-w-0">{address}</div>
            <p class="min-w-0 break-words text-muted">
                <span class="sr-only">"Time zone "</span>
                {site.time_zone.replace('_', " ")}
            </p>
        </li>
    }
    .into_any()
}
