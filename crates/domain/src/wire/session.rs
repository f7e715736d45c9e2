//! Signing in and who is signed in.

use super::wire;
use crate::ids::{ClientId, PartnerId, PersonId, PlaceId, SessionId};
use crate::roles::Role;
use crate::rules;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

wire! { secret request
    /// Email and password.
    pub struct SignIn {
        /// The address the account is known by.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
        /// 15 to 128 characters.
        #[validate(custom(function = rules::typed_password))]
        pub password: String,
    }
}

wire! { request
    /// Asks for a fresh access token; the refresh token comes in the cookie.
    pub struct RefreshSession {
        /// The place to act in from now on; without it, the last one.
        #[serde(default)]
        pub place_id: Option<PlaceId>,
    }
}

wire! { request
    /// Asks for a link to set a new password.
    pub struct RequestPasswordReset {
        /// The address the account is known by.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
    }
}

wire! { secret request
    /// Sets a new password with the mailed link.
    pub struct ConfirmPasswordReset {
        /// From the link.
        #[validate(length(min = 1, code = "required", message = "Open the link from the email again."))]
        pub token: String,
        /// 15 to 128 characters; not a common one, nor made of your name, email or company.
        #[validate(custom(function = rules::password_shape))]
        pub password: String,
    }
}

wire! { secret answer
    /// A signed-in session.
    pub struct Session {
        /// Send as `Authorization: Bearer`. Kept in memory only.
        pub access_token: String,
        /// Seconds until it ends.
        pub expires_in_seconds: u64,
        /// Who is signed in, and where.
        pub me: Me,
    }
}

wire! { answer
    /// The signed-in person.
    pub struct Me {
        /// The person.
        pub id: PersonId,
        /// The address they sign in with.
        pub email: String,
        /// First name.
        pub first_name: String,
        /// Last name.
        pub last_name: String,
        /// Every place they hold a role at.
        pub places: Vec<Place>,
        /// The place this session acts in; null where the person has none left.
        pub place_id: Option<PlaceId>,
        /// Scopes held at that place, such as `invites:write`.
        pub permissions: Vec<String>,
    }
}

wire! { answer
    /// A role at a partner, or at one of its clients.
    pub struct Place {
        /// Id of the place.
        pub id: PlaceId,
        /// The role held there.
        pub role: Role,
        /// The partner.
        pub partner: PartnerBrief,
        /// The client, for client users.
        pub client: Option<ClientBrief>,
    }
}

wire! { answer
    /// A partner in a few words.
    pub struct PartnerBrief {
        /// Id of the partner.
        pub id: PartnerId,
        /// Its name.
        pub name: String,
        /// What the partner calls its customers on screen.
        pub clients_word: ClientsWord,
    }
}

wire! { answer
    /// A client in a few words.
    pub struct ClientBrief {
        /// Id of the client.
        pub id: ClientId,
        /// Its name; null until the company info is given.
        pub name: Option<String>,
        /// Whether its set-up is finished.
        pub set_up: bool,
    }
}

wire! { answer
    /// A browser or program a person is signed in with.
    pub struct OpenSession {
        /// Id of the session.
        pub id: SessionId,
        /// The browser and system in words, such as "Firefox on Windows".
        pub device: String,
        /// The address it was last refreshed from; null where it is not known.
        pub address: Option<String>,
        /// Whether the request came with this session.
        pub is_current: bool,
        /// When the person signed in.
        pub created_at: DateTime<Utc>,
        /// When it was last used, to the minute.
        pub last_used_at: DateTime<Utc>,
    }
}

/// What a partner calls its customers on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClientsWord {
    /// Clients.
    #[default]
    Clients,
    /// Companies.
    Companies,
}

impl Me {
    /// The place the session acts in.
    pub fn place(&self) -> Option<&Place> {
        self.places
            .iter()
            .find(|place| Some(place.id) == self.place_id)
    }

    /// Whether the session's place holds a scope.
    pub fn may(&self, permission: crate::roles::Permission) -> bool {
        self.permissions
            .iter()
            .any(|scope| scope == permission.scope())
    }
}
