use super::application_card::badge;
use super::overview::Page;
use crate::components::{Button, LoadStates};
use crate::load::Load;
use gangway_domain::wire::Availability;
use leptos::prelude::*;

const WHEN: &str = "preview-when";

/// What a visitor sees at a time that one chooses.
#[component]
pub(super) fn Preview(page: Page) -> AnyView {
    let when = RwSignal::new(String::new());
    let load = Load::start(move || {
        let (api, at) = (page.session.api(), when.get_untracked());
        Box::pin(async move {
            let at = Some(at.as_str()).filter(|at| !at.is_empty());
            api.read_availability(page.client, at).await
        })
    });
    Effect::new(move |before: Option<()>| {
        page.changes.track();
        if before.is_some() {
            load.refresh();
        }
    });
    let choose = move |text: String| {
        when.set(text);
        load.retry();
    };
    view! {
        <section class="space-y-4 rounded border border-hairline bg-base-100 p-5 sm:p-6" aria-labelledby="preview">
            <div>
                <h2 id="preview">"What a visitor sees"</h2>
                <p class="mt-1 text-sm text-muted" id="preview-hint">
                    "Now, or at any time you choose, on your company's clock."
                </p>
            </div>
            <div class="flex flex-wrap items-end gap-3">
                <div class="w-64 max-w-full">
                    <label class="mb-1 block text-sm font-semibold" for=WHEN>"Day and time"</label>
                    <input
                        id=WHEN
                        type="datetime-local"
                        class="input"
                        min="2000-01-01T00:00"
                        max="2199-12-31T23:59"
                        aria-describedby="preview-hint"
                        prop:value=move || when.get()
                        on:change=move |event| choose(event_target_value(&event))
                    />
                </div>
                <Button
                    label="Now"
                    disabled=Signal::derive(move || when.with(String::is_empty))
                    on_press=move || choose(String::new())
                />
            </div>
            <div role="status">
                <LoadStates load rows=2 ready=seen />
            </div>
        </section>
    }
    .into_any()
}

fn seen(availability: Availability) -> AnyView {
    let Availability {
        at,
        time_zone,
        applications,
        ..
    } = availability;
    let when = crate::times::in_zone(at, &time_zone);
    let lines = applications.iter().map(|standing| {
        let schedule = match &standing.schedule {
            Some(name) => format!("by “{name}”"),
            None => "at all hours".to_owned(),
        };
        view! {
            <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
                <span class="min-w-0 text-sm">
                    <span class="font-semibold">{standing.kind.title()}</span>
                    <span class="ml-2 text-muted">{schedule}</span>
                </span>
                {badge(standing, &time_zone)}
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <div>
            <p class="text-sm">"At " <span class="font-semibold">{when}</span></p>
            <ul class="divide-y divide-hairline">{lines}</ul>
        </div>
    }
    .into_any()
}
