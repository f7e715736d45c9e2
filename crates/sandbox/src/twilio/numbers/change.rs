use crate::twilio::answer::Answer;
use crate::twilio::form;
use crate::twilio::numbers::OwnedNumber;
use crate::twilio::numbers::owned::wire;
use crate::twilio::route::Call;
use crate::twilio::state::State;

/// Changes what the form names; an empty value takes away.
pub(crate) fn update(state: &mut State, call: Call<'_>, sid: &str) -> Answer {
    let form = &call.request.form;
    let Some(number) = state.numbers.iter_mut().find(|number| number.sid == sid) else {
        return Answer::not_found(&call.request.path);
    };
    if let Some(refusal) = invalid(form) {
        return refusal;
    }
    apply(number, form);
    number.updated_at = call.at;
    Answer::ok(wire(number, call.account))
}

/// Gives the number back; it can be found and bought again.
pub(crate) fn release(state: &mut State, call: Call<'_>, sid: &str) -> Answer {
    let before = state.numbers.len();
    state.numbers.retain(|number| number.sid != sid);
    if state.numbers.len() == before {
        return Answer::not_found(&call.request.path);
    }
    Answer::deleted()
}

pub(super) fn apply(number: &mut OwnedNumber, form: &[(String, String)]) {
    for (name, field) in [
        ("SmsUrl", &mut number.sms_url),
        ("SmsFallbackUrl", &mut number.sms_fallback_url),
        ("SmsApplicationSid", &mut number.sms_application_sid),
        ("VoiceUrl", &mut number.voice_url),
        ("StatusCallback", &mut number.status_callback),
    ] {
        if let Some(value) = form::value(form, name) {
            value.clone_into(field);
        }
    }
    for (name, field) in [
        ("FriendlyName", &mut number.friendly_name),
        ("SmsMethod", &mut number.sms_method),
        ("SmsFallbackMethod", &mut number.sms_fallback_method),
    ] {
        if let Some(value) = form::filled(form, name) {
            value.clone_into(field);
        }
    }
}

pub(super) fn invalid(form: &[(String, String)]) -> Option<Answer> {
    for name in ["SmsUrl", "SmsFallbackUrl", "VoiceUrl"] {
        if form::filled(form, name).is_some_and(|url| !is_web_address(url)) {
            let message = format!("{name} is not a valid URL");
            return Some(Answer::refused(400, 21402, &message));
        }
    }
    let name = form::filled(form, "FriendlyName")?;
    (name.chars().count() > 64).then(|| {
        Answer::refused(
            400,
            20422,
            "Invalid parameter: FriendlyName is longer than 64",
        )
    })
}

pub(crate) fn is_web_address(text: &str) -> bool {
    url::Url::parse(text)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
