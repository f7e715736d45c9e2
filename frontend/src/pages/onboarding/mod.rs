//! The client's set-up: a frame with its steps, one file per step.

mod company_info;
mod credentials;
mod drafts;
mod enable_application;
mod enable_sms;
mod frame;
mod invite_team;
mod leaving;
mod set_up;
mod step_card;
mod wizard;

pub use drafts::{Drafts, SavedNote, Target};
pub use frame::{ContactLine, SetUpFrame, minutes_in_all, steps_before_sign_in};
pub use step_card::StepCard;
pub use wizard::Wizard;
