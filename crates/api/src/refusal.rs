//! Errors to problem details; the only module that knows status codes.

use crate::db::trouble;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use gangway_domain::problem::{FieldError, Problem, ProblemCode};
use gangway_domain::values::Rejection;
use sea_orm::{DbErr, SqlErr};
use std::fmt;

tokio::task_local! {
    /// The id of the request at work; the reference a person can quote.
    pub static REFERENCE: String;
}

/// The id of the request at work, or a word that says there is none.
pub fn reference() -> String {
    REFERENCE
        .try_with(Clone::clone)
        .unwrap_or_else(|_| "no-request".to_owned())
}

/// Why a request is refused, in two voices: the detail for the person, the cause for the operator.
#[derive(Debug)]
pub struct Refusal {
    code: ProblemCode,
    detail: String,
    errors: Vec<FieldError>,
    retry_after_s: Option<u32>,
    limit: Option<Exceeded>,
    cause: Option<anyhow::Error>,
}

/// The limit that a request went over, as its headers tell it.
#[derive(Clone, Copy, Debug)]
pub struct Exceeded {
    /// Its name.
    pub name: &'static str,
    /// As many at once.
    pub at_once: u32,
    /// Seconds in which as many come back.
    pub window_s: u32,
    /// Seconds until one more is let through.
    pub retry_after_s: u32,
}

impl Exceeded {
    /// The three headers that are widely read, and the two of the newer draft.
    fn headers(self) -> [(&'static str, String); 5] {
        let Self {
            name,
            at_once,
            window_s,
            retry_after_s,
        } = self;
        [
            ("RateLimit-Limit", at_once.to_string()),
            ("RateLimit-Remaining", "0".to_owned()),
            ("RateLimit-Reset", retry_after_s.to_string()),
            ("RateLimit", format!("\"{name}\";r=0;t={retry_after_s}")),
            (
                "RateLimit-Policy",
                format!("\"{name}\";q={at_once};w={window_s}"),
            ),
        ]
    }
}

/// What a handler answers with.
pub type Answer = Result<HttpResponse, Refusal>;

impl Refusal {
    /// A refusal with what to do next.
    pub fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_s: None,
            limit: None,
            cause: None,
        }
    }

    /// Not there, or not the caller's: nobody can tell which.
    pub fn not_found() -> Self {
        Self::new(
            ProblemCode::NotFound,
            "It does not exist, or you do not have access to it.",
        )
    }

    /// Someone else wrote between reading and writing.
    pub fn stale() -> Self {
        Self::new(
            ProblemCode::Stale,
            "Someone else changed this while you were editing. Reload to see their changes.",
        )
    }

    /// No valid sign-in; every way to fail looks the same.
    pub fn not_signed_in() -> Self {
        Self::new(ProblemCode::NotSignedIn, "Sign in and try again.")
    }

    /// One field is wrong.
    pub fn field(pointer: &str, code: &str, message: impl Into<String>) -> Self {
        Self::fields(vec![FieldError {
            pointer: pointer.to_owned(),
            code: code.to_owned(),
            message: message.into(),
        }])
    }

    /// The same, with the code of the reason and the field it is about.
    #[must_use]
    pub fn because(mut self, pointer: &str, code: &str) -> Self {
        self.errors.push(FieldError {
            pointer: pointer.to_owned(),
            code: code.to_owned(),
            message: self.detail.clone(),
        });
        self
    }

    /// The same, naming everything that is in the way.
    #[must_use]
    pub fn naming(self, errors: Vec<FieldError>) -> Self {
        Self { errors, ..self }
    }

    /// One field's value was rejected.
    pub fn rejected(pointer: &str, rejection: &Rejection) -> Self {
        Self::field(pointer, rejection.code, rejection.message.clone())
    }

    /// Fields are wrong.
    pub fn fields(errors: Vec<FieldError>) -> Self {
        let detail = match errors.as_slice() {
            [only] => only.message.clone(),
            several => format!("{} fields need another look.", several.len()),
        };
        Self {
            errors,
            ..Self::new(ProblemCode::InvalidFields, detail)
        }
    }

    /// What was sent is somebody else's already.
    pub fn taken(errors: Vec<FieldError>) -> Self {
        Self {
            code: ProblemCode::Conflict,
            ..Self::fields(errors)
        }
    }

    /// A fault on our side; the cause is for the log.
    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self {
            cause: Some(cause.into()),
            ..Self::new(
                ProblemCode::Internal,
                "Nothing was lost. Try again; if it happens again, tell support the reference.",
            )
        }
    }

    /// Busy for now.
    pub fn unavailable(retry_after_s: u32, cause: impl Into<anyhow::Error>) -> Self {
        Self {
            retry_after_s: Some(retry_after_s),
            cause: Some(cause.into()),
            ..Self::new(
                ProblemCode::Unavailable,
                "Gangway is busy. Try again in a moment.",
            )
        }
    }

    /// More than a limit lets through.
    pub fn too_many(limit: Exceeded, detail: impl Into<String>) -> Self {
        Self {
            retry_after_s: Some(limit.retry_after_s),
            limit: Some(limit),
            ..Self::new(ProblemCode::TooManyRequests, detail)
        }
    }

    /// The database's own error, where that is the cause.
    pub fn database_error(&self) -> Option<&DbErr> {
        self.cause.as_ref().and_then(|cause| cause.downcast_ref())
    }

    /// Whether the database refused a second row of a unique kind.
    pub fn is_unique_violation(&self) -> bool {
        self.database_error()
            .and_then(DbErr::sql_err)
            .is_some_and(|error| matches!(error, SqlErr::UniqueConstraintViolation(_)))
    }

    /// Whether the database refused a row that names one which is not there, or the end of one that is
    /// named.
    pub fn is_foreign_key_violation(&self) -> bool {
        self.database_error()
            .and_then(DbErr::sql_err)
            .is_some_and(|error| matches!(error, SqlErr::ForeignKeyConstraintViolation(_)))
    }

    /// What the security log calls it: somebody asked for what they may not have.
    fn security_event(&self) -> Option<&'static str> {
        match self.code {
            ProblemCode::Forbidden => Some("authorisation_denied"),
            ProblemCode::OtherPerson => Some("link_of_another_person"),
            ProblemCode::ForeignOrigin => Some("foreign_origin"),
            _ => None,
        }
    }

    /// The kind of problem.
    pub fn code(&self) -> ProblemCode {
        self.code
    }

    /// What the person reads.
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// As it travels.
    pub fn problem(&self) -> Problem {
        Problem {
            kind: format!("/problems/{}", self.code.as_str()),
            title: self.code.title().to_owned(),
            status: self.code.status(),
            detail: self.detail.clone(),
            reference: reference(),
            errors: self.errors.clone(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.detail)
    }
}

impl std::error::Error for Refusal {}

impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        if trouble::passes(&error) {
            Self::unavailable(2, error)
        } else {
            Self::internal(error)
        }
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        if let Some(security) = self.security_event() {
            tracing::warn!(
                security,
                reference = reference(),
                code = self.code.as_str(),
                "refused"
            );
        }
        if let Some(cause) = &self.cause {
            tracing::error!(
                reference = reference(),
                code = self.code.as_str(),
                "{cause:#}"
            );
        }
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((CONTENT_TYPE, "application/problem+json"));
        if let Some(seconds) = self.retry_after_s {
            answer.insert_header((RETRY_AFTER, seconds.to_string()));
        }
        for header in self.limit.into_iter().flat_map(Exceeded::headers) {
            answer.insert_header(header);
        }
        match serde_json::to_vec(&self.problem()) {
            Ok(body) => answer.body(body),
            Err(_) => answer.finish(),
        }
    }
}
