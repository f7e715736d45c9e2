use super::{About, Setting, Values, parse};

/// What a partner's own programs may ask.
#[derive(Clone, Copy, Debug)]
pub struct ApiKeys {
    pub requests_per_minute: u32,
}

static REQUESTS: Setting<u32> = Setting {
    about: About {
        name: "GANGWAY_API_KEY_REQUESTS_PER_MINUTE",
        key: "api_keys.requests_per_minute",
        default: "600",
        secret: false,
        doc: "Requests that each API key may make in a minute, counted together by all instances; a fifth of them at once.",
    },
    parse: parse::number::<u32, 60, 60_000>,
};

pub(super) static TABLE: &[&About] = &[&REQUESTS.about];

pub(super) fn read(values: &mut Values) -> Option<ApiKeys> {
    let requests_per_minute = values.get(&REQUESTS)?;
    Some(ApiKeys {
        requests_per_minute,
    })
}
