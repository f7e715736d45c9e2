use crate::components::{Conflict, Edited, Field, Form, FormState, TextArea, Toasts, errors_of};
use crate::load::Load;
use crate::session::Session;
use gangway_api_client::Tagged;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{TextingSettings, UpdateTextingSettings};
use leptos::prelude::*;

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    quiet_from: RwSignal<String>,
    quiet_until: RwSignal<String>,
    brand_name: RwSignal<String>,
    privacy_url: RwSignal<String>,
    terms_url: RwSignal<String>,
    help_text: RwSignal<String>,
}

impl Typed {
    fn of(settings: &TextingSettings) -> Self {
        let text = |text: &Option<String>| RwSignal::new(text.clone().unwrap_or_default());
        Self {
            quiet_from: RwSignal::new(settings.quiet_from.clone()),
            quiet_until: RwSignal::new(settings.quiet_until.clone()),
            brand_name: text(&settings.brand_name),
            privacy_url: text(&settings.privacy_url),
            terms_url: text(&settings.terms_url),
            help_text: text(&settings.help_text),
        }
    }

    /// Every field; an empty one goes back to the default.
    fn body(self) -> UpdateTextingSettings {
        UpdateTextingSettings {
            quiet_from: Some(self.quiet_from.get_untracked()),
            quiet_until: Some(self.quiet_until.get_untracked()),
            help_text: Some(self.help_text.get_untracked()),
            privacy_url: Some(self.privacy_url.get_untracked()),
            terms_url: Some(self.terms_url.get_untracked()),
            brand_name: Some(self.brand_name.get_untracked()),
        }
    }
}

/// The form over the settings as they were read.
pub(super) fn settings_form(
    client: ClientId,
    load: Load<Tagged<TextingSettings>>,
    read: Tagged<TextingSettings>,
) -> AnyView {
    let session = Session::get();
    let (value, edited) = (read.value.clone(), Edited::of(read));
    let typed = Typed::of(&value);
    let form = FormState::new().checked_by(move || errors_of(&typed.body()));
    let submit = move || {
        let api = session.api();
        let again = api.clone();
        edited.save(
            form,
            typed.body(),
            move |body, tag| async move { api.update_texting_settings(client, &body, &tag).await },
            move || async move { again.read_texting_settings(client).await },
            move |saved| {
                load.set(saved);
                Toasts::get().say("Texting settings saved");
            },
        );
    };
    view! {
        <Conflict edited form take=move |theirs| load.set(theirs) />
        <Form form on_submit=submit submit="Save settings" busy="Saving…">
            {quiet_hours(form, typed)} {company(form, typed, &value)}
        </Form>
    }
    .into_any()
}

fn quiet_hours(form: FormState, typed: Typed) -> AnyView {
    view! {
        <h2>"Quiet hours"</h2>
        <p class="text-sm text-muted">
            "Between these times nobody is texted, on the recipient's own clock: it is known from the area code or country of their number. Enter the same time twice for no quiet hours."
        </p>
        <div class="grid gap-5 sm:grid-cols-2 sm:gap-3">
            <Field form pointer="/quiet_from" label="Quiet from" kind="time" value=typed.quiet_from />
            <Field form pointer="/quiet_until" label="Quiet until" kind="time" value=typed.quiet_until />
        </div>
    }
    .into_any()
}

fn company(form: FormState, typed: Typed, settings: &TextingSettings) -> AnyView {
    let brand = settings.brand_name_used.clone();
    let help = format!("Left empty: “{}”", settings.help_text_used);
    let help = settings.help_text.is_none().then_some(help);
    let hint = help.unwrap_or_else(|| "Leave it empty for Gangway's words.".to_owned());
    view! {
        <h2 class="pt-4">"Your company in texts"</h2>
        <Field
            form
            pointer="/brand_name"
            label="Brand name"
            hint="The name customers know you by. Left empty, it is the company's name."
            value=typed.brand_name
            placeholder=brand
            optional=true
        />
        <Field
            form
            pointer="/privacy_url"
            label="Privacy policy"
            kind="url"
            value=typed.privacy_url
            placeholder="https://www.companyname.com/privacy"
            optional=true
        />
        <Field
            form
            pointer="/terms_url"
            label="Terms"
            kind="url"
            value=typed.terms_url
            placeholder="https://www.companyname.com/terms"
            optional=true
        />
        <TextArea
            form
            pointer="/help_text"
            label="Answer to HELP"
            hint
            value=typed.help_text
            rows=3
            optional=true
        />
    }
    .into_any()
}
