//! The first partner of an installation, made with a token that only its operator sees. There is no
//! account before, and no second time.

mod make_first_partner;
mod offer;

pub use offer::{is_open, offer};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(make_first_partner::make_first_partner);
}
