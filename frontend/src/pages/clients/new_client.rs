use crate::components::{
    Button, Choice, Dialog, Field, Form, FormState, Look, RadioCards, Toasts, errors_of,
};
use crate::pages::company::{CompanyFields, CompanyInfoFields};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_api_client::Tagged;
use gangway_domain::wire::{Client, CreateClient, Invite, NewAdministrator, SendInvite};
use leptos::prelude::*;

const EMAIL: &str = "email";
const BY_HAND: &str = "by_hand";
const RECORD: &str = "record";

/// What both ways of the dialog share.
#[derive(Clone, Copy)]
struct Opened {
    open: RwSignal<bool>,
    held: RwSignal<bool>,
    on_done: Callback<()>,
}

/// The dialog with its ways: email an onboarding link, type the company in and invite its first user, or
/// write the client down and invite nobody.
#[component]
pub fn NewClient(open: RwSignal<bool>, #[prop(into)] on_done: Callback<()>) -> AnyView {
    let opened = Opened {
        open,
        held: RwSignal::new(false),
        on_done,
    };
    let word = shell::clients_word();
    let title = format!("New {}", words::client_title(word));
    let create = format!("Create a new {}", words::client(word));
    let content = move || {
        let way = RwSignal::new(EMAIL.to_owned());
        let choices = vec![
            Choice::new(
                EMAIL,
                "Email an onboarding link",
                "They set everything up themselves, in about 6 minutes.",
            ),
            Choice::new(
                BY_HAND,
                create.clone(),
                "You fill in the company and its first user, who gets the welcome email.",
            ),
            Choice::new(
                RECORD,
                "Write down a record",
                "Contacts, sites, hours and more, for your staff. Nobody is invited.",
            ),
        ];
        view! {
            <div class="space-y-6">
                <RadioCards legend="How to begin" quiet_legend=true value=way choices />
                {move || match way.get().as_str() {
                    BY_HAND => by_hand(opened),
                    RECORD => record(opened),
                    _ => by_email(opened),
                }}
            </div>
        }
    };
    view! {
        <Dialog open title wide=true held=opened.held>
            {content()}
        </Dialog>
    }
    .into_any()
}

fn cancel(opened: Opened) -> ViewFn {
    let close = move || opened.open.set(false);
    (move || view! { <Button label="Cancel" on_press=close /> }.into_any()).into()
}

fn by_email(opened: Opened) -> AnyView {
    let session = Session::get();
    let email = RwSignal::new(String::new());
    let body = move || SendInvite {
        email: email.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| opened.held.set(form.busy.get()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, key| async move { api.send_invite(&body, &key).await },
            move |invite: Invite| {
                Toasts::get().say(format!("Invitation sent to {}", invite.email));
                opened.open.set(false);
                opened.on_done.run(());
            },
        );
    };
    view! {
        <Form form on_submit=submit submit="Send" busy="Sending invitation…" before=cancel(opened)>
            <Field
                form
                pointer="/email"
                label="Invite Email"
                hint="One address. It gets a welcome email with the button “Set Up Company”."
                value=email
                kind="email"
                focused=true
            />
        </Form>
    }
    .into_any()
}

/// The record has a page of its own: it is longer than a dialog.
fn record(opened: Opened) -> AnyView {
    let go = move || {
        opened.open.set(false);
        Route::NewClientRecord.go();
    };
    view! {
        <div class="flex flex-wrap items-center gap-3">
            {cancel(opened).run()}
            <Button label="Continue" look=Look::Primary class="ml-auto" on_press=go />
        </div>
    }
    .into_any()
}

fn by_hand(opened: Opened) -> AnyView {
    let session = Session::get();
    let company = CompanyFields::empty();
    company.suggest("");
    let text = || RwSignal::new(String::new());
    let (first, last, email) = (text(), text(), text());
    let body = move || CreateClient {
        company: company.body(),
        administrator: NewAdministrator {
            first_name: first.get_untracked(),
            last_name: last.get_untracked(),
            email: email.get_untracked(),
        },
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| opened.held.set(form.busy.get()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, key| async move { api.create_client(&body, &key).await },
            move |created: Tagged<Client>| {
                let client = created.value;
                let to = client.contact_email.unwrap_or_default();
                Toasts::get().say(format!(
                    "{} created. Invitation sent to {to}",
                    client.name.unwrap_or_default()
                ));
                opened.open.set(false);
                opened.on_done.run(());
                Route::Client(client.id).go();
            },
        );
    };
    let submit_words = format!("Create {}", shell::client_word());
    view! {
        <Form form on_submit=submit submit=submit_words busy="Creating…" before=cancel(opened)>
            <h3>"Company"</h3>
            <CompanyInfoFields form fields=company at="/company" />
            <h3 class="pt-2">"First user"</h3>
            <p class="text-sm text-muted">"Becomes the Company Administrator and gets the welcome email."</p>
            <div class="grid gap-5 sm:grid-cols-2 sm:gap-3">
                <Field form pointer="/administrator/first_name" label="First Name" value=first />
                <Field form pointer="/administrator/last_name" label="Last Name" value=last />
            </div>
            <Field form pointer="/administrator/email" label="Email" value=email kind="email" />
        </Form>
    }
    .into_any()
}
