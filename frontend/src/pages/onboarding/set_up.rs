use super::Drafts;
use crate::components::{FormState, StepMark, StepperItem, Toasts};
use crate::load::Load;
use crate::route::{self, Route};
use crate::session::Session;
use gangway_api_client::Client;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Onboarding, StepView};
use gangway_domain::wizard::{Step, StepState};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The set-up under way, for every step.
#[derive(Clone, Copy)]
pub struct SetUp {
    pub client: ClientId,
    pub load: Load<Onboarding>,
    pub drafts: Drafts,
    session: Session,
}

impl SetUp {
    pub fn new(client: ClientId, load: Load<Onboarding>, drafts: Drafts, session: Session) -> Self {
        Self {
            client,
            load,
            drafts,
            session,
        }
    }

    pub fn api(self) -> Client {
        self.session.api()
    }

    /// The person's own address.
    pub fn own_email(self) -> String {
        untrack(|| self.session.me())
            .map(|me| me.email)
            .unwrap_or_default()
    }

    /// How far a step is.
    pub fn state(self, step: Step) -> StepState {
        self.load.state.with(|state| match state {
            crate::load::Loaded::Ready(onboarding) => state_in(onboarding, step),
            _ => StepState::Todo,
        })
    }

    /// Marks a step as done and goes on.
    pub fn complete(self, step: Step, form: FormState) {
        let (api, client) = (self.api(), self.client);
        form.submit(
            (),
            move |(), _| async move { api.complete_step(client, step).await },
            move |answer| self.go_on(step, answer),
        );
    }

    /// Leaves a step for later and goes on.
    pub fn skip(self, step: Step, form: FormState) {
        let (api, client) = (self.api(), self.client);
        form.submit(
            (),
            move |(), _| async move { api.skip_step(client, step).await },
            move |answer| self.go_on(step, answer),
        );
    }

    /// Goes to the step after, or to one that is still open; with none left, to the dashboard.
    pub fn go_on(self, from: Step, answer: Onboarding) {
        let next = answer.next;
        let was_open = untrack(|| self.load.value()).is_none_or(|before| before.next.is_some());
        self.load.set(answer);
        match next {
            Some(next) => route::go(&route::step_path(step_after(from).unwrap_or(next))),
            None => self.finish(was_open),
        }
    }

    /// Goes to the step after one that is done already.
    pub fn go_on_from(self, step: Step) {
        if let Some(now) = untrack(|| self.load.value()) {
            self.go_on(step, now);
        }
    }

    fn finish(self, first_time: bool) {
        spawn_local(async move {
            // The company's name and state stand in the header; without them it is the older ones.
            let _ = self.session.refresh_me().await;
        });
        Toasts::get().say(if first_time {
            "Your company is set up. You can change everything here later."
        } else {
            "Saved"
        });
        Route::Home.go();
    }
}

/// Goes to the step before.
pub fn back_from(step: Step) {
    let before = Step::ALL.into_iter().rev().find(|other| *other < step);
    if let Some(before) = before {
        route::go(&route::step_path(before));
    }
}

fn state_in(onboarding: &Onboarding, step: Step) -> StepState {
    let view = onboarding.steps.iter().find(|view| view.step == step);
    view.map(|view| view.state).unwrap_or_default()
}

fn step_after(step: Step) -> Option<Step> {
    Step::ALL.into_iter().find(|other| *other > step)
}

/// Whether one may go to a step: every needed one before it is done.
pub fn is_open(onboarding: &Onboarding, step: Step) -> bool {
    let blocks =
        |view: &&StepView| view.step < step && !view.optional && view.state != StepState::Done;
    !onboarding.steps.iter().any(|view| blocks(&view))
}

/// The steps as the frame shows them.
pub fn items(onboarding: &Onboarding, current: Option<Step>) -> Vec<StepperItem> {
    let item = |view: &StepView| StepperItem {
        title: view.step.title().to_owned(),
        mark: match view.state {
            _ if Some(view.step) == current => StepMark::Current,
            StepState::Done => StepMark::Done,
            StepState::Skipped => StepMark::Skipped,
            StepState::Todo => StepMark::Todo,
        },
        href: is_open(onboarding, view.step).then(|| route::step_path(view.step)),
    };
    onboarding.steps.iter().map(item).collect()
}
