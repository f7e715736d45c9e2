use super::answer::Answer;
use super::auth::Caller;
use super::form;
use super::messages::{OUTBOUND, StoredMessage, wire};
use super::numbers::{is_e164, is_web_address};
use super::route::Call;
use super::state::State;

const MAGIC_SENDER: &str = "+15005550006";

/// Accepts a message, or refuses it for the reason Twilio would. What the test credentials send is
/// accepted and forgotten.
pub(crate) fn send(state: &mut State, call: Call<'_>) -> Answer {
    let form = &call.request.form;
    if let Some((code, reason)) = refusal(state, call) {
        return Answer::refused(400, code, reason);
    }
    let service = form::filled(form, "MessagingServiceSid").map(str::to_owned);
    let from = form::filled(form, "From").map(str::to_owned);
    let media = form
        .iter()
        .filter(|(name, value)| name == "MediaUrl" && !value.is_empty())
        .count();
    let status = if form::filled(form, "ScheduleType").is_some() {
        "scheduled"
    } else if service.is_some() {
        "accepted"
    } else {
        "queued"
    };
    let message = StoredMessage {
        sid: state.ids.sid(if media > 0 { "MM" } else { "SM" }),
        from,
        to: form::filled(form, "To").unwrap_or_default().to_owned(),
        body: form::value(form, "Body").unwrap_or_default().to_owned(),
        status: status.to_owned(),
        direction: OUTBOUND.to_owned(),
        num_media: media,
        messaging_service_sid: service,
        status_callback: form::filled(form, "StatusCallback").map(str::to_owned),
        error_code: None,
        not_taken: None,
        created_at: call.at,
        updated_at: call.at,
        sent_at: None,
    };
    let answer = Answer::created(wire(&message, call.account));
    if call.caller == Caller::Test {
        return answer;
    }
    let sid = message.sid.clone();
    state.keep(message);
    if status == "scheduled" {
        answer
    } else {
        answer.delivering(sid)
    }
}

fn refusal(state: &State, call: Call<'_>) -> Option<(u32, &'static str)> {
    let form = &call.request.form;
    let given = |name| form::filled(form, name);
    let Some(to) = given("To") else {
        return Some((21604, "A 'To' phone number is required."));
    };
    let (from, service) = (given("From"), given("MessagingServiceSid"));
    if from.is_none() && service.is_none() {
        return Some((21603, "A 'From' phone number is required."));
    }
    if service.is_some_and(|service| !(service.starts_with("MG") && service.len() == 34)) {
        return Some((21705, "The Messaging Service Sid is invalid."));
    }
    if ["Body", "MediaUrl", "ContentSid"]
        .into_iter()
        .all(|name| given(name).is_none())
    {
        return Some((21602, "Message body is required."));
    }
    if given("Body").is_some_and(|body| body.chars().count() > 1600) {
        return Some((
            21617,
            "The concatenated message body exceeds the 1600 character limit.",
        ));
    }
    if form.iter().filter(|(name, _)| name == "MediaUrl").count() > 10 {
        return Some((21623, "Number of media files exceeds the allowed limit."));
    }
    if given("StatusCallback").is_some_and(|url| !is_callback(url)) {
        return Some((21609, "The 'StatusCallback' URL is not a valid URL."));
    }
    from.and_then(|from| bad_sender(state, call, from))
        .or_else(|| bad_recipient(to))
        .or_else(|| {
            let pair = (from?.to_owned(), to.to_owned());
            let opted_out = state.opted_out.contains(&pair);
            opted_out.then_some((21610, "Attempt to send to unsubscribed recipient."))
        })
}

/// Twilio calls no host with an underscore in its name.
fn is_callback(url: &str) -> bool {
    let host = url::Url::parse(url).ok();
    let host = host.as_ref().and_then(url::Url::host_str);
    is_web_address(url) && url.len() <= 4000 && host.is_some_and(|host| !host.contains('_'))
}

fn bad_sender(state: &State, call: Call<'_>, from: &str) -> Option<(u32, &'static str)> {
    const NOT_OURS: (u32, &str) = (
        21606,
        "The 'From' phone number is not a valid, message-capable phone number of this account.",
    );
    match from {
        "+15005550001" => Some((21212, "The 'From' number is not a valid phone number.")),
        "+15005550007" => Some(NOT_OURS),
        "+15005550008" => Some((21611, "This 'From' number has exceeded its maximum queue.")),
        MAGIC_SENDER => None,
        _ if call.caller == Caller::Test => Some(NOT_OURS),
        _ if !is_e164(from) => Some((21212, "The 'From' number is not a valid phone number.")),
        _ => {
            let ours = state
                .numbers
                .iter()
                .any(|number| number.phone_number == from && number.texts);
            (!ours).then_some(NOT_OURS)
        }
    }
}

fn bad_recipient(to: &str) -> Option<(u32, &'static str)> {
    match to {
        "+15005550002" => Some((21612, "The 'To' number is not reachable from this 'From'.")),
        "+15005550003" => Some((21408, "Permission to send to that region is not enabled.")),
        "+15005550004" => Some((21610, "Attempt to send to unsubscribed recipient.")),
        "+15005550009" => Some((21614, "The 'To' number is not a valid mobile number.")),
        "+15005550001" => Some((21211, "The 'To' number is not a valid phone number.")),
        _ if !is_e164(to) => Some((21211, "The 'To' number is not a valid phone number.")),
        _ => None,
    }
}
