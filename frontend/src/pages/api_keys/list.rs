use super::key_row::key_row;
use super::new_key::NewKey;
use crate::components::{
    Button, Confirm, CopyField, EmptyState, Glyph, ListStates, Look, Notice, PageHeader, Question,
    Tone,
};
use crate::load::{Paged, reading_pages};
use crate::route::Route;
use crate::session::Session;
use gangway_domain::wire::ApiKey;
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct KeysPage {
    pub session: Session,
    pub keys: Paged<ApiKey>,
    pub question: RwSignal<Option<Question>>,
    /// The key just made, until the person has kept it.
    pub fresh: RwSignal<Option<ApiKey>>,
}

/// The partner's API keys.
#[component]
pub fn ApiKeys() -> AnyView {
    let page = KeysPage {
        session: Session::get(),
        keys: Paged::start(reading_pages(|api, list| async move {
            api.list_api_keys(list).await
        })),
        question: RwSignal::new(None),
        fresh: RwSignal::new(None),
    };
    let (keys, adding) = (page.keys, RwSignal::new(false));
    view! {
        <p class="mb-2 text-sm">
            <a class="link" href=Route::Settings.path()>"Settings"</a>
        </p>
        <PageHeader title="API keys" detail="Your own programs sign in with a key and do what it allows, nothing more.">
            <Button label="New key" look=Look::Primary icon=Glyph::Plus on_press=move || adding.set(true) />
        </PageHeader>
        {move || page.fresh.get().map(|key| shown_once(page, key))}
        <ListStates
            state=keys.state()
            on_retry=move || keys.restart()
            on_more=move || keys.more()
            empty=move || {
                view! {
                    <EmptyState
                        glyph=Glyph::Code
                        title="No keys yet"
                        detail="A key lets a program of yours work with Gangway: create clients from your CRM, send invitations, follow set-ups. How to call the API is described at /docs."
                    >
                        <Button label="Make a key" look=Look::Primary on_press=move || adding.set(true) />
                    </EmptyState>
                }
            }
        >
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col" class="hidden sm:table-cell">"Status"</th>
                        <th scope="col" class="hidden md:table-cell">"Last used"</th>
                        <th scope="col" class="hidden lg:table-cell">"Made"</th>
                        <th scope="col">
                            <span class="sr-only">"Actions"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || keys.rows.get()
                        key=|key| (key.id, key.state, key.last_used_at)
                        children=move |key| key_row(page, key)
                    />
                </tbody>
            </table>
        </ListStates>
        <NewKey page open=adding />
        <Confirm question=page.question />
    }
    .into_any()
}

/// The key itself, on the page until the person says that it is kept.
fn shown_once(page: KeysPage, key: ApiKey) -> AnyView {
    let title = format!("Copy the key “{}” now", key.name);
    let text = match key.key {
        Some(text) => view! { <CopyField label="API key" text code=true /> }.into_any(),
        None => view! {
            <p>"The key was made, but its answer was lost on the way. Revoke it and make another."</p>
        }
        .into_any(),
    };
    view! {
        <div class="mb-6">
            <Notice tone=Tone::Wary title assertive=true>
                <p>"It is shown this once; afterwards nobody can read it again. Keep it where your program reads its secrets, never in its source."</p>
                {text}
                <Button label="I have kept it" small=true on_press=move || page.fresh.set(None) />
            </Notice>
        </div>
    }
    .into_any()
}
