use super::resend::Resend;
use super::state::{source, state};
use crate::components::{Button, StatusBadge, Tone};
use crate::times;
use gangway_domain::wire::{Message, MessageDirection, MessageState};
use leptos::prelude::*;

/// A text: the customer's on the left, the client's on the right, with how far it is. The first of a
/// day stands under that day.
pub(super) fn bubble(text: Message, day: Option<String>, resend: Resend) -> AnyView {
    let is_own = text.direction == MessageDirection::Out;
    let (side, look) = if is_own {
        ("items-end", "rounded bg-[var(--brand-tint)]")
    } else {
        ("items-start", "rounded bg-base-200")
    };
    let by = if is_own { "Sent" } else { "Received" };
    let body = text.body.clone();
    let day = day.map(|day| {
        view! {
            <p class="mb-3 mt-1 text-center text-xs text-muted">{day}</p>
        }
    });
    view! {
        <li>
            {day}
            <div class=format!("flex flex-col gap-1 {side}")>
                <div class=format!("max-w-[85%] whitespace-pre-wrap px-3 py-2 text-sm sm:max-w-[75%] {look}")>
                    <span class="sr-only">{format!("{by}: ")}</span>
                    <span class="block" dir="auto">{body}</span>
                </div>
                {foot(text, resend)}
            </div>
        </li>
    }
    .into_any()
}

/// Who, when, how far, why, and what to do about it.
fn foot(text: Message, resend: Resend) -> AnyView {
    let who = text.sent_by_name.clone();
    let from = source(text.source);
    let at = view! {
        <time datetime=text.created_at.to_rfc3339() title=times::whole(text.created_at)>
            {times::clock(text.created_at)}
        </time>
    };
    let badge = state(text.state).map(|(tone, glyph, label)| {
        view! { <StatusBadge tone glyph label /> }
    });
    let reason = text.detail.clone().map(|detail| {
        let ink = match state(text.state) {
            Some((Tone::Bad, ..)) => "text-error",
            _ => "text-muted",
        };
        view! { <p class=format!("max-w-[85%] text-xs {ink}")>{detail}</p> }
    });
    let is_lost = matches!(
        text.state,
        MessageState::Failed | MessageState::Undelivered | MessageState::Unknown
    );
    let was_resent = text.resent_as.is_some();
    let below = (is_lost && was_resent).then(|| {
        view! { <p class="text-xs text-muted">"Sent again below."</p> }
    });
    let again = (is_lost && !was_resent && resend.may()).then(|| {
        view! {
            <Button
                label="Send again"
                busy_label="Sending…"
                busy=resend.busy
                small=true
                on_press=move || resend.ask(&text)
            />
        }
    });
    view! {
        <p class="flex flex-wrap items-center gap-x-2 text-xs text-muted">
            {who.map(|who| view! { <span>{who}</span> })}
            {from.map(|from| view! { <span>{from}</span> })}
            {at}
            <span class="flex [&>span]:text-xs">{badge}</span>
        </p>
        {reason}
        {below}
        {again}
    }
    .into_any()
}
