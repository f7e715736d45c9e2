use super::advice::advice;
use super::standing::Standing;
use crate::components::{CopyField, Glyph, Notice, RelativeTime, StatusBadge, Tone};
use gangway_domain::wire::{InstallationCheck, InstallationFinding as Finding};
use leptos::prelude::*;

/// How the code fares, as a word with its picture.
pub fn badge(standing: &Standing) -> AnyView {
    let (tone, glyph, label) = match standing {
        Standing::Unknown => (Tone::Neutral, Glyph::Circle, "Not checked yet"),
        Standing::Looking => (Tone::Active, Glyph::Clock, "Looking at your website…"),
        Standing::Found => (Tone::Good, Glyph::CheckCircle, "On your website"),
        Standing::Used | Standing::PlacedByScript => {
            (Tone::Good, Glyph::CheckCircle, "In use on your website")
        }
        Standing::Trouble(_, finding) => trouble(*finding),
    };
    view! { <StatusBadge tone glyph label wrap=true /> }.into_any()
}

const fn trouble(finding: Finding) -> (Tone, Glyph, &'static str) {
    match finding {
        Finding::Found => (Tone::Good, Glyph::CheckCircle, "On your website"),
        Finding::Missing => (Tone::Wary, Glyph::Warning, "Not on your website"),
        Finding::Changed => (Tone::Wary, Glyph::Warning, "Changed on your website"),
        Finding::OtherKey => (Tone::Bad, Glyph::CrossCircle, "Another company's code"),
        Finding::Blocked => (Tone::Bad, Glyph::CrossCircle, "Blocked by your website"),
        Finding::Moved => (Tone::Wary, Glyph::Warning, "Your website has moved"),
        Finding::Unreachable => (Tone::Bad, Glyph::CrossCircle, "Website not reached"),
    }
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

/// What is wrong and what to do, or a word on why all is well.
pub fn explained(standing: Standing) -> AnyView {
    match standing {
        Standing::PlacedByScript => view! {
            <p class="text-sm text-muted">
                "The code is not in the page itself, but visitors' browsers use it: a tag manager or another script places it. Nothing is left to do."
            </p>
        }
        .into_any(),
        Standing::Trouble(check, finding) => what_to_do(check, finding),
        _ => ().into_any(),
    }
}

fn what_to_do(check: InstallationCheck, finding: Finding) -> AnyView {
    let tone = trouble(finding).0;
    let detail = check.detail.clone();
    let tag_manager = (check.has_tag_manager && finding == Finding::Missing).then_some(
        view! {
            <p>
                "The page loads Google Tag Manager, whose tags Gangway cannot see. If the code is there, open your website once: its first call shows here."
            </p>
        },
    );
    view! {
        <div class="space-y-4">
            <Notice tone>
                {detail.map(|detail| view! { <p class="wrap-anywhere">{detail}</p> })} {tag_manager}
            </Notice>
            {(!check.directives.is_empty()).then(|| directives(&check.directives))}
            {advice(finding)}
        </div>
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
