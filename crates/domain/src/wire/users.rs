//! A partner's staff and a client's users.

use super::wire;
use crate::ids::{InviteId, PlaceId};
use crate::roles::{ClientRole, Role, StaffRole};
use crate::rules;
use chrono::{DateTime, Utc};

wire! { choice
    /// How far a user is.
    pub enum UserState {
        /// Invited, not yet accepted.
        Invited,
        /// Can sign in.
        Active,
        /// Cannot act here any more.
        Deactivated,
    }
}

wire! { answer
    /// A person's place at a partner or at a client.
    pub struct User {
        /// Id of the place.
        pub id: PlaceId,
        /// First name; null until an invited person gives it.
        pub first_name: Option<String>,
        /// Last name; null until an invited person gives it.
        pub last_name: Option<String>,
        /// Email.
        pub email: String,
        /// Role.
        pub role: Role,
        /// How far the user is.
        pub state: UserState,
        /// The newest invitation, while not accepted: to resend, revoke or copy.
        pub invite_id: Option<InviteId>,
        /// Whether signing in asks the person for a code besides the password.
        pub has_second_factor: bool,
        /// Whether this is the caller.
        pub is_me: bool,
        /// When the person last signed in anywhere.
        pub last_sign_in_at: Option<DateTime<Utc>>,
        /// When the place was made.
        pub created_at: DateTime<Utc>,
    }
}

wire! { request
    /// Invites a staff member.
    pub struct InviteUser {
        /// First name.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name.
        #[validate(custom(function = rules::last_name))]
        pub last_name: String,
        /// Email.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
        /// Role; not above the inviter's own.
        #[validate(custom(function = rules::staff_role))]
        pub role: String,
    }
}

/// Changes a user's role.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, validator::Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeUserRole {
    /// The new role.
    pub role: StaffRole,
}

wire! { request
    /// Invites a client's team: every line is answered on its own.
    pub struct InviteTeam {
        /// One to fifty people.
        #[validate(length(min = 1, max = 50, code = "members_count", message = "Add between 1 and 50 people."))]
        pub members: Vec<TeamMember>,
    }
}

wire! { request
    /// One line of the team; checked line by line, so that one bad line does not hold up the rest.
    pub struct TeamMember {
        /// Email.
        pub email: String,
    }
}

wire! { answer
    /// What came of every line, in the order sent.
    pub struct TeamResults {
        /// One per line.
        pub results: Vec<TeamResult>,
    }
}

wire! { answer
    /// What came of one line.
    pub struct TeamResult {
        /// The address as sent.
        pub email: String,
        /// What happened.
        pub outcome: TeamOutcome,
        /// The same in words.
        pub message: String,
        /// The user, where there is one now.
        pub user: Option<User>,
    }
}

wire! { choice
    /// What happened with a line of the team.
    pub enum TeamOutcome {
        /// An invitation is on its way.
        Invited,
        /// The person is already a user of this company.
        AlreadyMember,
        /// An invitation was sent before and still holds.
        AlreadyInvited,
        /// The address stands on an earlier line.
        Repeated,
        /// The sender's own address.
        Yourself,
        /// Not an email address.
        Invalid,
    }
}

impl User {
    /// The name, or the email while there is none.
    pub fn display_name(&self) -> String {
        match (&self.first_name, &self.last_name) {
            (Some(first), Some(last)) => format!("{first} {last}"),
            _ => self.email.clone(),
        }
    }
}

/// The role a client's invited team gets.
pub const TEAM_ROLE: ClientRole = ClientRole::CompanyAdministrator;
