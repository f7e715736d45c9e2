//! The partner's staff.

mod change_role;
mod new_user;
mod user_row;
mod users;

pub use user_row::{last_seen, user_badge};
pub use users::Users;
