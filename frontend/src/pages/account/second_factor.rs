use super::recovery_codes::shown_once;
use super::set_up_factor::SetUpFactor;
use crate::components::{
    Button, Confirm, Glyph, LoadStates, Question, RelativeTime, StatusBadge, Toasts, Tone,
};
use crate::load::{Load, reading};
use crate::session::Session;
use gangway_domain::wire::SecondFactor;
use leptos::prelude::*;

/// Fewer recovery codes than this are a reason to make new ones.
const FEW: u32 = 4;

/// What the parts of the section share.
#[derive(Clone, Copy)]
pub(super) struct FactorSection {
    pub session: Session,
    pub factor: Load<SecondFactor>,
    pub question: RwSignal<Option<Question>>,
    /// Whether the dialog that sets up an app is open.
    pub setting_up: RwSignal<bool>,
    /// Codes just made, until the person has kept them.
    pub fresh: RwSignal<Option<Vec<String>>>,
}

/// Signing in with a code besides the password.
#[component]
pub(super) fn SecondFactorSection() -> AnyView {
    let section = FactorSection {
        session: Session::get(),
        factor: Load::start(reading(|api| async move { api.read_second_factor().await })),
        question: RwSignal::new(None),
        setting_up: RwSignal::new(false),
        fresh: RwSignal::new(None),
    };
    view! {
        <section class="rounded border border-hairline bg-base-100 px-6 py-5" aria-labelledby="factor-title">
            <h2 id="factor-title">"Second factor"</h2>
            <p class="mt-1 max-w-2xl text-sm text-muted">
                "An app on your phone shows a new code every half minute. Who has only your password does not get in."
            </p>
            {move || section.fresh.get().map(|codes| shown_once(section, &codes))}
            <div class="mt-4">
                <LoadStates load=section.factor ready=move |factor| standing(section, &factor) />
            </div>
        </section>
        <SetUpFactor section />
        <Confirm question=section.question />
    }
    .into_any()
}

fn standing(section: FactorSection, factor: &SecondFactor) -> AnyView {
    let Some(since) = factor.on_since else {
        return view! {
            <div class="flex flex-wrap items-center justify-between gap-3">
                <StatusBadge tone=Tone::Neutral glyph=Glyph::Circle label="Off" />
                <Button label="Set up an app" icon=Glyph::Phone on_press=move || section.setting_up.set(true) />
            </div>
        }
        .into_any();
    };
    let left = factor.recovery_codes_left;
    let (tone, glyph) = if left < FEW {
        (Tone::Wary, Glyph::Warning)
    } else {
        (Tone::Neutral, Glyph::Check)
    };
    let words = match left {
        0 => "No recovery code is left".to_owned(),
        1 => "1 recovery code is left".to_owned(),
        left => format!("{left} recovery codes are left"),
    };
    view! {
        <div class="flex flex-wrap items-center justify-between gap-3">
            <div class="space-y-1">
                <p class="flex flex-wrap items-center gap-x-2 text-sm">
                    <StatusBadge tone=Tone::Good glyph=Glyph::CheckCircle label="On" />
                    <span class="text-muted">"since " <RelativeTime at=since /></span>
                </p>
                <StatusBadge tone glyph label=words wrap=true />
            </div>
            <div class="flex flex-wrap gap-3">
                <Button label="New recovery codes" on_press=move || ask_for_codes(section) />
                <Button label="Switch off" on_press=move || ask_to_switch_off(section) />
            </div>
        </div>
    }
    .into_any()
}

fn ask_for_codes(section: FactorSection) {
    let question = Question::new(
        "Make new recovery codes?",
        "The old ones work no longer. The new ones are shown once.",
        ("Make new codes", "Making codes…"),
        move || async move {
            let made = section.session.api().renew_recovery_codes().await?;
            section.fresh.set(Some(made.codes));
            section.factor.refresh();
            Ok(())
        },
    );
    section.question.set(Some(question.harmless()));
}

fn ask_to_switch_off(section: FactorSection) {
    let question = Question::new(
        "Switch the second factor off?",
        "Your password alone lets you in then. The app's entry and the recovery codes work no longer.",
        ("Switch off", "Switching off…"),
        move || async move {
            section.session.api().switch_off_second_factor().await?;
            Toasts::get().say("Your second factor is off");
            section.fresh.set(None);
            section.factor.refresh();
            Ok(())
        },
    );
    section.question.set(Some(question));
}
