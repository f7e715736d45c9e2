//! The words by which people opt out and in, and what Twilio answers them by itself.

use super::state::State;

const STOP: [&str; 8] = [
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
];
const START: [&str; 3] = ["START", "YES", "UNSTOP"];
const HELP: [&str; 2] = ["HELP", "INFO"];

const STOPPED: &str = "You have successfully been unsubscribed. You will not receive any more \
    messages from this number. Reply START to resubscribe.";
const STARTED: &str = "You have successfully been re-subscribed to messages from this number. \
    Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
const HELPED: &str = "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";

/// Obeys a word that is the whole text. Answers with what Twilio texts back; it says nothing to
/// somebody who was out, or in, already.
pub(super) fn obey(
    state: &mut State,
    company: &str,
    person: &str,
    body: &str,
) -> Option<&'static str> {
    let word = body.trim().to_ascii_uppercase();
    let word = word.as_str();
    let pair = (company.to_owned(), person.to_owned());
    if STOP.contains(&word) {
        state.opted_out.insert(pair).then_some(STOPPED)
    } else if START.contains(&word) {
        state.opted_out.remove(&pair).then_some(STARTED)
    } else {
        HELP.contains(&word).then_some(HELPED)
    }
}
