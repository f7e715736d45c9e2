//! The client's set-up as a pure state machine: what is done, what may be skipped, where to go on.

use serde::{Deserialize, Serialize};

/// A step of the set-up, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Name and password of the Company Administrator.
    Credentials,
    /// Company name, address, time zone, reply-to, web site.
    CompanyInfo,
    /// A phone number for texts.
    EnableSms,
    /// The application code on the company's web site.
    EnableApplication,
    /// Colleagues.
    InviteTeam,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Not yet.
    #[default]
    Todo,
    /// Done.
    Done,
    /// Left for later; can still be done.
    Skipped,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 5] = [
        Self::Credentials,
        Self::CompanyInfo,
        Self::EnableSms,
        Self::EnableApplication,
        Self::InviteTeam,
    ];

    /// The step as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Credentials => "credentials",
            Self::CompanyInfo => "company_info",
            Self::EnableSms => "enable_sms",
            Self::EnableApplication => "enable_application",
            Self::InviteTeam => "invite_team",
        }
    }

    /// The step as the screen names it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Credentials => "Credentials",
            Self::CompanyInfo => "Company Info",
            Self::EnableSms => "Enable SMS",
            Self::EnableApplication => "Enable Application",
            Self::InviteTeam => "Invite Team",
        }
    }

    /// Minutes the step usually takes, for "about 6 minutes".
    pub const fn minutes(self) -> u8 {
        match self {
            Self::CompanyInfo => 2,
            Self::Credentials | Self::EnableSms | Self::EnableApplication | Self::InviteTeam => 1,
        }
    }

    /// Whether it may be left for later.
    pub const fn optional(self) -> bool {
        !matches!(self, Self::Credentials | Self::CompanyInfo)
    }

    /// The step of that stored name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }
}

/// How far every step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Name and password.
    pub credentials: StepState,
    /// Company record.
    pub company_info: StepState,
    /// Phone number.
    pub enable_sms: StepState,
    /// Application code.
    pub enable_application: StepState,
    /// Colleagues.
    pub invite_team: StepState,
}

/// What a person or a job did to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is done.
    Complete(Step),
    /// It is left for later.
    Skip(Step),
}

/// What came of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The set-up moved on.
    Moved(Progress),
    /// It was so already: a repeat, a second tab, Back.
    AlreadySo,
    /// A needed step before it is still open.
    Blocked(Step),
    /// The step cannot be left out.
    NotOptional,
}

impl Progress {
    /// How far one step is.
    pub const fn of(&self, step: Step) -> StepState {
        match step {
            Step::Credentials => self.credentials,
            Step::CompanyInfo => self.company_info,
            Step::EnableSms => self.enable_sms,
            Step::EnableApplication => self.enable_application,
            Step::InviteTeam => self.invite_team,
        }
    }

    /// Where to go on: the first step that is neither done nor skipped; none when all is settled.
    pub fn next(&self) -> Option<Step> {
        Step::ALL
            .into_iter()
            .find(|step| self.of(*step) == StepState::Todo)
    }

    /// The needed step that is still open before `step`, if any.
    pub fn blocked_by(&self, step: Step) -> Option<Step> {
        Step::ALL
            .into_iter()
            .take_while(|earlier| *earlier < step)
            .find(|earlier| !earlier.optional() && self.of(*earlier) != StepState::Done)
    }

    /// Minutes that are left, about.
    pub fn minutes_left(&self) -> u8 {
        Step::ALL
            .into_iter()
            .filter(|step| self.of(*step) == StepState::Todo)
            .map(Step::minutes)
            .sum()
    }

    /// Applies an event. Pure: the caller stores what comes back.
    pub fn apply(&self, event: Event) -> Outcome {
        let (step, wanted) = match event {
            Event::Complete(step) => (step, StepState::Done),
            Event::Skip(step) => (step, StepState::Skipped),
        };
        if let Some(open) = self.blocked_by(step) {
            return Outcome::Blocked(open);
        }
        match (self.of(step), wanted) {
            (_, StepState::Skipped) if !step.optional() => Outcome::NotOptional,
            (StepState::Done, _) | (StepState::Skipped, StepState::Skipped) => Outcome::AlreadySo,
            _ => Outcome::Moved(self.with(step, wanted)),
        }
    }

    /// The same with one step set.
    #[must_use]
    pub const fn with(mut self, step: Step, state: StepState) -> Self {
        match step {
            Step::Credentials => self.credentials = state,
            Step::CompanyInfo => self.company_info = state,
            Step::EnableSms => self.enable_sms = state,
            Step::EnableApplication => self.enable_application = state,
            Step::InviteTeam => self.invite_team = state,
        }
        self
    }
}
