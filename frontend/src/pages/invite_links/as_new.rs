use super::invite::Invited;
use crate::components::{Field, Form, FormState, PasswordField, errors_of};
use crate::pages::onboarding::{Drafts, SavedNote, Target};
use crate::session::Session;
use gangway_domain::wire::AcceptInvite;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Name and a new password. Names are saved as typed; the first key says that the person began.
#[component]
pub(super) fn AcceptAsNew(invited: Invited) -> AnyView {
    let session = Session::get();
    let drafts = Drafts::new(session.api(), Target::Invite(invited.token.token.clone()));
    let text = |field: &str, kept: &Option<String>| {
        let text = drafts.typed_in(field).or_else(|| kept.clone());
        RwSignal::new(text.unwrap_or_default())
    };
    let (first_name, last_name) = (
        text("first_name", &invited.link.first_name),
        text("last_name", &invited.link.last_name),
    );
    let password = RwSignal::new(String::new());
    for (name, field) in [("first_name", first_name), ("last_name", last_name)] {
        let typed = move |typed: &String, _: Option<&String>, _: Option<()>| {
            drafts.typed(name, typed.clone());
        };
        Effect::watch(move || field.get(), typed, false);
    }
    say_opened(session, &invited, [first_name, last_name, password]);

    let (token, email, submit_words) = (
        invited.token.token.clone(),
        RwSignal::new(invited.email()),
        invited.button(),
    );
    let body = move || AcceptInvite {
        token: token.clone(),
        first_name: first_name.get_untracked(),
        last_name: last_name.get_untracked(),
        password: password.get_untracked(),
    };
    let checked = body.clone();
    let form = FormState::new().checked_by(move || errors_of(&checked()));
    let submit = move || {
        let (api, invited) = (session.api(), invited.clone());
        form.submit(
            body(),
            move |body, key| async move {
                drafts.settle().await;
                api.accept_invite(&body, &key).await
            },
            move |opened| {
                invited.leaving.set(true);
                session.opened(opened);
                invited.go_on();
            },
        );
    };
    let submit = StoredValue::new_local(submit);
    let on_left = move || drafts.save_now();
    view! {
        <Form
            form
            on_submit=move || submit.with_value(|submit| submit())
            submit=submit_words
            busy="Making your account…"
            before=move || view! { <SavedNote drafts /> }.into_any()
        >
            <Field form pointer="/email" label="Email" value=email kind="email" autocomplete="username" read_only=true />
            <div class="grid gap-5 sm:grid-cols-2">
                <Field form on_left pointer="/first_name" label="First name" value=first_name autocomplete="given-name" focused=true />
                <Field form on_left pointer="/last_name" label="Last name" value=last_name autocomplete="family-name" />
            </div>
            <PasswordField
                form
                pointer="/password"
                label="Password"
                value=password
                autocomplete="new-password"
                hint="15 characters or more. A few words that do not belong together are easy to remember."
            />
        </Form>
    }
    .into_any()
}

/// Tells the partner, at the first key, that the invited person has begun.
fn say_opened(session: Session, invited: &Invited, fields: [RwSignal<String>; 3]) {
    let token = invited.token.clone();
    let said = StoredValue::new(false);
    let say = move |(): &(), _: Option<&()>, _: Option<()>| {
        if said.get_value() {
            return;
        }
        said.set_value(true);
        let (api, token) = (session.api(), token.clone());
        spawn_local(async move {
            // Only a note for the partner: without it nothing is missing here.
            let _ = api.mark_invite_opened(&token).await;
        });
    };
    Effect::watch(
        move || fields.iter().for_each(|field| field.track()),
        say,
        false,
    );
}
