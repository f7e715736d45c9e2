use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::twilio::answer::Answer;
use crate::twilio::route::Call;
use crate::twilio::state::State;
use crate::twilio::{date, form, paging};

/// A number that was bought.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct OwnedNumber {
    /// `PN` and 32 hexadecimal digits.
    pub sid: String,
    /// E.164.
    pub phone_number: String,
    pub friendly_name: String,
    /// Empty when there is none.
    pub sms_url: String,
    pub sms_method: String,
    pub sms_fallback_url: String,
    pub sms_fallback_method: String,
    pub sms_application_sid: String,
    pub voice_url: String,
    pub status_callback: String,
    /// Whether it can text.
    pub texts: bool,
    pub toll_free: bool,
    pub address_requirements: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// As the calls under `Local` and `TollFree` show it: without its type.
pub(super) fn wire_of_kind(number: &OwnedNumber, account: &str) -> Value {
    let mut value = wire(number, account);
    if let Some(properties) = value.as_object_mut() {
        properties.remove("type");
    }
    value
}

pub(crate) fn wire(number: &OwnedNumber, account: &str) -> Value {
    let sid = &number.sid;
    let voice_url = (!number.voice_url.is_empty()).then_some(&number.voice_url);
    json!({
        "sid": sid,
        "account_sid": account,
        "friendly_name": number.friendly_name,
        "phone_number": number.phone_number,
        "sms_url": number.sms_url,
        "sms_method": number.sms_method,
        "sms_fallback_url": number.sms_fallback_url,
        "sms_fallback_method": number.sms_fallback_method,
        "sms_application_sid": number.sms_application_sid,
        "status_callback": number.status_callback,
        "status_callback_method": "POST",
        "voice_url": voice_url,
        "voice_method": "POST",
        "voice_application_sid": "",
        "capabilities": {
            "voice": true, "sms": number.texts, "mms": number.texts, "fax": false,
        },
        "address_requirements": number.address_requirements,
        "address_sid": null,
        "bundle_sid": null,
        "identity_sid": null,
        "beta": false,
        "origin": "twilio",
        "status": "in-use",
        "type": if number.toll_free { "toll-free" } else { "local" },
        "trunk_sid": null,
        "date_created": date(number.created_at),
        "date_updated": date(number.updated_at),
        "api_version": "2010-04-01",
        "uri": format!("/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json"),
    })
}

pub(crate) fn fetch(state: &State, call: Call<'_>, sid: &str) -> Answer {
    match state.numbers.iter().find(|number| number.sid == sid) {
        Some(number) => Answer::ok(wire(number, call.account)),
        None => Answer::not_found(&call.request.path),
    }
}

/// Newest first, all or of one kind. A number is found by any part of it, with `*` for one digit.
pub(crate) fn list(state: &State, call: Call<'_>, kind: Option<&str>) -> Answer {
    let query = &call.request.query;
    let phone_number = form::filled(query, "PhoneNumber");
    let friendly_name = form::filled(query, "FriendlyName");
    let found: Vec<&OwnedNumber> = state
        .numbers
        .iter()
        .rev()
        .filter(|number| kind.is_none_or(|kind| (kind == "TollFree") == number.toll_free))
        .filter(|number| phone_number.is_none_or(|part| holds(&number.phone_number, part)))
        .filter(|number| friendly_name.is_none_or(|name| number.friendly_name == name))
        .collect();
    Answer::ok(paging::page(
        call.request,
        "incoming_phone_numbers",
        &found,
        |number| &number.sid,
        |number| match kind {
            Some(_) => wire_of_kind(number, call.account),
            None => wire(number, call.account),
        },
    ))
}

fn holds(phone_number: &str, part: &str) -> bool {
    let number = phone_number.as_bytes();
    let part = part.as_bytes();
    number.windows(part.len().max(1)).any(|window| {
        window
            .iter()
            .zip(part)
            .all(|(digit, wanted)| *wanted == b'*' || digit == wanted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_by_a_part_of_it() {
        for (part, found) in [
            ("+15105550100", true),
            ("5550100", true),
            ("+1510***0100", true),
            ("+15105550101", false),
            ("151055501000", false),
        ] {
            assert_eq!(holds("+15105550100", part), found, "{part}");
        }
    }
}
