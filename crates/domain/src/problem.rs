//! Refusals as they travel: RFC 9457 problem details, and every code they may carry.

use serde::{Deserialize, Serialize};

/// `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Address of a page that explains this kind of problem; its last part is the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do next, for a person.
    pub detail: String,
    /// What support looks this up by; the same as the `X-Request-Id` header.
    pub reference: String,
    /// One entry per wrong field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// JSON pointer to the field, such as `/email` or `/members/2/email`.
    pub pointer: String,
    /// Stable code of the rule.
    pub code: String,
    /// What to do, for a person.
    pub message: String,
}

impl Problem {
    /// The code at the end of `type`.
    pub fn code(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

macro_rules! codes {
    ($(#[doc = $meaning:literal] $name:ident = $code:literal, $status:literal, $title:literal),+ $(,)?) => {
        /// Every kind of problem. A code never changes meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProblemCode { $(#[doc = $meaning] $name),+ }

        impl ProblemCode {
            /// Every code, in the order of their status.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as sent.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The HTTP status that goes with it.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// The kind of problem in a few words.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }

            /// What it means, in a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning),+ }
            }
        }
    };
}

codes! {
    /// The body is not JSON of the documented shape.
    UnreadableBody = "unreadable_body", 400, "The request could not be read",
    /// A query parameter or header is not as documented.
    BadParameter = "bad_parameter", 400, "A parameter is not right",
    /// No valid sign-in came with the request.
    NotSignedIn = "not_signed_in", 401, "You are not signed in",
    /// Email and password do not fit.
    WrongCredentials = "wrong_credentials", 401, "Email or password is not right",
    /// The password was right a while ago; sign in from the start.
    SignInAgain = "sign_in_again", 401, "Sign in from the start",
    /// Signed in, but not for this.
    Forbidden = "forbidden", 403, "You may not do this",
    /// Who one is was proved too long ago for this.
    ReauthRequired = "reauth_required", 403, "Confirm that it is you",
    /// The request came from another site.
    ForeignOrigin = "foreign_origin", 403, "This request came from another site",
    /// Sign-up is switched off here.
    SignUpClosed = "sign_up_closed", 403, "Sign-up is closed here",
    /// Not there, or not yours.
    NotFound = "not_found", 404, "Not found",
    /// The path is there, the method is not.
    MethodNotAllowed = "method_not_allowed", 405, "This address does not take that method",
    /// The state of the thing forbids it.
    Conflict = "conflict", 409, "This cannot be done now",
    /// An earlier step of the set-up is still open.
    StepNotOpen = "step_not_open", 409, "An earlier step comes first",
    /// The last administrator must stay.
    LastAdministrator = "last_administrator", 409, "Someone must stay administrator",
    /// The invited address has an account: sign in, then accept.
    SignInFirst = "sign_in_first", 409, "Sign in to accept",
    /// The signed-in person is not the invited one.
    OtherPerson = "other_person", 409, "This invitation is for someone else",
    /// The customer may not be texted now; the errors say why.
    CannotText = "cannot_text", 409, "This text may not be sent",
    /// A request with the same Idempotency-Key is still at work.
    StillWorking = "still_working", 409, "The same request is still at work",
    /// The partner has as many files as it may have, or as many bytes of them.
    QuotaReached = "quota_reached", 409, "There is no room for more files",
    /// The link was used.
    LinkUsed = "link_used", 410, "This link has been used",
    /// The link is too old.
    LinkExpired = "link_expired", 410, "This link has expired",
    /// The link was taken back or replaced by a newer one.
    LinkRevoked = "link_revoked", 410, "This link no longer works",
    /// Someone changed the thing meanwhile.
    Stale = "stale", 412, "Someone else changed this",
    /// The body is larger than documented.
    TooLarge = "too_large", 413, "The request is too large",
    /// The body is not JSON.
    UnsupportedMediaType = "unsupported_media_type", 415, "Send JSON",
    /// The file is of a kind that is not taken, by its content.
    UnsupportedFile = "unsupported_file", 415, "This kind of file is not taken",
    /// One or more fields are wrong.
    InvalidFields = "invalid_fields", 422, "Some fields need another look",
    /// The file is of a kind that is taken, and cannot be used: it is damaged, or over a limit.
    UnusableFile = "unusable_file", 422, "This file cannot be used",
    /// The Idempotency-Key was used for another request.
    IdempotencyKeyReused = "idempotency_key_reused", 422, "This Idempotency-Key belongs to another request",
    /// The edit needs an `If-Match` header.
    IfMatchNeeded = "if_match_needed", 428, "Say which version you edited",
    /// Too many requests.
    TooManyRequests = "too_many_requests", 429, "Too many requests",
    /// The headers are larger than documented.
    HeadersTooLarge = "headers_too_large", 431, "The request's headers are too large",
    /// A fault on our side.
    Internal = "internal", 500, "Something went wrong on our side",
    /// Busy or under repair; try again.
    Unavailable = "unavailable", 503, "Not available right now",
}
