//! A client's set-up: where it stands, what was typed so far, and its steps. What is done, may be
//! skipped or comes next is decided by [`gangway_domain::wizard`] alone.

mod advance;
mod complete_step;
mod draft;
mod read_onboarding;
mod save_draft;
mod show;
mod skip_step;
mod standing;
mod step_in_path;
mod store;
mod submit_company_info;

pub use advance::{credentials_done, refuse_unless_open, step_done};
pub use standing::Standing;
pub use store::{
    begin, begin_all, clients_that_are, clients_that_began, next_steps, progress, standing_of,
    standings,
};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_onboarding::read_onboarding)
        .service(save_draft::save_draft)
        .service(submit_company_info::submit_company_info)
        .service(complete_step::complete_step)
        .service(skip_step::skip_step);
}
