//! The answers, field by field as Gangway gives them.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Serialize, Serializer};
use uuid::Uuid;

/// A client as the API shows it.
#[derive(Serialize)]
pub struct Client {
    pub id: Uuid,
    pub name: Option<String>,
    pub contact_email: Option<String>,
    pub state: &'static str,
    pub step: Option<&'static str>,
    pub address_line1: Option<String>,
    pub address_line2: Option<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub time_zone: Option<String>,
    pub reply_to: Option<String>,
    pub website: Option<String>,
    pub sms_number: Option<String>,
    pub invite_id: Option<Uuid>,
    pub created_by: Option<String>,
    pub account_manager: Option<String>,
    pub is_test: bool,
    pub deleted_at: Option<DateTime<Utc>>,
    #[serde(serialize_with = "milliseconds")]
    pub created_at: DateTime<Utc>,
    #[serde(serialize_with = "milliseconds")]
    pub updated_at: DateTime<Utc>,
}

fn milliseconds<S: Serializer>(at: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true))
}

/// A page of them.
#[derive(Serialize)]
pub struct Page {
    pub data: Vec<Client>,
    pub next: Option<String>,
}

/// What stands in other tables about a client.
pub struct Around {
    /// States of the steps, in their order.
    pub steps: Option<[String; 5]>,
    pub finished: bool,
    pub sms_number: Option<String>,
    pub invite_id: Option<Uuid>,
    pub creator: Option<String>,
    pub account_manager: Option<String>,
}

const STEPS: [&str; 5] = [
    "credentials",
    "company_info",
    "enable_sms",
    "enable_application",
    "invite_team",
];

impl Around {
    /// Puts them together.
    pub fn complete(self, client: &mut Client) {
        if let Some(steps) = self.steps {
            let begun = steps.first().is_some_and(|step| step == "done");
            client.state = match (self.finished, begun) {
                (true, _) => "active",
                (false, true) => "setting_up",
                (false, false) => "invited",
            };
            let open = steps.iter().position(|step| step == "todo");
            client.step = open.and_then(|index| STEPS.get(index).copied());
        }
        client.sms_number = self.sms_number;
        client.invite_id = self.invite_id;
        client.created_by = self.creator;
        client.account_manager = self.account_manager;
    }
}
