//! Whether the application's code is on a client's web site and works there: Gangway looks at the
//! site's page, and notes the calls of the application in visitors' browsers.

mod calls;
mod check_installation;
mod content_policy;
mod html;
mod judge;
#[cfg(test)]
mod judge_tests;
mod look;
mod placement;
mod read_installation;
mod show;
mod store;
mod write_calls;

pub use calls::Calls;
pub use look::look;
pub use write_calls::{CallWriter, write_calls};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(check_installation::check_installation)
        .service(read_installation::read_installation);
}
