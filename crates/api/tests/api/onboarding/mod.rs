//! A client's set-up, step by step.

mod complete_step;
mod left_and_resumed;
mod read_onboarding;
mod save_draft;
mod skip_step;
mod submit_company_info;
mod submitted_again;
mod two_devices;

use gangway_domain::wire::Onboarding;
use gangway_domain::wizard::{Step, StepState};

/// How far a step is.
pub fn state(set_up: &Onboarding, step: Step) -> StepState {
    set_up
        .steps
        .iter()
        .find(|view| view.step == step)
        .expect("the step")
        .state
}
