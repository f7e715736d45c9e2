use super::quick_replies::QuickReplies;
use super::thread::Thread;
use crate::components::{FormState, Glyph, Icon, Notice, Tone, errors_of};
use crate::dom;
use gangway_domain::segments::{Encoding, segments};
use gangway_domain::wire::{Message, SendMessage};
use leptos::prelude::*;

/// Where one answers, or why one cannot.
#[component]
pub(super) fn Composer(thread: Thread) -> AnyView {
    let obstacle = Memo::new(move |_| {
        let talk = thread.shown()?;
        let reason = || "This customer cannot be texted now.".to_owned();
        (!talk.can_text).then(|| talk.cannot_text_reason.unwrap_or_else(reason))
    });
    let may_write = thread.inbox.may_write;
    let text = RwSignal::new(thread.inbox.draft(thread.id));
    on_cleanup(move || {
        if let Some(text) = text.try_get_untracked() {
            thread.inbox.keep_draft(thread.id, text);
        }
    });
    (move || match obstacle.get() {
        _ if !may_write => ().into_any(),
        Some(reason) => view! {
            <div class="border-t border-hairline p-4">
                <Notice tone=Tone::Wary title="You cannot answer now">
                    <p>{reason}</p>
                </Notice>
            </div>
        }
        .into_any(),
        None => view! { <Answer thread text /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Answer(thread: Thread, text: RwSignal<String>) -> AnyView {
    let body = move || SendMessage {
        to: None,
        conversation_id: Some(thread.id),
        body: text.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let (api, client) = (thread.inbox.session.api(), thread.inbox.client);
    let id = format!("answer-{}", thread.id);
    let field = id.clone();
    let send = Callback::new(move |()| {
        let (api, field) = (api.clone(), field.clone());
        form.submit(
            body(),
            move |body, key| async move { api.send_message(client, &body, &key).await },
            move |sent: Message| {
                text.set(String::new());
                thread.take(vec![sent]);
                thread.refresh();
                dom::focus(&field);
            },
        );
    });
    view! {
        <form
            class="space-y-2 border-t border-hairline p-3 sm:px-6"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send.run(());
            }
        >
            <label class="sr-only" for=id.clone()>"Your text"</label>
            <div class="flex items-end gap-2">
                <QuickReplies inbox=thread.inbox text field=id.clone() />
                <textarea
                    id=id
                    class="textarea field-sizing-content max-h-48 min-h-11 resize-none"
                    rows="1"
                    dir="auto"
                    placeholder="Write a text"
                    aria-describedby="answer-parts"
                    aria-invalid=move || form.error("/body").is_some().to_string()
                    prop:value=move || text.get()
                    on:input=move |event| {
                        text.set(event_target_value(&event));
                        form.reset();
                    }
                    on:keydown=move |event| {
                        let sends = event.ctrl_key() || event.meta_key();
                        if event.key() == "Enter" && sends {
                            event.prevent_default();
                            send.run(());
                        }
                    }
                ></textarea>
                <SendButton form />
            </div>
            <Trouble form />
            <Parts text />
        </form>
    }
    .into_any()
}

#[component]
fn SendButton(form: FormState) -> AnyView {
    view! {
        <button
            type="submit"
            class="btn btn-primary shrink-0"
            title="Send (Ctrl Enter)"
            aria-disabled=move || form.busy.get().to_string()
            aria-busy=move || form.busy.get().to_string()
        >
            <Icon glyph=Glyph::Send class="size-4" />
            {move || if form.busy.get() { "Sending…" } else { "Send" }}
        </button>
    }
    .into_any()
}

/// What is wrong with the text, or with sending it.
#[component]
fn Trouble(form: FormState) -> AnyView {
    let words = move || {
        let of_field = form.error("/body");
        let whole = || form.failure.get().map(|failure| failure.to_string());
        of_field.or_else(whole).map(|words| {
            view! {
                <p class="form-error flex items-start gap-1" role="alert">
                    <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
                    <span>{words}</span>
                </p>
            }
        })
    };
    view! { {words} }.into_any()
}

/// How many parts the text is sent in, once there is something to say.
#[component]
pub(super) fn Parts(text: RwSignal<String>) -> AnyView {
    let words = move || text.with(|text| parts_in_words(text));
    view! {
        <p id="answer-parts" class="min-h-4.5 text-xs text-muted">
            {words}
        </p>
    }
    .into_any()
}

/// "1 part, 130 characters left"
fn parts_in_words(text: &str) -> String {
    let counted = segments(text);
    let parts = match counted.count {
        0 => return String::new(),
        1 => "1 part".to_owned(),
        several => format!("{several} parts, each is billed"),
    };
    let left = counted.left;
    let why = match counted.encoding {
        Encoding::Gsm7 => "",
        Encoding::Ucs2 => ". Emoji and some letters make parts shorter",
    };
    format!("{parts}; {left} characters left{why}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sm_05_parts_are_told_as_they_are_billed() {
        for (text, words) in [
            (String::new(), ""),
            ("x".repeat(30), "1 part; 130 characters left"),
            (
                "x".repeat(161),
                "2 parts, each is billed; 145 characters left",
            ),
            (
                "👍".to_owned(),
                "1 part; 68 characters left. Emoji and some letters make parts shorter",
            ),
        ] {
            assert_eq!(parts_in_words(&text), words);
        }
    }
}
