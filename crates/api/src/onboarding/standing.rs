//! How far a client is, for those who show clients.

use chrono::{DateTime, Utc};
use gangway_domain::wire::ClientState;
use gangway_domain::wizard::{Progress, Step, StepState};

/// How far a client's set-up is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// Every step.
    pub progress: Progress,
    /// When every step was settled.
    pub finished_at: Option<DateTime<Utc>>,
}

impl Standing {
    /// How far the client is.
    pub fn state(&self) -> ClientState {
        if self.finished_at.is_some() {
            ClientState::Active
        } else if self.progress.of(Step::Credentials) == StepState::Done {
            ClientState::SettingUp
        } else {
            ClientState::Invited
        }
    }

    /// The step its set-up has reached; none when finished.
    pub fn step(&self) -> Option<Step> {
        self.progress.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_invited_until_its_administrator_comes() {
        let by_hand = Progress::default().with(Step::CompanyInfo, StepState::Done);
        let mut standing = Standing {
            progress: by_hand,
            finished_at: None,
        };
        assert_eq!(standing.state(), ClientState::Invited);
        standing.progress = by_hand.with(Step::Credentials, StepState::Done);
        assert_eq!(standing.state(), ClientState::SettingUp);
        standing.finished_at = Some(DateTime::UNIX_EPOCH);
        assert_eq!(standing.state(), ClientState::Active);
    }
}
