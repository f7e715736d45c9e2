use super::email::EmailSection;
use super::password::PasswordSection;
use super::second_factor::SecondFactorSection;
use super::session_row::session_row;
use crate::components::{
    Button, Confirm, Definition, Definitions, EmptyState, Glyph, ListStates, PageHeader, Question,
    Toasts,
};
use crate::load::{Paged, reading_pages};
use crate::session::Session;
use gangway_domain::wire::OpenSession;
use leptos::prelude::*;

/// What the rows of the page share.
#[derive(Clone, Copy)]
pub(super) struct AccountPage {
    pub session: Session,
    pub sessions: Paged<OpenSession>,
    pub question: RwSignal<Option<Question>>,
}

/// Who one is, and where one is signed in.
#[component]
pub fn Account() -> AnyView {
    let page = AccountPage {
        session: Session::get(),
        sessions: Paged::start(reading_pages(|api, list| async move {
            api.list_my_sessions(list).await
        })),
        question: RwSignal::new(None),
    };
    let sessions = page.sessions;
    let others = move || {
        sessions
            .rows
            .with(|rows| rows.iter().any(|one| !one.is_current))
    };
    view! {
        <PageHeader title="Your account" detail="Who you are here, how you sign in, and where you are signed in." />
        <div class="space-y-6">
            <section class="rounded border border-hairline bg-base-100 px-6 py-3" aria-label="You">
                {move || page.session.me().map(|me| {
                    let name = format!("{} {}", me.first_name, me.last_name);
                    view! {
                        <Definitions>
                            <Definition term="Name"><span class="break-words">{name}</span></Definition>
                        </Definitions>
                    }
                })}
            </section>
            <EmailSection />
            <PasswordSection sessions />
            <SecondFactorSection />
            <section aria-labelledby="sessions-title">
                <div class="mb-3 flex flex-wrap items-center justify-between gap-3">
                    <h2 id="sessions-title">"Where you are signed in"</h2>
                    <Show when=others>
                        <Button
                            label="Sign out everywhere else"
                            icon=Glyph::SignOut
                            on_press=move || ask_for_others(page)
                        />
                    </Show>
                </div>
                <ListStates
                    state=sessions.state()
                    on_retry=move || sessions.restart()
                    on_more=move || sessions.more()
                    rows=2
                    empty=|| {
                        view! {
                            <EmptyState
                                glyph=Glyph::Screen
                                title="No sessions"
                                detail="Browsers you sign in with show here."
                            />
                        }
                    }
                >
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Device"</th>
                                <th scope="col" class="hidden sm:table-cell">"Signed in"</th>
                                <th scope="col" class="hidden md:table-cell">"Last used"</th>
                                <th scope="col">
                                    <span class="sr-only">"Actions"</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <For
                                each=move || sessions.rows.get()
                                key=|one| (one.id, one.last_used_at)
                                children=move |one| session_row(page, one)
                            />
                        </tbody>
                    </table>
                </ListStates>
                <p class="mt-3 max-w-2xl text-sm text-muted">
                    "If you do not know one of these, end it and change your password."
                </p>
            </section>
        </div>
        <Confirm question=page.question />
    }
    .into_any()
}

fn ask_for_others(page: AccountPage) {
    let words = ("Sign out everywhere else", "Signing out…");
    let question = Question::new(
        "Sign out everywhere else?",
        "Every other browser has to sign in again. You stay signed in here.",
        words,
        move || async move {
            page.session.api().end_other_sessions().await?;
            Toasts::get().say("You are signed in here only".to_owned());
            page.sessions.refresh();
            Ok(())
        },
    );
    page.question.set(Some(question));
}
