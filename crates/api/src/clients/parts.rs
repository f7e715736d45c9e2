//! Words in which the parts of a record are stored.

/// What somebody of the staff is for a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Answers for it; a client has one at most.
    AccountManager,
    /// Brings it on board.
    Engineer,
}

/// Which of a client's contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    /// The first to turn to.
    Primary,
    /// When the first is not there.
    Secondary,
}

impl Part {
    /// The part as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccountManager => "account_manager",
            Self::Engineer => "engineer",
        }
    }
}

impl ContactKind {
    /// The kind as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
        }
    }
}
