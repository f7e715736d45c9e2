use crate::components::{Field, Form, FormState, errors_of};
use crate::session::Session;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::FieldError;
use gangway_domain::wire::{CheckInstallation, InstallationCheck};
use leptos::prelude::*;

/// Has another page of the website looked at.
#[component]
pub fn OtherPage(client: ClientId, on_asked: Callback<InstallationCheck>) -> AnyView {
    let api = StoredValue::new(Session::get().api());
    let page = RwSignal::new(String::new());
    let body = move || CheckInstallation {
        page: Some(page.get_untracked()),
    };
    let needed = move || {
        let mut errors = errors_of(&body());
        if page.with_untracked(|page| page.trim().is_empty()) {
            errors.push(FieldError {
                pointer: "/page".to_owned(),
                code: "required".to_owned(),
                message: "Enter the page's full address, beginning with https://.".to_owned(),
            });
        }
        errors
    };
    let form = FormState::new().checked_by(needed);
    let submit = move || {
        let api = api.get_value();
        form.submit(
            body(),
            move |body, key| async move { api.check_installation(client, &body, &key).await },
            move |check| {
                form.reset();
                on_asked.run(check);
            },
        );
    };
    view! {
        <details class="rounded border border-hairline">
            <summary class="cursor-pointer px-4 py-3 text-sm font-semibold">
                "Is it on another page of your website?"
            </summary>
            <div class="px-4 pb-4">
                <Form form on_submit=submit submit="Check this page" busy="Asking…" plain=true>
                    <Field
                        form
                        pointer="/page"
                        label="Page"
                        value=page
                        kind="url"
                        placeholder="https://www.companyname.com/contact"
                    />
                </Form>
            </div>
        </details>
    }
    .into_any()
}
