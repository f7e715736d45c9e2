use serde_json::json;

use super::answer::Answer;
use super::auth::{self, Caller};
use super::date;
use super::route::Call;
use super::state::State;

/// The account; API keys may not read it.
pub(crate) fn fetch(state: &State, call: Call<'_>) -> Answer {
    if call.caller == Caller::ApiKey {
        return auth::authenticate();
    }
    let sid = call.account;
    Answer::ok(json!({
        "sid": sid,
        "owner_account_sid": sid,
        "friendly_name": "Sandbox",
        "status": "active",
        "type": if state.quirks.trial_account { "Trial" } else { "Full" },
        "date_created": date(state.started_at),
        "date_updated": date(state.started_at),
        "uri": format!("/2010-04-01/Accounts/{sid}.json"),
    }))
}
