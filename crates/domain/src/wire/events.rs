//! What happened: the partner's activity.

use super::{ClientBrief, wire};
use crate::ids::{EventId, PersonId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! { choice
    /// What an event is about.
    pub enum EventGroup {
        /// Users: invited, changed, deactivated.
        Users,
        /// Personal invitations and shareable links.
        Invitations,
        /// Clients and their company settings.
        Clients,
        /// The steps of a set-up.
        SetUp,
        /// Phone numbers and texts.
        Texting,
        /// What visitors of a client's web site are offered, and when.
        Application,
        /// The partner's own settings.
        Settings,
        /// Sessions and passwords.
        SignIn,
        /// Anything else.
        Other,
    }
}

wire! { choice
    /// Who did it.
    pub enum ActorKind {
        /// A signed-in person.
        Person,
        /// A program of the partner's, by its API key.
        ApiKey,
        /// Somebody with a link, not signed in.
        Visitor,
        /// Gangway itself.
        System,
    }
}

wire! { answer
    /// Who did it.
    pub struct Actor {
        /// Who it is.
        pub kind: ActorKind,
        /// The person, where it is one.
        pub person_id: Option<PersonId>,
        /// The name as a person reads it.
        pub name: String,
    }
}

wire! { answer
    /// A field that changed.
    pub struct FieldChange {
        /// The field.
        pub field: String,
        /// What it was; null where it was empty.
        pub before: Option<String>,
        /// What it is; null where it is empty.
        pub after: Option<String>,
    }
}

wire! { answer
    /// Something that happened. Events are only ever added, each chained to the one before.
    pub struct Event {
        /// Id of the event.
        pub id: EventId,
        /// Its place in the partner's chain, without gaps from 1.
        pub sequence: u64,
        /// A noun and a past participle, such as `invite.sent`.
        pub kind: String,
        /// What it is about.
        pub group: EventGroup,
        /// Who did it.
        pub actor: Actor,
        /// What they did, to stand behind their name: "invited jane@client.example".
        pub what: String,
        /// The thing it happened to.
        pub subject_id: Uuid,
        /// The client it concerns.
        pub client: Option<ClientBrief>,
        /// Fields that changed.
        pub changes: Vec<FieldChange>,
        /// The request, as in its `X-Request-Id`.
        pub request_id: Option<String>,
        /// The address it came from.
        pub address: Option<String>,
        /// What the browser or program called itself, shortened.
        pub user_agent: Option<String>,
        /// SHA-256 of the event and the one before, in hexadecimal digits.
        pub hash: String,
        /// When.
        pub created_at: DateTime<Utc>,
    }
}

impl EventGroup {
    /// Every group, in the order shown.
    pub const ALL: [Self; 9] = [
        Self::Users,
        Self::Invitations,
        Self::Clients,
        Self::SetUp,
        Self::Texting,
        Self::Application,
        Self::Settings,
        Self::SignIn,
        Self::Other,
    ];

    /// The group as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Invitations => "invitations",
            Self::Clients => "clients",
            Self::SetUp => "set_up",
            Self::Texting => "texting",
            Self::Application => "application",
            Self::Settings => "settings",
            Self::SignIn => "sign_in",
            Self::Other => "other",
        }
    }

    /// The nouns that events of this group begin with; none for [`Self::Other`].
    pub const fn nouns(self) -> &'static [&'static str] {
        match self {
            Self::Users => &["user"],
            Self::Invitations => &["invite", "partner_link"],
            Self::Clients => &["client", "client_import", "custom_field", "tech_group"],
            Self::SetUp => &["onboarding", "handover", "installation"],
            Self::Texting => &[
                "sms_number",
                "consent",
                "consent_wording",
                "texting_settings",
                "quick_reply",
                "message",
                "conversation",
            ],
            Self::Application => &["schedule", "widget_application", "widget"],
            Self::Settings => &["partner", "test_email", "api_key"],
            Self::SignIn => &[
                "session",
                "person",
                "password_reset",
                "sign_up",
                "second_factor",
                "email_change",
            ],
            Self::Other => &[],
        }
    }

    /// The group of a kind of event.
    pub fn of(kind: &str) -> Self {
        let noun = kind.split_once('.').map_or(kind, |(noun, _)| noun);
        Self::ALL
            .into_iter()
            .find(|group| group.nouns().contains(&noun))
            .unwrap_or(Self::Other)
    }
}
