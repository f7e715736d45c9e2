//! What creating a client writes, without any rule about it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// What is sent.
#[derive(Deserialize)]
pub struct Create {
    company: Company,
    administrator: Administrator,
}

#[derive(Deserialize)]
struct Company {
    name: String,
    address_line1: String,
    city: String,
    country: String,
    time_zone: String,
    reply_to: String,
    website: String,
}

#[derive(Deserialize)]
struct Administrator {
    first_name: String,
    last_name: String,
    email: String,
}

/// A value to bind.
pub enum Value {
    Id(Option<Uuid>),
    Text(Option<String>),
    Whole(i32),
    Long(i64),
    Time(Option<DateTime<Utc>>),
    Json(Json),
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Id(Some(id))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<DateTime<Utc>> for Value {
    fn from(time: DateTime<Utc>) -> Self {
        Self::Time(Some(time))
    }
}

const NO_ID: Value = Value::Id(None);
const NO_TEXT: Value = Value::Text(None);
const NO_TIME: Value = Value::Time(None);

macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$(Value::from($value)),*] };
}

/// The new client's id, and the values of each of [`crate::statements::WRITES`].
pub fn values(body: &Create, partner: Uuid) -> (Uuid, [Vec<Value>; 24]) {
    let Create {
        company,
        administrator,
    } = body;
    let now = Utc::now();
    let [client, place, mail, job, invite, key, site] = std::array::from_fn(|_| Uuid::new_v4());
    let email = administrator.email.as_str();
    let (first, last) = (
        administrator.first_name.as_str(),
        administrator.last_name.as_str(),
    );
    let (principal, key) = (partner.to_string(), key.to_string());
    let (principal, key, operation) = (principal.as_str(), key.as_str(), "create_client");
    let (created, sent) = (Uuid::new_v4(), Uuid::new_v4());
    let event = |id: Uuid, kind: &str, subject: Uuid| {
        row![
            id,
            partner,
            client,
            NO_ID,
            NO_ID,
            "system",
            kind,
            subject,
            Value::Json(json!({})),
            Value::Json(Json::Null),
            "none",
            "127.0.0.1",
            "bench",
            now,
            Value::Long(0),
            NO_TEXT,
            NO_TEXT,
            NO_ID,
        ]
    };
    let now_ms = now.timestamp_millis();
    let limit = |bucket: &str| {
        row![
            bucket,
            Value::Long(now_ms + 1),
            Value::Long(now_ms),
            Value::Long(now_ms),
            Value::Long(1),
            Value::Long(now_ms),
            Value::Long(now_ms),
            Value::Long(1),
            Value::Long(i64::MAX),
        ]
    };
    let seal = |id: Uuid, place: i64| {
        row![
            Value::Long(place),
            partner,
            id.to_string().as_str(),
            id.to_string().as_str(),
            id
        ]
    };
    let rows = [
        row![
            "hash",
            Value::Whole(0),
            now,
            principal,
            operation,
            key,
            now - TimeDelta::days(1)
        ],
        row![
            principal,
            operation,
            key,
            "hash",
            Value::Whole(0),
            NO_TEXT,
            "",
            now
        ],
        row![principal, operation, key],
        row![
            client,
            partner,
            company.name.as_str(),
            company.name.to_lowercase().as_str(),
            email,
            NO_ID,
            company.address_line1.as_str(),
            NO_TEXT,
            company.city.as_str(),
            NO_TEXT,
            NO_TEXT,
            company.country.as_str(),
            company.time_zone.as_str(),
            company.reply_to.as_str(),
            company.website.as_str(),
            client.to_string().as_str(),
            now,
            now,
            Value::Long(1),
            company.name.to_lowercase().as_str(),
        ],
        row![
            site,
            partner,
            client,
            "Headquarters",
            "headquarters",
            Value::Whole(0),
            company.address_line1.as_str(),
            NO_TEXT,
            company.city.as_str(),
            NO_TEXT,
            NO_TEXT,
            company.country.as_str(),
            company.time_zone.as_str(),
        ],
        row![
            client,
            partner,
            "todo",
            "done",
            "todo",
            "todo",
            "todo",
            Value::Json(json!({})),
            NO_TIME,
            NO_TIME,
            now,
        ],
        event(created, "client.created", client),
        row![
            place,
            partner,
            client,
            client,
            NO_ID,
            email,
            first,
            last,
            "company_administrator",
            "invited",
            now,
            now,
            Value::Long(1),
        ],
        limit("bench user"),
        limit("bench partner"),
        limit(email),
        row![
            mail, partner, "welcome", invite, email, "queued", NO_TEXT, now, NO_TIME
        ],
        row![
            job,
            "mail_sent",
            Value::Whole(1),
            partner,
            json!({ "kind": "mail_sent", "mail": mail })
                .to_string()
                .as_str(),
            NO_TEXT,
            "waiting",
            now,
            Value::Whole(0),
            NO_ID,
            NO_TIME,
            NO_TEXT,
            now,
            NO_TIME,
        ],
        row![
            invite,
            partner,
            "client_setup",
            email,
            "company_administrator",
            client,
            place,
            NO_ID,
            NO_ID,
            Value::Whole(1),
            first,
            last,
            mail,
            now,
            now,
            now + TimeDelta::hours(120),
            NO_TIME,
            NO_TIME,
            NO_ID,
            NO_TIME,
        ],
        row![
            invite.to_string().as_str(),
            "invite",
            invite,
            Value::Whole(1),
            now
        ],
        row![first, last, partner, invite],
        event(sent, "invite.sent", invite),
        row![Value::Whole(201), "/", "{}", principal, operation, key],
        row![],
        row![partner],
        row![partner],
        seal(created, 1),
        seal(sent, 2),
        row![sent.to_string().as_str(), partner],
    ];
    (client, rows)
}
