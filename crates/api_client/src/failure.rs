use gangway_domain::problem::{FieldError, Problem, ProblemCode};

/// Why an operation has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The server refused, and says why.
    #[error("{}", told(.0))]
    Problem(Box<Problem>),
    /// No answer came: the network or the server is down.
    #[error("Gangway cannot be reached. Check your connection, then try again.")]
    Unreachable,
    /// An answer came that is not of the documented shape.
    #[error("Gangway gave an answer that could not be read (status {status}).")]
    Unreadable {
        /// The HTTP status.
        status: u16,
        /// What support looks it up by.
        reference: Option<String>,
        /// What did not fit, for a developer.
        detail: String,
    },
}

/// Title and detail as one text; a detail that begins with the title stands alone.
fn told(problem: &Problem) -> String {
    let Problem { title, detail, .. } = problem;
    if detail.starts_with(title.as_str()) {
        detail.clone()
    } else {
        format!("{title}. {detail}")
    }
}

impl Failure {
    /// Whether the server refused with this code.
    pub fn is(&self, code: ProblemCode) -> bool {
        matches!(self, Self::Problem(problem) if problem.code() == code.as_str())
    }

    /// What support looks it up by.
    pub fn reference(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) => Some(problem.reference.as_str()),
            Self::Unreachable => None,
            Self::Unreadable { reference, .. } => reference.as_deref(),
        }
    }

    /// What is wrong with single fields.
    pub fn field_errors(&self) -> &[FieldError] {
        match self {
            Self::Problem(problem) => &problem.errors,
            Self::Unreachable | Self::Unreadable { .. } => &[],
        }
    }

    /// Whether the same request may still come to pass, so that a retry repeats the same key.
    pub fn may_have_happened(&self) -> bool {
        match self {
            Self::Problem(problem) => {
                problem.status >= 500 || problem.code() == ProblemCode::StillWorking.as_str()
            }
            Self::Unreachable | Self::Unreadable { .. } => true,
        }
    }
}
