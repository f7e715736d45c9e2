//! A person's own account: proving who one is again, a new password, a new email, and the first
//! partner of an installation.

use super::wire;
use crate::rules;

wire! { request
    /// Proves who one is again.
    pub struct Reauthenticate {
        /// The password one signs in with.
        #[validate(custom(function = rules::typed_password))]
        pub password: String,
        /// Six digits of the authenticator app, or a recovery code; needed where the second factor is on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::one_time_code))]
        pub code: Option<String>,
    }
}

wire! { request
    /// Sets a new password while signed in.
    pub struct ChangePassword {
        /// 15 to 128 characters; not a common one, nor made of your name, email or company.
        #[validate(custom(function = rules::password_shape))]
        pub password: String,
    }
}

wire! { request
    /// Asks for another email address to sign in with.
    pub struct ChangeEmail {
        /// The new address; it counts once the link mailed to it was used.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
    }
}

wire! { answer
    /// A new email address was confirmed.
    pub struct EmailConfirmed {
        /// The address to sign in with from now on.
        pub email: String,
    }
}

wire! { request
    /// Makes the first partner of an installation, with the token its operator sees.
    pub struct FirstSetUp {
        /// From the server's console, or the file beside its data.
        #[validate(length(min = 1, code = "required", message = "Enter the set-up token."))]
        pub token: String,
        /// The partner's company name, up to 255 characters.
        #[validate(custom(function = rules::company_name))]
        pub company_name: String,
        /// First name of its first administrator.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name of its first administrator.
        #[validate(custom(function = rules::last_name))]
        pub last_name: String,
        /// Email of its first administrator.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
        /// 15 to 128 characters; not a common one, nor made of your name, email or company.
        #[validate(custom(function = rules::password_shape))]
        pub password: String,
    }
}
