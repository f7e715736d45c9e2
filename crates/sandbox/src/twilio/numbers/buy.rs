use super::owned::{wire, wire_of_kind};
use crate::twilio::answer::Answer;
use crate::twilio::auth::Caller;
use crate::twilio::form;
use crate::twilio::inventory::{Offer, friendly_name};
use crate::twilio::numbers::OwnedNumber;
use crate::twilio::route::Call;
use crate::twilio::state::State;

const MAGIC_UNAVAILABLE: &str = "+15005550000";
const MAGIC_INVALID: &str = "+15005550001";
const MAGIC_FOR_SALE: &str = "+15005550006";

/// Buys by number or by area code, optionally of one kind only.
pub(crate) fn buy(state: &mut State, call: Call<'_>, kind: Option<&str>) -> Answer {
    let form = &call.request.form;
    if let Some(refusal) = super::change::invalid(form) {
        return refusal;
    }
    let wanted = match (
        form::filled(form, "PhoneNumber"),
        form::filled(form, "AreaCode"),
    ) {
        (Some(phone_number), None) => by_number(state, call, phone_number),
        (None, Some(area_code)) => by_area_code(state, call, area_code),
        _ => Err(invalid("give exactly one of PhoneNumber and AreaCode")),
    };
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err(refusal) => return refusal,
    };
    if kind.is_some_and(|kind| (kind == "TollFree") != wanted.toll_free) {
        return invalid(&format!("{} is not of that type", wanted.phone_number));
    }
    let mut number = OwnedNumber {
        sid: state.ids.sid("PN"),
        friendly_name: friendly_name(&wanted.phone_number),
        sms_method: "POST".to_owned(),
        sms_fallback_method: "POST".to_owned(),
        created_at: call.at,
        updated_at: call.at,
        ..wanted
    };
    super::change::apply(&mut number, form);
    let answer = Answer::created(match kind {
        Some(_) => wire_of_kind(&number, call.account),
        None => wire(&number, call.account),
    });
    if call.caller != Caller::Test {
        state.numbers.push(number);
    }
    answer
}

fn by_number(state: &State, call: Call<'_>, phone_number: &str) -> Result<OwnedNumber, Answer> {
    let test = call.caller == Caller::Test;
    match phone_number {
        MAGIC_UNAVAILABLE => Err(unavailable(phone_number)),
        MAGIC_INVALID => Err(invalid(&format!("{phone_number} is not a valid number"))),
        MAGIC_FOR_SALE if test || !state.owns(MAGIC_FOR_SALE) => Ok(magic(MAGIC_FOR_SALE)),
        _ if test || !is_e164(phone_number) => {
            Err(invalid(&format!("{phone_number} is not a valid number")))
        }
        _ => for_sale(state, call)
            .find(|offer| offer.phone_number == phone_number)
            .map(offered)
            .ok_or_else(|| unavailable(phone_number)),
    }
}

fn by_area_code(state: &State, call: Call<'_>, area_code: &str) -> Result<OwnedNumber, Answer> {
    let test = call.caller == Caller::Test;
    let none = || {
        let message = format!("No phone numbers found in area code {area_code}");
        Answer::refused(400, 21452, &message)
    };
    match area_code {
        "500" if test => Ok(magic(MAGIC_FOR_SALE)),
        "500" => (10..100)
            .map(|number| format!("+150055500{number}"))
            .find(|number| !state.owns(number))
            .map(|number| magic(&number))
            .ok_or_else(none),
        _ if test || area_code == "533" => Err(none()),
        _ if area_code.len() != 3 || !area_code.bytes().all(|digit| digit.is_ascii_digit()) => Err(
            Answer::refused(400, 21451, &format!("{area_code} is not an area code")),
        ),
        _ => for_sale(state, call)
            .find(|offer| offer.place.area_code == area_code && offer.place.country == "US")
            .map(offered)
            .ok_or_else(none),
    }
}

fn for_sale<'a>(state: &'a State, call: Call<'_>) -> impl Iterator<Item = &'a Offer> {
    let no_numbers = call.no_numbers;
    state
        .inventory
        .iter()
        .filter(move |offer| !no_numbers && !state.owns(&offer.phone_number))
}

fn offered(offer: &Offer) -> OwnedNumber {
    OwnedNumber {
        phone_number: offer.phone_number.clone(),
        texts: offer.texts,
        toll_free: offer.place.toll_free,
        address_requirements: offer.place.address_requirements.to_owned(),
        ..OwnedNumber::default()
    }
}

fn magic(phone_number: &str) -> OwnedNumber {
    OwnedNumber {
        phone_number: phone_number.to_owned(),
        texts: true,
        address_requirements: "none".to_owned(),
        ..OwnedNumber::default()
    }
}

fn unavailable(phone_number: &str) -> Answer {
    let message = format!("{phone_number} is not available.");
    Answer::refused(400, 21422, &message)
}

fn invalid(reason: &str) -> Answer {
    Answer::refused(400, 21421, &format!("PhoneNumber is invalid: {reason}"))
}

/// `+` and 8 to 15 digits, the first of them not 0.
pub(crate) fn is_e164(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (8..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}
