//! Keys a partner's own programs sign in with. A key acts for the partner with its scopes and
//! nothing besides; what it makes counts as its maker's.

mod format;
mod identify;
mod list_api_keys;
mod make_api_key;
mod revoke_api_key;
mod store;

pub use format::PREFIX;
pub use identify::{acting, caller, refuse_in_address};
pub use store::names;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_api_keys::list_api_keys)
        .service(make_api_key::make_api_key)
        .service(list_api_keys::read_api_key)
        .service(revoke_api_key::revoke_api_key);
}
