use crate::components::{CheckRow, Notice, Tone};
use crate::route::Route;
use gangway_domain::wire::{ReadinessCheck, ReadinessFinding, TextingReadiness};
use leptos::prelude::*;

/// Each thing carriers look at, with what to do.
pub(super) fn checks(readiness: TextingReadiness) -> AnyView {
    let open = readiness.checks.iter().filter(|check| !check.ok).count();
    let (tone, words) = match open {
        0 => (Tone::Good, "Everything is as carriers want it.".to_owned()),
        1 => (Tone::Wary, "One thing is missing.".to_owned()),
        several => (Tone::Wary, format!("{several} things are missing.")),
    };
    let rows: Vec<_> = readiness.checks.into_iter().map(row).collect();
    view! {
        <div class="px-5 pb-4 sm:px-6">
            <Notice tone>
                <p>{words}</p>
            </Notice>
        </div>
        <ul class="divide-y divide-hairline border-t border-hairline">{rows}</ul>
    }
    .into_any()
}

fn row(finding: ReadinessFinding) -> AnyView {
    let ReadinessFinding {
        check,
        title,
        ok,
        detail,
    } = finding;
    let action = move || match check {
        ReadinessCheck::Website => link(Route::CompanySettings, "Company settings"),
        ReadinessCheck::Number => link(Route::Home, "Set-up"),
        _ => ().into_any(),
    };
    let words = if ok { "In order" } else { "Missing" };
    view! { <CheckRow done=ok title detail words action /> }.into_any()
}

fn link(route: Route, words: &'static str) -> AnyView {
    view! { <a class="link text-sm" href=route.path()>{words}</a> }.into_any()
}
