use std::borrow::Cow;
use std::fmt;

/// Why a value was refused, for a program and for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Stable machine code in `lower_snake` form, such as `invalid_email`.
    pub code: &'static str,
    /// One plain sentence or two that say what to do. Never holds the refused value.
    pub message: Cow<'static, str>,
}

impl Rejection {
    pub(crate) const fn new(code: &'static str, message: &'static str) -> Self {
        Self {
            code,
            message: Cow::Borrowed(message),
        }
    }

    /// Nothing was entered where something is needed.
    pub(crate) const fn required(message: &'static str) -> Self {
        Self::new("required", message)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Rejection {}
