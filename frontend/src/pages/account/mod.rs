//! A person's own account.

mod account_page;
mod session_row;

pub use account_page::Account;
