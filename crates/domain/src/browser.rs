//! Addresses of pages in the browser application, as mails and answers link to them.
//!
//! A link's token stands in the fragment: a browser never sends it to a server or a referrer.

/// Where an invitation opens.
pub const INVITE: &str = "/invite";
/// Where a partner's shareable link opens.
pub const JOIN: &str = "/join";
/// Where a confirmed sign-up chooses its password.
pub const CONFIRM_SIGN_UP: &str = "/sign-up/confirm";
/// Where a forgotten password is set anew.
pub const RESET_PASSWORD: &str = "/reset-password";
/// Where a new email address is confirmed.
pub const CONFIRM_EMAIL: &str = "/confirm-email";
/// Where the first partner is made.
pub const FIRST_SET_UP: &str = "/set-up";
/// Where a handed-over step opens.
pub const HANDOVER: &str = "/handover";
/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where a client's application code and its look are.
pub const BEHAVIORS_AND_STYLES: &str = "/company/behaviors-and-styles";

/// A page with a link's token behind it.
pub fn with_token(base: &str, page: &str, token: &str) -> String {
    format!("{}{page}#{token}", base.trim_end_matches('/'))
}
