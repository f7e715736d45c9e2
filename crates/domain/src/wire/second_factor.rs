//! The second factor: codes of an authenticator app (RFC 6238), and recovery codes.

use super::wire;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { answer
    /// The password was right, and a code is still wanted.
    pub struct CodeNeeded {
        /// Goes with the code; opens nothing by itself.
        pub challenge: String,
        /// Seconds until one has to begin again with the password.
        pub expires_in_seconds: u64,
    }
}

wire! { request
    /// The second step of a sign-in.
    pub struct SignInWithCode {
        /// From the first step.
        #[validate(length(min = 1, max = 300, code = "required", message = "Sign in from the start."))]
        pub challenge: String,
        /// Six digits of the authenticator app, or a recovery code.
        #[validate(custom(function = rules::one_time_code))]
        pub code: String,
    }
}

wire! { answer
    /// How one's second factor stands.
    pub struct SecondFactor {
        /// Whether signing in asks for a code.
        pub is_on: bool,
        /// Since when.
        pub on_since: Option<DateTime<Utc>>,
        /// Recovery codes that were not used yet.
        pub recovery_codes_left: u32,
    }
}

wire! { answer
    /// What an authenticator app is told. Shown while setting up and never again.
    pub struct SecondFactorSecret {
        /// The secret in base32, to type where no picture can be taken.
        pub secret: String,
        /// The same as an address that apps open.
        pub uri: String,
        /// That address as a picture (QR code), in SVG.
        pub qr_code: String,
    }
}

wire! { request
    /// Shows that the authenticator app was set up.
    pub struct ConfirmSecondFactor {
        /// Six digits of the app.
        #[validate(custom(function = rules::app_code))]
        pub code: String,
    }
}

wire! { answer
    /// Codes for when the app is not at hand, each good once. Shown this once.
    pub struct RecoveryCodes {
        /// Ten codes.
        pub codes: Vec<String>,
    }
}
