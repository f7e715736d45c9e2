//! Names and values, as queries and form bodies carry them.

/// In the order they came; a name may come twice.
pub(crate) type Pairs = Vec<(String, String)>;

pub(crate) fn parse(text: &[u8]) -> Pairs {
    url::form_urlencoded::parse(text).into_owned().collect()
}

/// The first value of a name; an empty one counts as given.
pub(crate) fn value<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.as_str())
}

/// The first value of a name, unless it is empty.
pub(crate) fn filled<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    value(pairs, name).filter(|value| !value.is_empty())
}
