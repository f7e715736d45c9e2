//! Signing in, and the way back in for those who forgot their password.

mod code_step;
mod forgot;
mod reset;
mod sign_in_page;

pub use code_step::CodeStep;
pub use forgot::ForgotPassword;
pub use reset::ResetPassword;
pub use sign_in_page::{SignInPage, come_back_to};
