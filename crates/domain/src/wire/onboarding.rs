//! A client's set-up on its way.

use super::{PartnerContact, TeamMember, wire};
use crate::ids::ClientId;
use crate::rules;
use crate::wizard::{Step, StepState};
use chrono::{DateTime, Utc};
use validator::Validate as _;

wire! { answer
    /// Where a client's set-up stands.
    pub struct Onboarding {
        /// The client.
        pub client_id: ClientId,
        /// Every step, in order.
        pub steps: Vec<StepView>,
        /// Where to go on; null when every step is settled.
        pub next: Option<Step>,
        /// Minutes that are left, about.
        pub minutes_left: u8,
        /// What was typed and not yet submitted.
        pub draft: Draft,
        /// When the last field was saved.
        pub draft_saved_at: Option<DateTime<Utc>>,
        /// Who to ask for help.
        pub contact: PartnerContact,
        /// When every step was settled.
        pub finished_at: Option<DateTime<Utc>>,
    }
}

wire! { answer
    /// One step of a set-up.
    pub struct StepView {
        /// The step.
        pub step: Step,
        /// How far it is.
        pub state: StepState,
        /// Whether it may be left for later.
        pub optional: bool,
    }
}

wire! { request
    /// What was typed in the set-up so far. Sent with one field or many: each replaces only itself, so
    /// that two tabs do not undo each other.
    pub struct Draft {
        /// Fields of Company Info, as typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(nested)]
        pub company_info: Option<CompanyInfoDraft>,
        /// Lines of Invite Team, as typed; replaced as a whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 50, code = "members_count", message = "Add at most 50 people."))]
        pub team: Option<Vec<TeamMember>>,
    }
}

wire! { request
    /// Company Info as typed so far: any text up to 2,000 characters.
    pub struct CompanyInfoDraft {
        /// Company name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub name: Option<String>,
        /// First line of the address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub address_line1: Option<String>,
        /// Second line of the address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub address_line2: Option<String>,
        /// City.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub city: Option<String>,
        /// State, province or region.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub region: Option<String>,
        /// Postal code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub postal_code: Option<String>,
        /// Country.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub country: Option<String>,
        /// Time zone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub time_zone: Option<String>,
        /// Reply-to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub reply_to: Option<String>,
        /// Web site.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::draft_text))]
        pub website: Option<String>,
    }
}

wire! { choice
    /// How far a client's phone number is.
    pub enum SmsNumberState {
        /// None was asked for.
        None,
        /// One is being found and bought.
        Searching,
        /// It is there.
        Assigned,
        /// The provider has trouble or no numbers; Gangway tries again by itself, and so can the client.
        TryAgainLater,
    }
}

wire! { answer
    /// A client's phone number.
    pub struct SmsNumber {
        /// How far it is.
        pub state: SmsNumberState,
        /// The number, E.164, once assigned.
        pub number: Option<String>,
        /// What goes on, in plain words.
        pub detail: Option<String>,
        /// What support looks trouble up by.
        pub reference: Option<String>,
        /// When it was asked for.
        pub ordered_at: Option<DateTime<Utc>>,
        /// When it was assigned.
        pub assigned_at: Option<DateTime<Utc>>,
    }
}

wire! { answer
    /// What a client places on its web site.
    pub struct Application {
        /// Public key of the client's application; an identifier, not a secret.
        pub application_key: String,
        /// The code to place on every page.
        pub code: String,
        /// Where it works: the company's own origins.
        pub allowed_origins: Vec<String>,
        /// The partner's line beside it; null where hidden.
        pub services_note: Option<String>,
        /// Whether texting is there; without a number the application hides it.
        pub texting: bool,
    }
}

wire! { request
    /// Hands the application code to a colleague by link.
    pub struct HandOver {
        /// Where to mail the link; without it, the link is only answered.
        #[serde(default)]
        #[validate(custom(function = rules::optional_email_address))]
        pub email: Option<String>,
    }
}

wire! { secret answer
    /// A link that shows the application code, and nothing else.
    pub struct Handover {
        /// The whole address.
        pub url: String,
        /// When it ends.
        pub expires_at: DateTime<Utc>,
        /// Where it was mailed.
        pub email: Option<String>,
    }
}

wire! { answer
    /// What a handed-over link opens.
    pub struct HandoverPage {
        /// The company's name.
        pub client_name: String,
        /// The company's web site.
        pub website: String,
        /// The code to place on every page.
        pub code: String,
        /// Who to ask for help.
        pub contact: PartnerContact,
    }
}
