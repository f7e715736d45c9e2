use crate::components::{Field, Form, FormState, Notice, Tone, errors_of};
use crate::session::Session;
use crate::words;
use gangway_domain::wire::{Mail, MailState, SendTestEmail};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

const ASK_EVERY_MS: u32 = 1_000;
/// After this many answers the result is left to the next visit.
const ASK_AT_MOST: usize = 120;

/// Sends a test email and shows what the receiving server said.
#[component]
pub(super) fn TestEmail() -> AnyView {
    let session = Session::get();
    let me = untrack(|| session.me())
        .map(|me| me.email)
        .unwrap_or_default();
    let to = RwSignal::new(me);
    let mail = RwSignal::new(None::<Mail>);
    let body = move || SendTestEmail {
        to: words::given(&to.get_untracked()),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        mail.set(None);
        form.submit(
            body(),
            |body, key| async move { api.send_test_email(&body, &key).await },
            move |sent| {
                mail.set(Some(sent));
                follow(session, mail);
            },
        );
    };
    view! {
        <Form form on_submit=submit submit="Send test email" busy="Sending test email…" plain=true>
            <Field form pointer="/to" label="Send a test email to" value=to kind="email" autocomplete="email" />
        </Form>
        <div aria-live="polite">{move || mail.get().map(result)}</div>
        <div class="text-sm text-muted">
            <p>"Nothing in your mailbox? Open the junk folder and choose:"</p>
            <ul class="mt-1 list-disc pl-5">
                <li>"Never block sender"</li>
                <li>"Not junk"</li>
            </ul>
        </div>
    }
    .into_any()
}

/// Asks for the mail's state until it is settled or the page is left.
fn follow(session: Session, mail: RwSignal<Option<Mail>>) {
    spawn_local(async move {
        for _ in 0..ASK_AT_MOST {
            let Some(Some(known)) = mail.try_get_untracked() else {
                return;
            };
            if matches!(known.state, MailState::Sent | MailState::Refused) {
                return;
            }
            TimeoutFuture::new(ASK_EVERY_MS).await;
            if let Ok(newer) = session.api().read_mail(known.id).await {
                mail.try_set(Some(newer));
            }
        }
    });
}

fn result(mail: Mail) -> AnyView {
    let to = mail.to;
    let (tone, title, words) = match mail.state {
        MailState::Queued => (
            Tone::Active,
            "On its way",
            format!("Waiting for the mail server of {to}."),
        ),
        MailState::Sent => (
            Tone::Good,
            "Accepted",
            format!("The mail server of {to} took it. It should be in the mailbox."),
        ),
        MailState::Retrying => (
            Tone::Wary,
            "Not accepted yet",
            "We try again by ourselves.".to_owned(),
        ),
        MailState::Refused => (
            Tone::Bad,
            "Refused",
            format!("The mail server of {to} did not take it."),
        ),
    };
    view! {
        <Notice tone title>
            <p>{words}</p>
            {mail.detail.map(|detail| view! { <p>{detail}</p> })}
        </Notice>
    }
    .into_any()
}
