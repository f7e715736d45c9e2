//! Who acts, where, and what lets them.

use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ApiKeyId, ClientId, PartnerId, PersonId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientReach, Permission, Role, StaffRole};

/// A signed-in person in a place, or a key that acts for a partner.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The person; for a key, who made it.
    pub person_id: PersonId,
    /// The person's email.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The place; for a key, its maker's: what the key makes counts as theirs.
    pub place_id: PlaceId,
    /// The partner it is at, or whose client it is at.
    pub partner: PartnerId,
    /// The client it is at, for client users.
    pub client: Option<ClientId>,
    /// Where the permissions come from.
    pub authority: Authority,
    /// When the person last proved who they are; none for a key.
    pub proven_at: Option<DateTime<Utc>>,
}

/// Where a caller's permissions come from.
#[derive(Clone, Debug)]
pub enum Authority {
    /// The role of the place.
    Role(Role),
    /// The scopes of a key, and nothing besides.
    Key {
        /// The key.
        id: ApiKeyId,
        /// What it may do.
        scopes: Vec<Permission>,
    },
}

impl Caller {
    /// How far the caller sees among the partner's clients.
    pub fn reach(&self) -> ClientReach {
        match &self.authority {
            Authority::Role(role) => role.client_reach(),
            Authority::Key { .. } => ClientReach::All,
        }
    }

    /// Whether the role or key holds a permission.
    pub fn may(&self, permission: Permission) -> bool {
        match &self.authority {
            Authority::Role(role) => role.may(permission),
            Authority::Key { scopes, .. } => scopes.contains(&permission),
        }
    }

    /// The same, with the refusal.
    pub fn require(&self, permission: Permission) -> Result<(), Refusal> {
        if self.may(permission) {
            return Ok(());
        }
        let words = match &self.authority {
            Authority::Role(_) => "Your role does not allow this. Ask an administrator.".to_owned(),
            Authority::Key { .. } if permission.for_keys() => format!(
                "This API key lacks the scope {}. Make a key that has it.",
                permission.scope()
            ),
            Authority::Key { .. } => "No API key may do this. Sign in as a person.".to_owned(),
        };
        Err(Refusal::new(ProblemCode::Forbidden, words))
    }

    /// The staff role, for staff. A key has none: it gives no roles.
    pub fn staff_role(&self) -> Option<StaffRole> {
        match self.authority {
            Authority::Role(Role::Staff(role)) => Some(role),
            Authority::Role(Role::Client(_)) | Authority::Key { .. } => None,
        }
    }

    /// The key, where one acts.
    pub fn key(&self) -> Option<ApiKeyId> {
        match self.authority {
            Authority::Role(_) => None,
            Authority::Key { id, .. } => Some(id),
        }
    }

    /// The person who acts themselves; none where a key does.
    pub fn person(&self) -> Option<PersonId> {
        self.key().is_none().then_some(self.person_id)
    }

    /// What idempotency keys of this caller are kept under, and what its requests are counted by.
    pub fn principal(&self) -> String {
        match self.authority {
            Authority::Role(_) => self.place_id.to_string(),
            Authority::Key { id, .. } => id.to_string(),
        }
    }
}
