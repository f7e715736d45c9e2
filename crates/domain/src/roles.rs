//! Roles, what each may do, and how far it sees. Declared here once; handlers require a
//! [`Permission`] in their signature and the contract lists the roles that hold it.

use serde::{Deserialize, Serialize};

/// A staff member's role at a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// The first administrator; can also transfer or close the partner.
    Owner,
    /// Everything, configuration included.
    Administrator,
    /// Everything but configuration.
    Manager,
    /// Creates clients and sees those it created.
    SalesRep,
    /// The empty role: sees only clients it is assigned to.
    Technician,
}

/// A client user's role at a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClientRole {
    /// Sets the company up and runs its settings and users.
    CompanyAdministrator,
    /// Sees the company's devices, tickets and documents in the portal.
    PortalManager,
    /// Sees its own devices, tickets and documents in the portal.
    PortalUser,
}

/// Any role a place can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Role {
    /// At a partner.
    Staff(StaffRole),
    /// At a client.
    Client(ClientRole),
}

impl StaffRole {
    /// Every staff role, highest first.
    pub const ALL: [Self; 5] = [
        Self::Owner,
        Self::Administrator,
        Self::Manager,
        Self::SalesRep,
        Self::Technician,
    ];

    /// The role as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Administrator => "administrator",
            Self::Manager => "manager",
            Self::SalesRep => "sales_rep",
            Self::Technician => "technician",
        }
    }

    /// The role as a person reads it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Owner => "Owner",
            Self::Administrator => "Administrator",
            Self::Manager => "Manager",
            Self::SalesRep => "Sales rep",
            Self::Technician => "Technician",
        }
    }

    /// What the role is for, in one sentence.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Owner => "Everything, and can transfer or close the account.",
            Self::Administrator => "Everything, including settings and integrations.",
            Self::Manager => "Everything but settings: users, clients and invitations.",
            Self::SalesRep => "Creates clients and sees the ones they created.",
            Self::Technician => "Sees only the clients they are assigned to.",
        }
    }

    /// The role of that stored name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// Whether one who has this role may give, change or take away `other`: never one above its own.
    pub const fn may_grant(self, other: Self) -> bool {
        match self {
            Self::Owner => true,
            Self::Administrator => !matches!(other, Self::Owner),
            Self::Manager => matches!(other, Self::Manager | Self::SalesRep | Self::Technician),
            Self::SalesRep | Self::Technician => false,
        }
    }

    /// Whether the role counts towards "the last administrator cannot be removed".
    pub const fn administers(self) -> bool {
        matches!(self, Self::Owner | Self::Administrator)
    }
}

impl ClientRole {
    /// Every client role, highest first.
    pub const ALL: [Self; 3] = [
        Self::CompanyAdministrator,
        Self::PortalManager,
        Self::PortalUser,
    ];

    /// The role as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CompanyAdministrator => "company_administrator",
            Self::PortalManager => "portal_manager",
            Self::PortalUser => "portal_user",
        }
    }

    /// The role as a person reads it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CompanyAdministrator => "Company Administrator",
            Self::PortalManager => "Portal manager",
            Self::PortalUser => "Portal user",
        }
    }

    /// The role of that stored name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

impl Role {
    /// Every role, staff first.
    pub const ALL: [Self; 8] = [
        Self::Staff(StaffRole::Owner),
        Self::Staff(StaffRole::Administrator),
        Self::Staff(StaffRole::Manager),
        Self::Staff(StaffRole::SalesRep),
        Self::Staff(StaffRole::Technician),
        Self::Client(ClientRole::CompanyAdministrator),
        Self::Client(ClientRole::PortalManager),
        Self::Client(ClientRole::PortalUser),
    ];

    /// The role as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Staff(role) => role.as_str(),
            Self::Client(role) => role.as_str(),
        }
    }

    /// The role as a person reads it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Staff(role) => role.title(),
            Self::Client(role) => role.title(),
        }
    }

    /// Whether the role holds a permission.
    pub fn may(self, permission: Permission) -> bool {
        permission.roles().contains(&self)
    }

    /// Which clients one with this role sees at all.
    pub const fn client_reach(self) -> ClientReach {
        match self {
            Self::Staff(StaffRole::Owner | StaffRole::Administrator | StaffRole::Manager) => {
                ClientReach::All
            }
            Self::Staff(StaffRole::SalesRep) => ClientReach::Created,
            Self::Staff(StaffRole::Technician) => ClientReach::Assigned,
            Self::Client(_) => ClientReach::Own,
        }
    }
}

/// How far a role sees among a partner's clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientReach {
    /// All of the partner's.
    All,
    /// Those the person created.
    Created,
    /// Those the person is assigned to.
    Assigned,
    /// The one client the place is at.
    Own,
}

macro_rules! permissions {
    ($(#[doc = $words:literal] $name:ident = $scope:literal: [$($role:ident),* $(,)?]),+ $(,)?) => {
        /// Something an operation requires. Its text is also the scope of an API key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Permission { $(#[doc = $words] $name),+ }

        impl Permission {
            /// Every permission.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The scope, `noun:verb`.
            pub const fn scope(self) -> &'static str {
                match self { $(Self::$name => $scope),+ }
            }

            /// What it allows, as a person reads it.
            pub const fn purpose(self) -> &'static str {
                match self { $(Self::$name => $words.trim_ascii()),+ }
            }

            /// The roles that hold it.
            pub const fn roles(self) -> &'static [Role] {
                match self { $(Self::$name => &[$($role),*]),+ }
            }

            /// The permission of that scope.
            pub fn of_scope(scope: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|permission| permission.scope() == scope)
            }
        }
    };
}

const OWNER: Role = Role::Staff(StaffRole::Owner);
const ADMIN: Role = Role::Staff(StaffRole::Administrator);
const MANAGER: Role = Role::Staff(StaffRole::Manager);
const SALES: Role = Role::Staff(StaffRole::SalesRep);
const TECH: Role = Role::Staff(StaffRole::Technician);
const COMPANY: Role = Role::Client(ClientRole::CompanyAdministrator);

permissions! {
    /// See your company's name, contact and checklist.
    ReadPartner = "partner:read": [OWNER, ADMIN, MANAGER, SALES, TECH],
    /// Change your company's settings and its shareable link.
    WritePartner = "partner:write": [OWNER, ADMIN],
    /// See your own staff.
    ReadUsers = "users:read": [OWNER, ADMIN, MANAGER],
    /// Invite staff, change roles, deactivate.
    WriteUsers = "users:write": [OWNER, ADMIN, MANAGER],
    /// See invitations.
    ReadInvites = "invites:read": [OWNER, ADMIN, MANAGER, SALES, COMPANY],
    /// Send, resend, revoke and copy invitations.
    WriteInvites = "invites:write": [OWNER, ADMIN, MANAGER, SALES, COMPANY],
    /// Invite a new client, or create one by hand.
    CreateClients = "clients:create": [OWNER, ADMIN, MANAGER, SALES],
    /// See clients and their company info.
    ReadClients = "clients:read": [OWNER, ADMIN, MANAGER, SALES, TECH, COMPANY],
    /// Change a client's company settings.
    WriteClients = "clients:write": [OWNER, ADMIN, MANAGER, SALES, TECH, COMPANY],
    /// Delete clients and restore them.
    DeleteClients = "client_deletions:write": [OWNER, ADMIN, MANAGER],
    /// Choose the engineers of clients.
    AssignEngineers = "engineers:write": [OWNER, ADMIN, MANAGER],
    /// See what you keep on clients: contacts, sites, hours, groups and fields of your own.
    ReadRecords = "records:read": [OWNER, ADMIN, MANAGER, SALES, TECH],
    /// Change what you keep on clients.
    WriteRecords = "records:write": [OWNER, ADMIN, MANAGER, SALES, TECH],
    /// Make and change the groups of your staff.
    WriteTechGroups = "tech_groups:write": [OWNER, ADMIN, MANAGER],
    /// Make and change the fields of your own.
    WriteCustomFields = "custom_fields:write": [OWNER, ADMIN],
    /// See a client's users.
    ReadClientUsers = "client_users:read": [OWNER, ADMIN, MANAGER, SALES, COMPANY],
    /// Invite a client's team and deactivate its users.
    WriteClientUsers = "client_users:write": [OWNER, ADMIN, MANAGER, COMPANY],
    /// See how far a client's set-up is.
    ReadOnboarding = "onboarding:read": [OWNER, ADMIN, MANAGER, SALES, TECH, COMPANY],
    /// Go through a client's set-up, number and application code included.
    WriteOnboarding = "onboarding:write": [OWNER, ADMIN, MANAGER, COMPANY],
    /// See texts with customers, and their consents.
    ReadMessages = "messages:read": [OWNER, ADMIN, MANAGER, COMPANY],
    /// Text customers who agreed to it, and change how texting works.
    WriteMessages = "messages:write": [OWNER, ADMIN, MANAGER, COMPANY],
    /// See how the application on a client's web site looks, and when it is available.
    ReadApplication = "application:read": [OWNER, ADMIN, MANAGER, COMPANY],
    /// Change how the application on a client's web site looks, and when it is available.
    WriteApplication = "application:write": [OWNER, ADMIN, MANAGER, COMPANY],
    /// Send a test email and see its result.
    SendTestEmail = "mails:write": [OWNER, ADMIN],
    /// See what happened at the partner and its clients.
    ReadActivity = "activity:read": [OWNER, ADMIN, MANAGER],
    /// End the sessions of a user.
    EndSessions = "sessions:write": [OWNER, ADMIN],
    /// See, make and revoke API keys.
    ManageApiKeys = "api_keys:write": [OWNER, ADMIN],
}

impl Permission {
    /// Whether an API key may hold it. No key makes keys, people or sessions.
    pub const fn for_keys(self) -> bool {
        !matches!(
            self,
            Self::WriteUsers | Self::WriteClientUsers | Self::EndSessions | Self::ManageApiKeys
        )
    }

    /// The permission of a scope that a key may hold.
    pub fn of_key_scope(scope: &str) -> Option<Self> {
        Self::of_scope(scope).filter(|permission| permission.for_keys())
    }
}
