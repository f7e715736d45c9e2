use super::dead_link;
use super::linked_page::{LinkedPage, looking};
use super::look_up::per_token;
use crate::components::{Field, Form, FormState, Notice, Tone, errors_of};
use crate::load::{Load, Loaded};
use crate::session::Session;
use gangway_domain::wire::{Accepted, LinkState, PartnerContact, Token, UsePartnerLink};
use leptos::prelude::*;

/// What a partner's shareable link opens: asks for one address, where a personal link goes.
#[component]
pub fn JoinPage() -> AnyView {
    let session = Session::get();
    per_token(move |token| invitation(session, token))
}

fn invitation(session: Session, token: Token) -> AnyView {
    let asked = token.clone();
    let link = Load::start(move || {
        let (api, token) = (session.api(), asked.clone());
        Box::pin(async move { api.look_up_partner_link(&token).await })
    });
    (move || match link.state.get() {
        Loaded::Loading => looking(),
        Loaded::Failed(failure) => {
            dead_link::failed(failure, Callback::new(move |()| link.retry()))
        }
        Loaded::Ready(link) => match (link.state, link.contact) {
            (LinkState::Open, contact) => {
                view! { <Ask token=token.token.clone() contact /> }.into_any()
            }
            (LinkState::Used | LinkState::Expired | LinkState::Revoked, contact) => {
                dead_link::revoked(contact)
            }
        },
    })
    .into_any()
}

#[component]
fn Ask(token: String, contact: Option<PartnerContact>) -> AnyView {
    let session = Session::get();
    let sent = RwSignal::new(None::<Accepted>);
    let email = RwSignal::new(String::new());
    let body = move || UsePartnerLink {
        token: token.clone(),
        email: email.get_untracked(),
    };
    let checked = body.clone();
    let form = FormState::new().checked_by(move || errors_of(&checked()));
    let submit = Callback::new(move |()| {
        let api = session.api();
        form.submit(
            body(),
            move |body, key| async move { api.use_partner_link(&body, &key).await },
            move |accepted| sent.set(Some(accepted)),
        );
    });
    let partner = contact
        .as_ref()
        .map(|contact| contact.partner_name.clone())
        .unwrap_or_default();
    let inside = move || match sent.get() {
        Some(accepted) => view! {
            <Notice tone=Tone::Good assertive=true title="Look into your mailbox">
                <p>{accepted.message}</p>
            </Notice>
        }
        .into_any(),
        None => view! {
            <Form form on_submit=submit submit="Send me my link" busy="Sending…" wide=true>
                <Field
                    form
                    pointer="/email"
                    label="Your email"
                    hint="A personal link to begin comes to this address."
                    value=email
                    kind="email"
                    autocomplete="email"
                    focused=true
                />
            </Form>
        }
        .into_any(),
    };
    view! {
        <LinkedPage
            title=format!("Set up your company with {partner}")
            detail="It takes about 6 minutes. You can leave at any time and go on later."
            contact
        >
            {inside}
        </LinkedPage>
    }
    .into_any()
}
