use super::application_form::ApplicationForm;
use super::overview::Page;
use crate::components::{Glyph, Icon, StatusBadge, Tone};
use crate::route;
use crate::times;
use gangway_api_client::Tagged;
use gangway_domain::wire::{
    ApplicationAvailability, ApplicationKind, AvailabilityReason, Schedule, WidgetApplication,
};
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// One application: whether visitors see it now, and the form that says when they do.
pub(super) fn application_card(
    page: Page,
    application: Tagged<WidgetApplication>,
    standing: Option<ApplicationAvailability>,
    schedules: &[Schedule],
    zone: &str,
) -> AnyView {
    let kind = application.value.kind;
    let (glyph, detail) = match kind {
        ApplicationKind::CallUsNow => (Glyph::Phone, "Visitors call your company with one press."),
        ApplicationKind::TextUs => (Glyph::Send, "Visitors text your company's number."),
    };
    let without_number = kind == ApplicationKind::TextUs
        && standing
            .as_ref()
            .is_some_and(|standing| standing.reason == AvailabilityReason::NoNumber);
    let badge = standing.map(|standing| badge(&standing, zone));
    let schedules = schedules.to_vec();
    view! {
        <section class="space-y-5 rounded border border-hairline bg-base-100 p-5 sm:p-6" aria-label=kind.title()>
            <div class="flex items-start gap-3">
                <span class="rounded bg-base-200 p-2 text-muted">
                    <Icon glyph />
                </span>
                <div class="min-w-0 grow">
                    <h3>{kind.title()}</h3>
                    <p class="text-sm text-muted">{detail}</p>
                    <div class="mt-2">{badge}</div>
                </div>
            </div>
            {without_number.then(get_a_number)}
            <ApplicationForm page application schedules />
        </section>
    }
    .into_any()
}

fn get_a_number() -> AnyView {
    view! {
        <p class="text-sm text-muted">
            "Visitors can text you once your company has a phone number. "
            <a class="link" href=route::step_path(Step::EnableSms)>"Get a number"</a>
        </p>
    }
    .into_any()
}

/// What visitors see, why, and until when.
pub(super) fn badge(standing: &ApplicationAvailability, zone: &str) -> AnyView {
    let ApplicationAvailability {
        reason,
        holiday,
        changes_at,
        ..
    } = standing;
    let until = changes_at.map(|at| format!(" until {}", times::in_zone(at, zone)));
    let until = until.unwrap_or_default();
    let because = holiday.as_ref().map(|name| format!(" for {name}"));
    let because = because.unwrap_or_default();
    let (tone, glyph, label) = match reason {
        AvailabilityReason::Always => (
            Tone::Good,
            Glyph::CheckCircle,
            "Shown at all hours".to_owned(),
        ),
        AvailabilityReason::Open => (Tone::Good, Glyph::CheckCircle, format!("Shown{until}")),
        AvailabilityReason::Closed => (
            Tone::Neutral,
            Glyph::Clock,
            format!("Hidden{because}{until}"),
        ),
        AvailabilityReason::SwitchedOff => (
            Tone::Neutral,
            Glyph::Pause,
            "Hidden: switched off".to_owned(),
        ),
        AvailabilityReason::NoNumber => (
            Tone::Wary,
            Glyph::Warning,
            "Hidden: there is no number yet".to_owned(),
        ),
    };
    view! { <StatusBadge tone glyph label wrap=true /> }.into_any()
}
