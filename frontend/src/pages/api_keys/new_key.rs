use super::list::KeysPage;
use crate::components::{
    Button, CheckBoxes, Choice, Dialog, Field, Form, FormState, Select, errors_of,
};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ApiKey, MakeApiKey};
use leptos::prelude::*;

/// Days a key works, and the words for it.
const DAYS: [(&str, &str); 4] = [
    ("30", "After 30 days"),
    ("90", "After 90 days"),
    ("365", "After a year"),
    ("", "Never"),
];

/// The dialog that makes a key.
#[component]
pub(super) fn NewKey(page: KeysPage, open: RwSignal<bool>) -> AnyView {
    let busy = RwSignal::new(false);
    view! {
        <Dialog open title="New API key" held=busy wide=true>
            {move || fields(page, open, busy)}
        </Dialog>
    }
    .into_any()
}

fn fields(page: KeysPage, open: RwSignal<bool>, held: RwSignal<bool>) -> AnyView {
    let name = RwSignal::new(String::new());
    let scopes = RwSignal::new(Vec::<String>::new());
    let days = RwSignal::new("365".to_owned());
    let body = move || MakeApiKey {
        name: name.get_untracked(),
        scopes: scopes.get_untracked(),
        expires_in_days: days.get_untracked().parse().ok(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| held.set(form.busy.get()));
    let submit = move || {
        let api = page.session.api();
        form.submit(
            body(),
            |body, key| async move { api.make_api_key(&body, &key).await },
            move |made: ApiKey| {
                page.fresh.set(Some(made));
                open.set(false);
                page.keys.refresh();
            },
        );
    };
    let allowed = Permission::ALL.iter().filter(|one| one.for_keys());
    let choices = allowed
        .map(|one| {
            Choice::new(
                one.scope(),
                one.purpose().trim_end_matches('.'),
                one.scope(),
            )
        })
        .collect();
    let options = DAYS.map(|(value, words)| (value.to_owned(), words.to_owned()));
    let cancel =
        move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any();
    view! {
        <Form form on_submit=submit submit="Make key" busy="Making key…" before=cancel>
            <Field
                form
                pointer="/name"
                label="Name"
                value=name
                focused=true
                hint="The program it is for, such as “CRM sync”."
            />
            <CheckBoxes form pointer="/scopes" legend="What it may do" chosen=scopes choices />
            <Select
                form
                pointer="/expires_in_days"
                label="Stops working"
                value=days
                options=Signal::stored(options.to_vec())
                hint="It also stops when you lose the right to make keys."
            />
        </Form>
    }
    .into_any()
}
