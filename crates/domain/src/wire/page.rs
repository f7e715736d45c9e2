//! Lists and small answers.

use serde::{Deserialize, Serialize};

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The objects, in the order asked for.
    pub data: Vec<T>,
    /// Send as `cursor` for what follows; null at the end.
    pub next: Option<String>,
    /// How many there are in all; only with `count=true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

super::wire! { answer
    /// The request is taken; what follows comes by mail.
    pub struct Accepted {
        /// What happens next, for a person.
        pub message: String,
    }
}

super::wire! { secret request
    /// A link's token, from the fragment of its address.
    pub struct Token {
        /// 43 characters of base64url.
        #[validate(length(min = 1, code = "required", message = "Open the link from the email again."))]
        pub token: String,
    }
}
