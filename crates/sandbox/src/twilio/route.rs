use chrono::{DateTime, Utc};

use super::answer::Answer;
use super::auth::{self, Caller};
use super::request::Request;
use super::state::State;
use super::{account, messages, numbers, search, send};

/// What the call is made with, besides itself.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub request: &'a Request,
    pub caller: Caller,
    /// The account of the path; the test account has its own.
    pub account: &'a str,
    pub at: DateTime<Utc>,
    /// Whether a fault says that there are no numbers to be had.
    pub no_numbers: bool,
}

/// Does what the call asks and says what Twilio would. Paths without `.json` would be answered in
/// XML, which nobody of ours reads: they are not found.
pub(crate) fn answer(
    state: &mut State,
    request: &Request,
    at: DateTime<Utc>,
    no_numbers: bool,
) -> Answer {
    let missing = || Answer::not_found(&request.path);
    let Some(path) = request.path.strip_prefix("/2010-04-01/Accounts/") else {
        return missing();
    };
    let Some(path) = path.strip_suffix(".json") else {
        return missing();
    };
    let mut segments = path.split('/');
    let account = segments.next().unwrap_or_default();
    let caller = match auth::caller(state, request, account) {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    let call = Call {
        request,
        caller,
        account,
        at,
        no_numbers,
    };
    let segments: Vec<&str> = segments.collect();
    let method = request.method.as_str();
    if caller == Caller::Test
        && !matches!(
            (method, segments.as_slice()),
            ("POST", ["IncomingPhoneNumbers" | "Messages"])
        )
    {
        let message = "Resource not accessible with Test Account Credentials";
        return Answer::refused(403, 20008, message);
    }
    match (method, segments.as_slice()) {
        ("GET", []) => account::fetch(state, call),
        ("GET", ["AvailablePhoneNumbers"]) => search::countries(call),
        ("GET", ["AvailablePhoneNumbers", country]) => search::country(call, country),
        ("GET", ["AvailablePhoneNumbers", country, kind]) => {
            search::search(state, call, country, kind)
        }
        ("GET", ["IncomingPhoneNumbers"]) => numbers::list(state, call, None),
        ("GET", ["IncomingPhoneNumbers", kind @ ("Local" | "TollFree")]) => {
            numbers::list(state, call, Some(kind))
        }
        ("POST", ["IncomingPhoneNumbers"]) => numbers::buy(state, call, None),
        ("POST", ["IncomingPhoneNumbers", kind @ ("Local" | "TollFree")]) => {
            numbers::buy(state, call, Some(kind))
        }
        ("GET", ["IncomingPhoneNumbers", sid]) => numbers::fetch(state, call, sid),
        ("POST", ["IncomingPhoneNumbers", sid]) => numbers::update(state, call, sid),
        ("DELETE", ["IncomingPhoneNumbers", sid]) => numbers::release(state, call, sid),
        ("GET", ["Messages"]) => messages::list(state, call),
        ("POST", ["Messages"]) => send::send(state, call),
        ("GET", ["Messages", sid]) => messages::fetch(state, call, sid),
        ("POST", ["Messages", sid]) => messages::update(state, call, sid),
        ("DELETE", ["Messages", sid]) => messages::delete(state, call, sid),
        (
            _,
            []
            | ["AvailablePhoneNumbers", ..]
            | ["IncomingPhoneNumbers" | "Messages"]
            | ["IncomingPhoneNumbers" | "Messages", _],
        ) => Answer::refused(405, 20004, "Method not allowed"),
        _ => missing(),
    }
}
