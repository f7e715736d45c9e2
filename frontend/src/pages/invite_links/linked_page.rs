use crate::components::PublicPage;
use crate::pages::onboarding::ContactLine;
use gangway_domain::wire::PartnerContact;
use leptos::prelude::*;

/// A page for one thing, with who helps under it.
#[component]
pub(super) fn LinkedPage(
    #[prop(into)] title: String,
    #[prop(optional, into)] detail: Option<String>,
    contact: Option<PartnerContact>,
    children: Children,
) -> AnyView {
    let below = move || {
        contact
            .clone()
            .map(|contact| view! { <ContactLine contact /> })
            .into_any()
    };
    match detail {
        Some(detail) => view! { <PublicPage title detail below>{children()}</PublicPage> },
        None => view! { <PublicPage title below>{children()}</PublicPage> },
    }
    .into_any()
}

/// While a link is looked up.
pub(super) fn looking() -> AnyView {
    view! {
        <PublicPage title="One moment">
            <div class="space-y-4" role="status">
                <span class="sr-only">"Loading…"</span>
                <div class="skeleton-line w-2/3"></div>
                <div class="skeleton-line h-10"></div>
                <div class="skeleton-line h-10"></div>
            </div>
        </PublicPage>
    }
    .into_any()
}
