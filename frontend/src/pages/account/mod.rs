//! A person's own account.

mod account_page;
mod confirm_email;
mod email;
mod password;
mod prove;
mod recovery_codes;
mod second_factor;
mod session_row;
mod set_up_factor;

pub use account_page::Account;
pub use confirm_email::ConfirmEmail;
pub use prove::ProveDialog;
