use serde_json::{Map, Value};
use url::form_urlencoded::Serializer;

use super::form;
use super::request::Request;

/// One page of a list in Twilio's envelope, with links relative to the host. The token names the
/// last item of the page before, so that items that come or go in between shift nothing.
pub(crate) fn page<T>(
    request: &Request,
    key: &str,
    items: &[T],
    sid: impl Fn(&T) -> &String,
    wire: impl Fn(&T) -> Value,
) -> Value {
    let number = |name| form::filled(&request.query, name)?.parse::<usize>().ok();
    let size = number("PageSize").unwrap_or(50).clamp(1, 1000);
    let page = number("Page").unwrap_or(0);
    let start = form::filled(&request.query, "PageToken")
        .and_then(|token| token.strip_prefix("PA"))
        .and_then(|last| items.iter().position(|item| sid(item) == last))
        .map_or(page.saturating_mul(size), |last| last + 1);
    let here = items.get(start..).unwrap_or_default();
    let here = here.get(..size).unwrap_or(here);
    let next = here
        .last()
        .filter(|_| start + here.len() < items.len())
        .map(|last| uri(request, size, page + 1, Some(sid(last))));
    let previous = (page > 0).then(|| uri(request, size, page - 1, None));
    let mut envelope = Map::new();
    for (name, value) in [
        (key, here.iter().map(wire).collect()),
        ("page", page.into()),
        ("page_size", size.into()),
        ("start", start.into()),
        ("end", (start + here.len()).saturating_sub(1).into()),
        ("uri", uri(request, size, page, None).into()),
        ("first_page_uri", uri(request, size, 0, None).into()),
        ("previous_page_uri", previous.into()),
        ("next_page_uri", next.into()),
    ] {
        envelope.insert(name.to_owned(), value);
    }
    Value::Object(envelope)
}

fn uri(request: &Request, size: usize, page: usize, last: Option<&String>) -> String {
    let kept = request
        .query
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "PageSize" | "Page" | "PageToken"));
    let mut query = Serializer::new(String::new());
    query
        .extend_pairs(kept)
        .append_pair("PageSize", &size.to_string())
        .append_pair("Page", &page.to_string());
    if let Some(last) = last {
        query.append_pair("PageToken", &format!("PA{last}"));
    }
    format!("{}?{}", request.path, query.finish())
}
