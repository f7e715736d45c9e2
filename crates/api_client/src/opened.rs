use gangway_domain::wire::{CodeNeeded, Session};

/// What a right password opens.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// One is signed in.
    Session(Box<Session>),
    /// A code is still wanted: see [`crate::Client::sign_in_with_code`].
    CodeNeeded(CodeNeeded),
}

impl Opened {
    /// The session, where no code is wanted.
    pub fn session(self) -> Option<Session> {
        match self {
            Self::Session(session) => Some(*session),
            Self::CodeNeeded(_) => None,
        }
    }
}
