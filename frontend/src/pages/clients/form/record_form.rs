use super::care_fields::care_fields;
use super::hours_part::hours_part;
use super::person_fields::person_fields;
use super::phone_fields::phone_fields;
use super::record_fields::RecordFields;
use super::site_fields::SiteFields;
use crate::components::{Button, CheckBox, Field, Form, FormState, Stars};
use crate::pages::shell;
use crate::route::Route;
use crate::words;
use gangway_domain::wire::{RecordChoices, StaffBrief};
use leptos::prelude::*;

/// What the button says, and while it works.
#[derive(Clone)]
pub(super) struct Says {
    pub submit: String,
    pub busy: &'static str,
}

/// Everything that is kept on a client, part by part.
#[component]
pub(super) fn RecordForm(
    form: FormState,
    fields: RecordFields,
    choices: RecordChoices,
    /// Who answers for it now, whether still active or not.
    #[prop(optional_no_strip)]
    manager: Option<StaffBrief>,
    says: Says,
    /// Where Cancel leads.
    back: Route,
    #[prop(into)] on_submit: Callback<()>,
) -> AnyView {
    provide_context(Stars);
    let cancel =
        move || view! { <Button label="Cancel" on_press=move |()| back.go() /> }.into_any();
    view! {
        <div class="long-form max-w-3xl">
            <p class="mb-4 text-sm text-muted">
                "What has a " <span class="text-error">"*"</span> " is needed to save."
            </p>
            <Form form on_submit submit=says.submit busy=says.busy before=cancel>
                {part("Details", "", details(form, fields))}
                {part(
                    "Primary contact",
                    "The first person to turn to.",
                    person_fields(form, "/primary_contact", fields.primary, false),
                )}
                {part("Secondary contact", "", secondary(form, fields))}
                {part(
                    "Sites",
                    "Where they work. One of them is the headquarters.",
                    view! { <SiteFields form inputs=fields.sites /> }.into_any(),
                )}
                {part("Business hours", "", hours_part(form, fields))}
                {part("Configuration", "", care_fields(form, fields, &choices, manager.as_ref()))}
                {(!fields.values.is_empty())
                    .then(|| {
                        part(
                            "Additional properties",
                            "Fields of your own.",
                            view! { <div class="grid gap-5 sm:grid-cols-2">{fields.values.fields(form)}</div> }
                                .into_any(),
                        )
                    })}
            </Form>
        </div>
    }
    .into_any()
}

fn part(title: &'static str, detail: &'static str, content: AnyView) -> AnyView {
    let id = format!("part-{}", title.to_lowercase().replace(' ', "-"));
    let labelled_by = id.clone();
    view! {
        <section class="card-box space-y-5" aria-labelledby=labelled_by>
            <div>
                <h2 id=id>{title}</h2>
                {(!detail.is_empty()).then(|| view! { <p class="mt-1 text-sm text-muted">{detail}</p> })}
            </div>
            {content}
        </section>
    }
    .into_any()
}

fn details(form: FormState, fields: RecordFields) -> AnyView {
    let name = format!("{} name", words::client_title(shell::clients_word()));
    view! {
        <Field form pointer="/name" label=name value=fields.name />
        <Field
            form
            pointer="/email"
            label="Company email"
            value=fields.email
            kind="email"
            inputmode="email"
            optional=true
        />
        {phone_fields(form, "/phone", fields.phone)}
    }
    .into_any()
}

fn secondary(form: FormState, fields: RecordFields) -> AnyView {
    view! {
        <CheckBox label="There is a second person to turn to" value=fields.has_secondary />
        <Show when=move || {
            fields.has_secondary.get()
        }>{person_fields(form, "/secondary_contact", fields.secondary, true)}</Show>
    }
    .into_any()
}
