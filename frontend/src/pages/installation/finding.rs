use super::advice::advice;
use super::standing::Standing;
use crate::components::{CopyField, Glyph, Notice, RelativeTime, StatusBadge, Tone};
use gangway_domain::wire::{InstallationCheck, InstallationFinding as Finding};
use leptos::prelude::*;

/// How the code fares: what it is, and why.
pub fn status(standing: &Standing) -> AnyView {
    match standing {
        Standing::Unknown => quiet(Tone::Neutral, Glyph::Circle, "Not checked yet"),
        Standing::Looking => quiet(Tone::Active, Glyph::Clock, "Looking at your website…"),
        Standing::Found => good(
            "On your website",
            "The code is on the page as it was given out, and nothing is in its way.",
        ),
        Standing::Used => good(
            "In use on your website",
            "Visitors' browsers load the application.",
        ),
        Standing::PlacedByScript => good(
            "In use on your website",
            "The code is not in the page itself, but visitors' browsers use it: a tag manager or another script places it. Nothing is left to do.",
        ),
        Standing::Trouble(check, finding) => trouble(check, *finding),
    }
}

fn quiet(tone: Tone, glyph: Glyph, label: &'static str) -> AnyView {
    view! { <StatusBadge tone glyph label /> }.into_any()
}

fn good(title: &'static str, detail: &'static str) -> AnyView {
    view! {
        <Notice tone=Tone::Good title>
            <p>{detail}</p>
        </Notice>
    }
    .into_any()
}

fn trouble(check: &InstallationCheck, finding: Finding) -> AnyView {
    let (tone, title) = match finding {
        Finding::Found => (Tone::Good, "On your website"),
        Finding::Missing => (Tone::Wary, "Not on your website"),
        Finding::Changed => (Tone::Wary, "Changed on your website"),
        Finding::OtherKey => (Tone::Bad, "Another company's code"),
        Finding::Blocked => (Tone::Bad, "Blocked by your website"),
        Finding::Moved => (Tone::Wary, "Your website has moved"),
        Finding::Unreachable => (Tone::Bad, "Website not reached"),
    };
    let detail = check.detail.clone();
    let tag_manager = (check.has_tag_manager && finding == Finding::Missing).then_some(
        "The page loads Google Tag Manager, whose tags Gangway cannot see. If the code is there, open your website once: its first call shows here.",
    );
    view! {
        <Notice tone title>
            {detail.map(|detail| view! { <p class="wrap-anywhere">{detail}</p> })}
            {tag_manager.map(|words| view! { <p>{words}</p> })}
        </Notice>
    }
    .into_any()
}

/// Which page was looked at, and when.
pub fn page_line(check: &InstallationCheck) -> AnyView {
    let page = check.page.clone();
    let when = check
        .checked_at
        .map(|at| view! { " — looked at " <RelativeTime at /> });
    view! {
        <p>
            <span class="break-all">{page}</span>
            {when}
        </p>
    }
    .into_any()
}

/// What to do where something is wrong.
pub fn what_to_do(standing: Standing) -> AnyView {
    let Standing::Trouble(check, finding) = standing else {
        return ().into_any();
    };
    view! {
        {(!check.directives.is_empty()).then(|| directives(&check.directives))}
        {advice(finding)}
    }
    .into_any()
}

fn directives(lines: &[String]) -> AnyView {
    let text = lines.join(";\n") + ";";
    view! {
        <div class="space-y-2">
            <p class="text-sm">
                "In the policy (Content-Security-Policy), let these directives read so:"
            </p>
            <CopyField label="Directives" text=Signal::stored(text) code=true />
        </div>
    }
    .into_any()
}
