//! What a partner keeps on a client.

use super::{
    CustomField, CustomValue, Holiday, SaveCustomValue, StaffBrief, TechGroupBrief, WeekHours, wire,
};
use crate::ids::{ClientId, PlaceId, SiteId, TechGroupId};
use crate::rules;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};
use validator::Validate as _;

wire! { request
    /// A phone number, its country's code apart.
    #[validate(schema(function = rules::phone, skip_on_field_errors = true))]
    pub struct Phone {
        /// The code that is dialled for the country, digits only: `1`.
        #[validate(custom(function = rules::calling_code))]
        pub code: String,
        /// The number within the country, digits only: `2025550143`.
        #[validate(custom(function = rules::national_number))]
        pub number: String,
    }
}

wire! { request
    /// The first person to turn to.
    pub struct PrimaryContact {
        /// First name.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name.
        #[validate(custom(function = rules::last_name))]
        pub last_name: String,
        /// Email; no other client of the partner's has it for its primary contact, and it is not the
        /// caller's own.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
        /// Phone.
        #[serde(default)]
        #[validate(nested)]
        pub phone: Option<Phone>,
    }
}

wire! { request
    /// Who to turn to when the first is not there.
    pub struct SecondaryContact {
        /// First name, or the whole name where it has one part.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name.
        #[serde(default)]
        #[validate(custom(function = rules::optional_person_name))]
        pub last_name: Option<String>,
        /// Email.
        #[serde(default)]
        #[validate(custom(function = rules::optional_email_address))]
        pub email: Option<String>,
        /// Phone.
        #[serde(default)]
        #[validate(nested)]
        pub phone: Option<Phone>,
    }
}

wire! { request
    /// A place where a client works, as it is to be.
    #[validate(schema(function = rules::site, skip_on_field_errors = true))]
    pub struct SaveSite {
        /// The site, to keep its id; a new one without it.
        #[serde(default)]
        pub id: Option<SiteId>,
        /// What it is called; unique among the client's sites.
        #[validate(custom(function = rules::site_name))]
        pub name: String,
        /// Whether it is the headquarters; exactly one of a client's sites is.
        #[serde(default)]
        pub is_headquarters: bool,
        /// First line of the address.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub address_line1: Option<String>,
        /// Second line of the address.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub address_line2: Option<String>,
        /// City.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub city: Option<String>,
        /// State, province or region by its code of ISO 3166-2 without the country's, such as `NY`;
        /// given together with the country, as far as that is divided.
        #[serde(default)]
        #[validate(custom(function = rules::optional_line))]
        pub region: Option<String>,
        /// Postal code.
        #[serde(default)]
        #[validate(custom(function = rules::postal_code))]
        pub postal_code: Option<String>,
        /// ISO 3166-1 alpha-2.
        #[serde(default)]
        #[validate(custom(function = rules::optional_country))]
        pub country: Option<String>,
        /// tz database name.
        #[validate(custom(function = rules::time_zone))]
        pub time_zone: String,
    }
}

wire! { answer
    /// A place where a client works.
    pub struct Site {
        /// Id of the site.
        pub id: SiteId,
        /// What it is called.
        pub name: String,
        /// Whether it is the headquarters.
        pub is_headquarters: bool,
        /// First line of the address.
        pub address_line1: Option<String>,
        /// Second line of the address.
        pub address_line2: Option<String>,
        /// City.
        pub city: Option<String>,
        /// State, province or region by its code of ISO 3166-2 without the country's.
        pub region: Option<String>,
        /// Postal code.
        pub postal_code: Option<String>,
        /// ISO 3166-1 alpha-2.
        pub country: Option<String>,
        /// tz database name.
        pub time_zone: String,
    }
}

wire! { request
    /// When a client works, on the clock of its headquarters.
    pub struct BusinessHours {
        /// The hours of a week.
        #[validate(nested)]
        pub week: WeekHours,
        /// Up to 100 days that differ.
        #[serde(default)]
        #[validate(custom(function = rules::holidays), nested)]
        pub holidays: Vec<Holiday>,
    }
}

wire! { answer
    /// What a partner keeps on a client. One version holds for all of it.
    pub struct ClientRecord {
        /// Id of the client.
        pub id: ClientId,
        /// Client name; null until given.
        pub name: Option<String>,
        /// The company's own email.
        pub email: Option<String>,
        /// The company's own phone.
        pub phone: Option<Phone>,
        /// The first person to turn to; null until given.
        pub primary_contact: Option<PrimaryContact>,
        /// Who to turn to when the first is not there.
        pub secondary_contact: Option<SecondaryContact>,
        /// Where it works, in order; none until its address is given.
        pub sites: Vec<Site>,
        /// When it works; null when nobody has said.
        pub hours: Option<BusinessHours>,
        /// Domains of its mail, in order.
        pub email_domains: Vec<String>,
        /// Who of the staff answers for it.
        pub account_manager: Option<StaffBrief>,
        /// Who of the staff brings it on board.
        pub engineers: Vec<StaffBrief>,
        /// The groups that look after it, by name.
        pub tech_groups: Vec<TechGroupBrief>,
        /// What it has in the partner's own fields, in their order; of archived ones as well.
        pub custom_values: Vec<CustomValue>,
        /// Whether it was made to try things out; never exported.
        pub is_test: bool,
        /// Name of who created or invited it.
        pub created_by: Option<String>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
        /// When it was deleted; null otherwise.
        pub deleted_at: Option<DateTime<Utc>>,
        /// Until when a deleted client can be restored.
        pub restorable_until: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// A client as a partner writes it down.
    pub struct NewClientRecord {
        /// Client name, up to 255 characters; unique among the partner's clients.
        #[validate(custom(function = rules::company_name))]
        pub name: String,
        /// The company's own email.
        #[serde(default)]
        #[validate(custom(function = rules::optional_email_address))]
        pub email: Option<String>,
        /// The company's own phone.
        #[serde(default)]
        #[validate(nested)]
        pub phone: Option<Phone>,
        /// The first person to turn to.
        #[validate(nested)]
        pub primary_contact: PrimaryContact,
        /// Who to turn to when the first is not there.
        #[serde(default)]
        #[validate(nested)]
        pub secondary_contact: Option<SecondaryContact>,
        /// Where it works: 1 to 50 sites, one of them the headquarters.
        #[validate(custom(function = rules::sites), nested)]
        pub sites: Vec<SaveSite>,
        /// When it works.
        #[serde(default)]
        #[validate(nested)]
        pub hours: Option<BusinessHours>,
        /// Up to 50 domains of its mail; none of them another client's or a public mail provider's.
        #[serde(default)]
        #[validate(custom(function = rules::email_domains))]
        pub email_domains: Vec<String>,
        /// Who of the staff answers for it.
        #[serde(default)]
        pub account_manager: Option<PlaceId>,
        /// Up to 50 groups that look after it.
        #[serde(default)]
        #[validate(custom(function = rules::few_groups))]
        pub tech_groups: Vec<TechGroupId>,
        /// What it has in the partner's own fields; every mandatory one among them.
        #[serde(default)]
        #[validate(custom(function = rules::few_values), nested)]
        pub custom_values: Vec<SaveCustomValue>,
    }
}

wire! { request
    /// Changes a client's record: what is absent stays, and each part that is there replaces the whole part.
    pub struct UpdateClientRecord {
        /// Client name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::company_name))]
        pub name: Option<String>,
        /// The company's own email; null clears it.
        #[serde(default, deserialize_with = "super::null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_email_address))]
        pub email: Option<String>,
        /// The company's own phone; null clears it.
        #[serde(default, deserialize_with = "null_is_told", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<Phone>))]
        #[validate(nested)]
        pub phone: Option<Option<Phone>>,
        /// The first person to turn to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(nested)]
        pub primary_contact: Option<PrimaryContact>,
        /// Who to turn to when the first is not there; null for nobody.
        #[serde(default, deserialize_with = "null_is_told", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<SecondaryContact>))]
        #[validate(nested)]
        pub secondary_contact: Option<Option<SecondaryContact>>,
        /// Where it works: 1 to 50 sites, one of them the headquarters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::sites), nested)]
        pub sites: Option<Vec<SaveSite>>,
        /// When it works; null for hours that nobody has said.
        #[serde(default, deserialize_with = "null_is_told", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<BusinessHours>))]
        #[validate(nested)]
        pub hours: Option<Option<BusinessHours>>,
        /// Up to 50 domains of its mail.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::email_domains))]
        pub email_domains: Option<Vec<String>>,
        /// Who of the staff answers for it; null for nobody.
        #[serde(default, deserialize_with = "null_is_told", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<PlaceId>))]
        pub account_manager: Option<Option<PlaceId>>,
        /// Up to 50 groups that look after it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::few_groups))]
        pub tech_groups: Option<Vec<TechGroupId>>,
        /// What it has in the partner's own fields; every mandatory one among them. Values of archived
        /// fields stay as they are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::few_values), nested)]
        pub custom_values: Option<Vec<SaveCustomValue>>,
    }
}

wire! { answer
    /// What there is to choose from when a client is written down.
    pub struct RecordChoices {
        /// The partner's active staff, by name.
        pub staff: Vec<StaffBrief>,
        /// The partner's groups, by name.
        pub tech_groups: Vec<TechGroupBrief>,
        /// The partner's own fields that are asked for, in their order.
        pub custom_fields: Vec<CustomField>,
    }
}

wire! { request
    /// Deletes several clients: all of them, or none.
    pub struct DeleteClients {
        /// 1 to 100 clients.
        #[validate(length(min = 1, max = 100, code = "clients_count", message = "Choose between 1 and 100 clients."))]
        pub ids: Vec<ClientId>,
    }
}

wire! { answer
    /// What was deleted.
    pub struct ClientsDeleted {
        /// How many clients.
        pub deleted: u64,
        /// Until when they can be restored.
        pub restorable_until: DateTime<Utc>,
    }
}

/// Reads a field of a JSON merge patch (RFC 7396) that may be null: that clears it. Absent is
/// `serde(default)`.
#[expect(
    clippy::option_option,
    reason = "absent and null differ in a merge patch"
)]
fn null_is_told<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    field: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(field).map(Some)
}

impl From<Site> for SaveSite {
    fn from(site: Site) -> Self {
        let Site {
            id,
            name,
            is_headquarters,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
        } = site;
        Self {
            id: Some(id),
            name,
            is_headquarters,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
        }
    }
}
