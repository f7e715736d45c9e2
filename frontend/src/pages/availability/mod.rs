//! When a client can be reached: its schedules, what follows them, and what visitors see.

mod application_card;
mod application_form;
mod overview;
mod preview;
mod schedule_card;
mod schedule_fields;
mod schedule_form;
mod schedule_pages;

pub use overview::AvailabilityPage;
pub use schedule_pages::{EditSchedule, NewSchedule};
