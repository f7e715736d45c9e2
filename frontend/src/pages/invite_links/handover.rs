use super::dead_link;
use super::linked_page::looking;
use super::look_up::per_token;
use crate::components::ThemeMenu;
use crate::dom;
use crate::load::{Load, Loaded};
use crate::pages::application_code::ApplicationCode;
use crate::pages::onboarding::ContactLine;
use crate::session::Session;
use gangway_domain::wire;
use leptos::prelude::*;

/// What a handed-over link shows a web developer: the code and where it goes.
#[component]
pub fn HandoverPage() -> AnyView {
    let session = Session::get();
    per_token(move |token| handed_over(session, token))
}

fn handed_over(session: Session, token: wire::Token) -> AnyView {
    let page = Load::start(move || {
        let (api, token) = (session.api(), token.clone());
        Box::pin(async move { api.look_up_handover(&token).await })
    });
    (move || match page.state.get() {
        Loaded::Loading => looking(),
        Loaded::Failed(failure) => {
            dead_link::failed(failure, Callback::new(move |()| page.retry()))
        }
        Loaded::Ready(page) => shown(page),
    })
    .into_any()
}

fn shown(page: wire::HandoverPage) -> AnyView {
    let wire::HandoverPage {
        client_name,
        website,
        code,
        contact,
    } = page;
    let partner = contact.partner_name.clone();
    dom::set_title("Application code");
    view! {
        <div class="min-h-dvh">
            <header class="border-b border-hairline bg-base-100">
                <div class="mx-auto flex h-14 max-w-2xl items-center gap-2 px-4 sm:px-6">
                    <p class="min-w-0 grow truncate text-base font-semibold" title=partner.clone()>
                        {partner.clone()}
                    </p>
                    <ThemeMenu />
                </div>
            </header>
            <main id="main" class="mx-auto max-w-2xl space-y-6 px-4 py-6 sm:px-6 lg:py-12">
                <div class="space-y-2">
                    <h1 tabindex="-1" class="outline-none">
                        {format!("Application code of {client_name}")}
                    </h1>
                    <p class="text-muted">
                        "A colleague asked you to place this code on "
                        <a class="link" href=website.clone() target="_blank" rel="noreferrer">
                            {website.clone()}
                        </a>
                        ". It shows a button that visitors can reach the company by."
                    </p>
                </div>
                <div class="rounded border border-hairline bg-base-100 p-5 shadow-card sm:p-8">
                    <ApplicationCode code />
                </div>
                <ContactLine contact />
            </main>
        </div>
    }
    .into_any()
}
