//! A partner's sign-up and settings.

mod confirm_sign_up;
mod first_set_up;
mod settings;
mod settings_form;
mod sign_up;
mod test_email;

pub use confirm_sign_up::ConfirmSignUpPage;
pub use first_set_up::FirstSetUpPage;
pub use settings::Settings;
pub use sign_up::SignUpPage;
