use crate::components::{Button, CopyButton, Notice, Tone};
use crate::times;
use chrono::{DateTime, Utc};
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::SmsNumber;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// After this long the words say for how long.
const LONG_S: i64 = 10;

/// A number as a person reads it: `+1 202 555 0143`.
pub fn number_words(number: &str) -> String {
    PhoneNumber::parse(number).map_or_else(|_| number.to_owned(), |number| number.display())
}

/// A number is being found and bought.
#[component]
pub fn Searching(number: SmsNumber) -> AnyView {
    let detail = number
        .detail
        .unwrap_or_else(|| "This takes a few seconds. You can go on meanwhile.".to_owned());
    let seconds = seconds_since(number.ordered_at);
    view! {
        <div class="space-y-3 rounded border border-hairline p-4">
            <p class="text-sm font-semibold">
                "Finding a number… "
                <span class="font-normal text-muted" aria-hidden="true">
                    {move || {
                        (seconds.get() > LONG_S).then(|| format!("{} seconds", seconds.get()))
                    }}
                </span>
            </p>
            <progress class="progress progress-primary block h-2 w-full" aria-label="Finding a number"></progress>
            <p class="text-sm text-muted">{detail}</p>
        </div>
    }
    .into_any()
}

fn seconds_since(at: Option<DateTime<Utc>>) -> RwSignal<i64> {
    let elapsed_s = move || at.map_or(0, |at| (times::now() - at).num_seconds());
    let seconds = RwSignal::new(elapsed_s());
    spawn_local(async move {
        loop {
            TimeoutFuture::new(1_000).await;
            if seconds.try_set(elapsed_s()).is_some() {
                return;
            }
        }
    });
    seconds
}

/// The number is there.
#[component]
pub fn Assigned(number: SmsNumber) -> AnyView {
    let e164 = number.number.unwrap_or_default();
    let words = number_words(&e164);
    view! {
        <div class="space-y-2 rounded border border-success p-4">
            <p class="text-sm font-semibold">"Your number"</p>
            <div class="flex flex-wrap items-center gap-4">
                <p class="whitespace-nowrap text-lg font-semibold tabular-nums sm:text-xl">{words}</p>
                <CopyButton text=Signal::stored(e164) what="number" />
            </div>
            <p class="text-sm text-muted">"This can be changed later."</p>
        </div>
    }
    .into_any()
}

/// The provider has trouble or no numbers.
#[component]
pub fn TryAgainLater(
    number: SmsNumber,
    #[prop(into)] busy: Signal<bool>,
    on_retry: Callback<()>,
) -> AnyView {
    let detail = number.detail.unwrap_or_else(|| {
        "Our phone provider has no number for us right now. Nothing you entered is lost.".to_owned()
    });
    let reference = number.reference.map(|reference| {
        view! {
            <p class="text-xs text-muted">
                "Reference " <code class="select-all">{reference}</code>
            </p>
        }
    });
    view! {
        <Notice tone=Tone::Wary title="No number yet">
            <p>{detail}</p>
            {reference}
            <Button label="Try again" busy_label="Trying again…" busy small=true on_press=on_retry />
        </Notice>
    }
    .into_any()
}
