//! When a client can be reached: schedules on the clock of its time zone with their holidays, and the
//! applications that follow them. Outside its schedule an application is not there for visitors.

mod applications;
mod calendar;
mod open;
mod read_availability;
mod schedules;
mod standing;

pub use open::{OpenApplication, open_applications};
pub use standing::{Standing, standings};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    schedules::routes(cfg);
    applications::routes(cfg);
    cfg.service(read_availability::read_availability);
}
