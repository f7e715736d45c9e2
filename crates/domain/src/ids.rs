//! One type per kind of id, so that a client's id cannot be passed where a user's is wanted.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes an id (UUID version 7) of a time in milliseconds since 1970 and ten random bytes.
            pub fn from_parts(unix_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

typed_ids! {
    /// A partner: the tenant.
    PartnerId,
    /// A person, known by one email address across all partners.
    PersonId,
    /// A person's place at a partner or at a client: the row that carries the role.
    PlaceId,
    /// A client of a partner.
    ClientId,
    /// An invitation to one address.
    InviteId,
    /// A partner's shareable link.
    PartnerLinkId,
    /// A link to a sign-up, a password reset or a handed-over step.
    LinkId,
    /// A signed-in session, one per browser.
    SessionId,
    /// A key of a partner's own programs.
    ApiKeyId,
    /// An outgoing mail.
    MailId,
    /// A job of the queue.
    JobId,
    /// A recorded event.
    EventId,
    /// An order for a phone number.
    NumberOrderId,
    /// The texts between a client's number and one customer.
    ConversationId,
    /// A text, in or out.
    MessageId,
    /// An entry of the consent ledger.
    ConsentId,
    /// A version of the words that customers agree to.
    WordingId,
    /// A text prepared for answers.
    QuickReplyId,
    /// A schedule of a client's availability.
    ScheduleId,
    /// A look at a client's web site.
    InstallationCheckId,
    /// A place where a client works.
    SiteId,
    /// A group of a partner's staff.
    TechGroupId,
    /// A field of a partner's own.
    CustomFieldId,
    /// A file that somebody uploaded.
    FileId,
    /// A list of clients that somebody uploaded.
    ImportId,
}
