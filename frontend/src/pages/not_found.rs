use crate::components::{EmptyState, Glyph, PageHeader, PublicPage};
use crate::route::Route;
use leptos::prelude::*;

/// An address without a page.
#[component]
pub fn NotFound() -> AnyView {
    view! {
        <PublicPage
            title="This page is not there"
            detail="The address may be mistyped, or the page has moved."
        >
            <a class="btn btn-primary w-full" href=Route::Home.path()>
                "Go to the start"
            </a>
        </PublicPage>
    }
    .into_any()
}

/// A page of the application that is not for this place.
#[component]
pub fn NotHere() -> AnyView {
    view! {
        <PageHeader title="This page is not there" />
        <div class="rounded border border-hairline bg-base-100">
            <EmptyState
                glyph=Glyph::Search
                title="Nothing to see at this address"
                detail="It may belong to another place of yours: switch at the top. Or it is not there any more."
            >
                <a class="btn btn-primary" href=Route::Home.path()>
                    "Go to the start"
                </a>
            </EmptyState>
        </div>
    }
    .into_any()
}
