use super::answer::Answer;
use super::request::Request;
use super::state::State;

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    Account,
    ApiKey,
    /// The test credentials: magic numbers only, and nothing is kept.
    Test,
}

/// Whether the credentials are right and belong to the account of the path.
pub(crate) fn caller(state: &State, request: &Request, account: &str) -> Result<Caller, Answer> {
    let options = &state.options;
    let given = request.credentials.as_ref();
    let is = |sid: &str, secret: &str| {
        given.is_some_and(|(user, password)| user == sid && password == secret)
    };
    let is_pair = |pair: &Option<(String, String)>| {
        pair.as_ref().is_some_and(|(sid, secret)| is(sid, secret))
    };
    let (caller, owner) = if is(&options.account_sid, &options.auth_token) {
        (Caller::Account, options.account_sid.as_str())
    } else if is_pair(&options.api_key) {
        (Caller::ApiKey, options.account_sid.as_str())
    } else if is_pair(&options.test_credentials) {
        (Caller::Test, given.map_or("", |(user, _)| user.as_str()))
    } else {
        return Err(authenticate());
    };
    if account == owner {
        Ok(caller)
    } else {
        Err(authenticate())
    }
}

pub(crate) fn authenticate() -> Answer {
    Answer::refused(401, 20003, "Authenticate")
}
