//! Clients, as far as their own set-up fills them.

use super::wire;
use crate::ids::{ClientId, InviteId};
use crate::rules;
use crate::wizard::Step;
use chrono::{DateTime, Utc};
use validator::Validate as _;

wire! { choice
    /// How far a client is.
    pub enum ClientState {
        /// Written down by the partner; nobody was invited to set it up.
        NotInvited,
        /// Created by hand, its administrator has not come yet.
        Invited,
        /// In its set-up.
        SettingUp,
        /// Its set-up is finished.
        Active,
    }
}

wire! { answer
    /// A client of a partner.
    pub struct Client {
        /// Id of the client.
        pub id: ClientId,
        /// Company name; null until given.
        pub name: Option<String>,
        /// Email of the first person to turn to; until one is written down, who was invited to set it up.
        pub contact_email: Option<String>,
        /// How far it is.
        pub state: ClientState,
        /// The step its set-up has reached; null when finished.
        pub step: Option<Step>,
        /// First line of the address.
        pub address_line1: Option<String>,
        /// Second line of the address.
        pub address_line2: Option<String>,
        /// City.
        pub city: Option<String>,
        /// State, province or region.
        pub region: Option<String>,
        /// Postal code.
        pub postal_code: Option<String>,
        /// ISO 3166-1 alpha-2.
        pub country: Option<String>,
        /// tz database name.
        pub time_zone: Option<String>,
        /// Where answers to the company's mails go.
        pub reply_to: Option<String>,
        /// Full address of its web site.
        pub website: Option<String>,
        /// The phone number it texts from, E.164.
        pub sms_number: Option<String>,
        /// The newest set-up invitation.
        pub invite_id: Option<InviteId>,
        /// Name of who created or invited it.
        pub created_by: Option<String>,
        /// Name of who of the staff answers for it.
        pub account_manager: Option<String>,
        /// Whether it was made to try things out; never exported.
        pub is_test: bool,
        /// When it was deleted; null otherwise.
        pub deleted_at: Option<DateTime<Utc>>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { request
    /// What Company Info asks for.
    pub struct CompanyInfo {
        /// Company name, up to 255 characters; unique among the partner's clients.
        #[validate(custom(function = rules::company_name))]
        pub name: String,
        /// First line of the address.
        #[validate(custom(function = rules::address_line1))]
        pub address_line1: String,
        /// Second line of the address.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub address_line2: Option<String>,
        /// City.
        #[validate(custom(function = rules::city))]
        pub city: String,
        /// State, province or region.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub region: Option<String>,
        /// Postal code.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub postal_code: Option<String>,
        /// ISO 3166-1 alpha-2.
        #[validate(custom(function = rules::country))]
        pub country: String,
        /// tz database name.
        #[validate(custom(function = rules::time_zone))]
        pub time_zone: String,
        /// Where answers to the company's mails go.
        #[validate(custom(function = rules::email_address))]
        pub reply_to: String,
        /// Full address of the web site, such as `https://www.companyname.com`.
        #[validate(custom(function = rules::website_address))]
        pub website: String,
    }
}

wire! { request
    /// Creates a client by hand: its company, and the person who will run it.
    pub struct CreateClient {
        /// The company.
        #[validate(nested)]
        pub company: CompanyInfo,
        /// Its Company Administrator.
        #[validate(nested)]
        pub administrator: NewAdministrator,
    }
}

wire! { request
    /// The first user of a client created by hand.
    pub struct NewAdministrator {
        /// First name.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name.
        #[validate(custom(function = rules::last_name))]
        pub last_name: String,
        /// Email; the invitation goes there.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
    }
}
