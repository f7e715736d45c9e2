//! Users: a partner's staff, and the team of a client. One way to invite, list, change and
//! deactivate for both; a place says where.

mod activate_user;
mod change_user_role;
mod client_users;
mod invite_client_users;
mod invite_user;
mod list_users;
mod show;
mod sign_out_user;

pub use invite_user::may_grant;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_users::list_users)
        .service(invite_user::invite_user)
        .service(list_users::read_user)
        .service(change_user_role::change_user_role)
        .service(activate_user::deactivate_user)
        .service(activate_user::reactivate_user)
        .service(sign_out_user::sign_out_user)
        .service(client_users::list_client_users)
        .service(invite_client_users::invite_client_users)
        .service(client_users::deactivate_client_user)
        .service(client_users::reactivate_client_user);
}
