use crate::components::{
    Button, Choice, Conflict, Edited, Field, Form, FormState, RadioCards, Toasts, errors_of,
};
use crate::load::Load;
use crate::session::Session;
use gangway_api_client::Tagged;
use gangway_domain::wire::{ClientsWord, Partner, UpdatePartner};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The line beside the application code, where the partner did not write its own.
const SERVICES_NOTE: &str = "Ask about our Done For You Services!";

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    it_glue_address: RwSignal<String>,
    support_name: RwSignal<String>,
    support_email: RwSignal<String>,
    support_phone: RwSignal<String>,
    reply_to: RwSignal<String>,
    clients_word: RwSignal<String>,
    services_note: RwSignal<String>,
}

impl Typed {
    fn of(partner: &Partner) -> Self {
        let text = |text: &Option<String>| RwSignal::new(text.clone().unwrap_or_default());
        let word = match partner.clients_word {
            ClientsWord::Clients => "clients",
            ClientsWord::Companies => "companies",
        };
        Self {
            name: RwSignal::new(partner.name.clone()),
            it_glue_address: text(&partner.it_glue_address),
            support_name: text(&partner.support_name),
            support_email: text(&partner.support_email),
            support_phone: text(&partner.support_phone),
            reply_to: text(&partner.reply_to),
            clients_word: RwSignal::new(word.to_owned()),
            services_note: text(&partner.services_note),
        }
    }

    /// Every field; an empty one clears.
    fn body(self) -> UpdatePartner {
        let word = match self.clients_word.get_untracked().as_str() {
            "companies" => ClientsWord::Companies,
            _ => ClientsWord::Clients,
        };
        UpdatePartner {
            name: Some(self.name.get_untracked()),
            it_glue_address: Some(self.it_glue_address.get_untracked()),
            support_name: Some(self.support_name.get_untracked()),
            support_email: Some(self.support_email.get_untracked()),
            support_phone: Some(self.support_phone.get_untracked()),
            reply_to: Some(self.reply_to.get_untracked()),
            clients_word: Some(word),
            services_note: Some(self.services_note.get_untracked()),
        }
    }
}

/// The form over a partner as it was read.
pub(super) fn settings_form(load: Load<Tagged<Partner>>, read: Tagged<Partner>) -> AnyView {
    let session = Session::get();
    let typed = Typed::of(&read.value);
    let form = FormState::new().checked_by(move || errors_of(&typed.body()));
    let edited = Edited::of(read);
    let submit = move || {
        let api = session.api();
        let again = api.clone();
        edited.save(
            form,
            typed.body(),
            move |body, tag| async move { api.update_partner(&body, &tag).await },
            move || async move { again.read_partner().await },
            move |saved| {
                load.set(saved);
                Toasts::get().say("Settings saved");
                spawn_local(async move { drop(session.refresh_me().await) });
            },
        );
    };
    let default_note = move || typed.services_note.set(SERVICES_NOTE.to_owned());
    view! {
        <Conflict edited form take=move |theirs| load.set(theirs) />
        <Form form on_submit=submit submit="Save" busy="Saving…">
            <h2>"Your company"</h2>
            <Field form pointer="/name" label="Company name" value=typed.name autocomplete="organization" />
            <Field
                form
                pointer="/it_glue_address"
                label="IT Glue address"
                hint="Such as acme.itglue.com. Needed for your first export."
                value=typed.it_glue_address
                optional=true
                inputmode="url"
            />
            <RadioCards
                legend="What your screens call your customers"
                value=typed.clients_word
                beside=true
                choices=vec![
                    Choice::new("clients", "Clients", "“New Client”, “Clients” in the menu"),
                    Choice::new("companies", "Companies", "“New Company”, “Companies” in the menu"),
                ]
            />
            <h2 class="pt-4">"Help for your clients"</h2>
            <p class="text-sm text-muted">
                "Shown on every page of the set-up, and answers to your mails go to the reply-to address."
            </p>
            <Field form pointer="/support_name" label="Name" value=typed.support_name optional=true />
            <div class="grid gap-5 sm:grid-cols-2 sm:gap-3">
                <Field form pointer="/support_email" label="Email" value=typed.support_email optional=true kind="email" />
                <Field
                    form
                    pointer="/support_phone"
                    label="Phone"
                    value=typed.support_phone
                    optional=true
                    kind="tel"
                    placeholder="+1 555 010 0199"
                />
            </div>
            <Field form pointer="/reply_to" label="Reply-to address" value=typed.reply_to optional=true kind="email" />
            <Field
                form
                pointer="/services_note"
                label="Line beside the application code"
                hint="For clients who would rather have you place the code. Leave it empty to hide it."
                value=typed.services_note
                optional=true
            />
            <Show when=move || typed.services_note.with(|note| note != SERVICES_NOTE)>
                <Button
                    label=format!("Use “{SERVICES_NOTE}”")
                    on_press=default_note
                    small=true
                />
            </Show>
        </Form>
    }
    .into_any()
}
