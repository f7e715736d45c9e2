//! What travels between server and browser: one shape per kind of object, in lists, answers and
//! events alike. Requests refuse unknown fields and carry their rules.

mod account;
mod api_keys;
mod availability;
mod clients;
mod consent;
mod custom_fields;
mod events;
mod imports;
mod installation;
mod invites;
mod logo;
mod mails;
mod onboarding;
mod page;
mod partner;
mod records;
mod second_factor;
mod session;
mod stream;
mod tech_groups;
mod texting;
mod users;
mod widget;

pub use account::*;
pub use api_keys::*;
pub use availability::*;
pub use clients::*;
pub use consent::*;
pub use custom_fields::*;
pub use events::*;
pub use imports::*;
pub use installation::*;
pub use invites::*;
pub use logo::*;
pub use mails::*;
pub use onboarding::*;
pub use page::*;
pub use partner::*;
pub use records::*;
pub use second_factor::*;
pub use session::*;
pub use stream::*;
pub use tech_groups::*;
pub use texting::*;
pub use users::*;
pub use widget::*;

/// Declares a wire type: readable, sendable, comparable, and described in the contract. The `Debug` of
/// one that holds a secret shows its name alone.
macro_rules! wire {
    (secret request $(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, validator::Validate)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
        $crate::wire::redacted!($name);
    };
    (secret answer $(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $name { $($body)* }
        $crate::wire::redacted!($name);
    };
    (request $(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize, validator::Validate)]
        $(#[$meta])*
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
    (answer $(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $name { $($body)* }
    };
    (choice $(#[$meta:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($body)* }
    };
}
pub(crate) use wire;

macro_rules! redacted {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use redacted;

/// Reads a field of a JSON merge patch (RFC 7396): null clears it, as an empty text does. Absent is
/// `serde(default)`.
pub(crate) fn null_clears<'de, D: serde::Deserializer<'de>>(
    field: D,
) -> Result<Option<String>, D::Error> {
    let text: Option<String> = serde::Deserialize::deserialize(field)?;
    Ok(Some(text.unwrap_or_default()))
}
