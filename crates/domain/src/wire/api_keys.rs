//! Keys for a partner's own programs.

use super::wire;
use crate::ids::ApiKeyId;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { choice
    /// Whether a key works.
    pub enum ApiKeyState {
        /// It works.
        Live,
        /// Its time is over.
        Expired,
        /// It was taken back.
        Revoked,
        /// Whoever made it has no longer the right to; it works again when they have.
        MakerGone,
    }
}

wire! { secret answer
    /// A key a program signs in with.
    pub struct ApiKey {
        /// Id of the key; it stands in the key itself too.
        pub id: ApiKeyId,
        /// What it is for.
        pub name: String,
        /// What it may do.
        pub scopes: Vec<String>,
        /// The last four characters, to tell keys apart.
        pub last_four: String,
        /// The key itself, in the answer to making it and never again.
        pub key: Option<String>,
        /// Whether it works.
        pub state: ApiKeyState,
        /// Name of the person who made it; what the key makes counts as theirs.
        pub created_by: String,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it stops working; null for never.
        pub expires_at: Option<DateTime<Utc>>,
        /// When it was last used, to the minute.
        pub last_used_at: Option<DateTime<Utc>>,
        /// When it was taken back.
        pub revoked_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Makes a key.
    pub struct MakeApiKey {
        /// What it is for.
        #[validate(custom(function = rules::key_name))]
        pub name: String,
        /// What it may do: at least one.
        #[validate(custom(function = rules::key_scopes))]
        pub scopes: Vec<String>,
        /// Days until it stops working, 1 to 3,650; without it, never.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(range(min = 1, max = 3650, code = "days", message = "Choose 1 to 3,650 days, or none."))]
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 3650))]
        pub expires_in_days: Option<u32>,
    }
}
