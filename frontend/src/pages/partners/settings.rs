use super::settings_form::settings_form;
use super::test_email::TestEmail;
use crate::components::{CopyField, LoadStates, PageHeader};
use crate::load::{Load, reading};
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::Tagged;
use gangway_domain::roles::Permission;
use gangway_domain::wire::Partner;
use leptos::prelude::*;

/// The partner's settings, the sender of its mails, and the test email.
#[component]
pub fn Settings() -> AnyView {
    let session = Session::get();
    let partner = Load::start(reading(|api| async move { api.read_partner().await }));
    view! {
        <PageHeader title="Settings" detail="How you appear to the people you bring on board." />
        <div class="grid items-start gap-6 lg:grid-cols-3">
            <section class="rounded border border-hairline bg-base-100 p-6 lg:col-span-2" aria-label="Your company">
                <LoadStates load=partner ready=move |tagged| settings_form(partner, tagged) rows=6 />
            </section>
            <div class="space-y-6">
                <section class="space-y-4 rounded border border-hairline bg-base-100 p-6">
                    <h2>"Mail"</h2>
                    <LoadStates load=partner ready=sender rows=1 />
                    <Show when=move || session.may(Permission::SendTestEmail)>
                        <TestEmail />
                    </Show>
                </section>
                <Show when=move || session.may(Permission::WriteCustomFields)>
                    <section class="space-y-2 rounded border border-hairline bg-base-100 p-6">
                        <h2>"Additional properties"</h2>
                        <p class="text-sm text-muted">
                            "Fields of your own, for what you want to know of everybody you write down."
                        </p>
                        <a class="btn btn-plain btn-sm" href=Route::CustomFields.path()>"Manage fields"</a>
                    </section>
                </Show>
                <Show when=move || session.may(Permission::ManageApiKeys)>
                    <section class="space-y-2 rounded border border-hairline bg-base-100 p-6">
                        <h2>"API keys"</h2>
                        <p class="text-sm text-muted">"Let your own programs create clients and send invitations."</p>
                        <a class="btn btn-plain btn-sm" href=Route::ApiKeys.path()>"Manage API keys"</a>
                    </section>
                </Show>
            </div>
        </div>
    }
    .into_any()
}

fn sender(partner: Tagged<Partner>) -> AnyView {
    view! {
        <CopyField label="Sender address" text=partner.value.sender />
        <p class="mt-2 text-sm text-muted">
            "Every mail comes from this address. Ask your mail administrator to allow-list it, and your clients to do the same."
        </p>
    }
    .into_any()
}
