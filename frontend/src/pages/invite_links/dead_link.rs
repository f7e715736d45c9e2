use super::linked_page::LinkedPage;
use crate::components::{Button, FailureAlert, FormState, Look, Notice, PublicPage, Tone};
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::Failure;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Accepted, PartnerContact, Token};
use leptos::prelude::*;

/// The link was used: what it was for is done.
pub(super) fn used(contact: Option<PartnerContact>) -> AnyView {
    view! {
        <LinkedPage
            title="This link has been used"
            detail="Your account is there. Sign in to go on where you left off."
            contact
        >
            {sign_in_link()}
        </LinkedPage>
    }
    .into_any()
}

/// The link was taken back, or a newer one replaced it.
pub(super) fn revoked(contact: Option<PartnerContact>) -> AnyView {
    view! {
        <LinkedPage
            title="This link no longer works"
            detail="It was taken back, or a newer one was sent to you. Look for the newest email, or ask for another invitation."
            contact
        >
            {sign_in_link()}
        </LinkedPage>
    }
    .into_any()
}

/// No such link.
fn unknown() -> AnyView {
    view! {
        <PublicPage
            title="This link is not known"
            detail="Part of the address may be missing. Open the link from the email again, or copy the whole of it."
        >
            {sign_in_link()}
        </PublicPage>
    }
    .into_any()
}

/// The link could not be looked up, for good or for now.
pub(super) fn failed(failure: Failure, on_retry: Callback<()>) -> AnyView {
    if failure.is(ProblemCode::LinkUsed) {
        return used(None);
    }
    if failure.is(ProblemCode::LinkRevoked) {
        return revoked(None);
    }
    if failure.is(ProblemCode::LinkExpired) {
        return view! {
            <PublicPage title="This link has expired" detail="Ask whoever sent it to you for a new one.">
                {sign_in_link()}
            </PublicPage>
        }
        .into_any();
    }
    if failure.is(ProblemCode::NotFound) || failure.is(ProblemCode::InvalidFields) {
        return unknown();
    }
    view! {
        <PublicPage title="The link could not be opened">
            <FailureAlert failure=Some(failure) on_retry />
        </PublicPage>
    }
    .into_any()
}

/// The link is too old; a new one comes by mail.
#[component]
pub(super) fn ExpiredInvite(token: Token, contact: Option<PartnerContact>) -> AnyView {
    let session = Session::get();
    let form = FormState::new();
    let sent = RwSignal::new(None::<Accepted>);
    let renew = move || {
        let api = session.api();
        form.submit(
            token.clone(),
            move |token, key| async move { api.renew_invite(&token, &key).await },
            move |accepted| sent.set(Some(accepted)),
        );
    };
    let renew = Callback::new(move |()| renew());
    let body = move || match sent.get() {
        Some(accepted) => view! {
            <Notice tone=Tone::Good assertive=true>
                <p>{accepted.message}</p>
            </Notice>
        }
        .into_any(),
        None => view! {
            <Button
                label="Send me a new one"
                busy_label="Sending…"
                busy=form.busy
                look=Look::Primary
                class="w-full"
                on_press=renew
            />
        }
        .into_any(),
    };
    view! {
        <LinkedPage
            title="This link has expired"
            detail="A new one goes to the same address as this one."
            contact
        >
            <div class="space-y-4">{body} <FailureAlert failure=form.failure /></div>
        </LinkedPage>
    }
    .into_any()
}

fn sign_in_link() -> AnyView {
    view! {
        <a class="btn btn-primary w-full" href=Route::SignIn.path()>
            "Sign in"
        </a>
    }
    .into_any()
}
