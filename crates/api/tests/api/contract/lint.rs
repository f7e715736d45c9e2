//! The document is sound OpenAPI 3.1.

use crate::support::operations;
use gangway::contract::openapi_json;
use serde_json::Value;
use std::collections::BTreeSet;

/// Calls `seen` with every value and its address.
fn walk(at: &str, value: &Value, seen: &mut impl FnMut(&str, &Value)) {
    seen(at, value);
    match value {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, value)| walk(&format!("{at}/{name}"), value, seen));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(i, item)| walk(&format!("{at}/{i}"), item, seen));
        }
        _ => {}
    }
}

/// What an address of the document means.
pub fn followed(value: &'static Value) -> &'static Value {
    let at = value["$ref"].as_str();
    at.map_or(value, |at| {
        openapi_json()
            .pointer(at.trim_start_matches('#'))
            .expect("it is there")
    })
}

#[test]
fn h9_it_says_what_it_is() {
    let document = openapi_json();
    assert!(
        document["openapi"]
            .as_str()
            .is_some_and(|version| version.starts_with("3.1."))
    );
    assert_eq!(document["servers"][0]["url"], "/");
    assert!(document["info"]["version"].is_string() && document["info"]["license"].is_object());
    for scheme in ["access_token", "api_key"] {
        let scheme = &document["components"]["securitySchemes"][scheme]["scheme"];
        assert_eq!(scheme, "bearer");
    }
}

#[test]
fn h9_no_reference_dangles_and_nothing_is_described_in_vain() {
    let mut used = BTreeSet::new();
    walk("", openapi_json(), &mut |at, value| {
        if at.ends_with("/$ref") {
            let to = value
                .as_str()
                .expect("an address")
                .trim_start_matches('#')
                .to_owned();
            assert!(
                openapi_json().pointer(&to).is_some(),
                "{at} leads nowhere: {to}"
            );
            used.insert(to);
        }
    });
    for kind in ["schemas", "headers", "responses"] {
        for name in openapi_json()["components"][kind]
            .as_object()
            .expect("components")
            .keys()
        {
            let at = format!("/components/{kind}/{name}");
            assert!(used.contains(&at), "{at} is used nowhere");
        }
    }
}

#[test]
fn h9_no_leftovers_of_how_it_is_made_or_of_older_versions() {
    let known = ["x-roles", "x-scope"];
    walk("", openapi_json(), &mut |at, value| {
        let name = at.rsplit('/').next().unwrap_or_default();
        assert!(!name.starts_with("x-") || known.contains(&name), "{at}");
        assert!(
            !matches!(name, "nullable" | "exclusiveMinimum" | "example"),
            "{at}"
        );
        if name == "description" || name == "summary" {
            assert!(
                value.as_str().is_none_or(|words| !words.trim().is_empty()),
                "{at} is empty"
            );
        }
    });
}

#[test]
fn h9_operation_ids_are_unique_and_tags_are_described() {
    let ids: Vec<&str> = operations().iter().map(|operation| operation.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let tags = openapi_json()["tags"].as_array().expect("tags");
    for operation in operations() {
        let tag = &operation.about["tags"][0];
        assert!(tags.iter().any(|known| known["name"] == *tag), "{tag}");
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        assert!(operation.id.bytes().all(plain), "{}", operation.id);
    }
}

#[test]
fn h9_parameters_fit_their_paths() {
    for operation in operations() {
        let parameters = operation.about["parameters"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let of_path = |parameter: &&Value| parameter["in"] == "path";
        let described: BTreeSet<&str> = parameters
            .iter()
            .filter(of_path)
            .filter_map(|one| one["name"].as_str())
            .collect();
        let named = operation
            .path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next());
        assert_eq!(described, named.collect(), "{}", operation.id);
        let mut seen = BTreeSet::new();
        for parameter in &parameters {
            let place = parameter["in"].as_str().expect("a place");
            let name = parameter["name"].as_str().expect("a name").to_lowercase();
            assert!(
                ["path", "query", "header"].contains(&place),
                "{}",
                operation.id
            );
            assert!(
                place != "path" || parameter["required"] == true,
                "{}",
                operation.id
            );
            assert!(parameter["schema"].is_object(), "{}: {name}", operation.id);
            assert!(
                seen.insert((place.to_owned(), name)),
                "{}: twice",
                operation.id
            );
        }
    }
}

#[test]
fn h9_responses_are_complete() {
    for operation in operations() {
        let responses = operation.about["responses"].as_object().expect("responses");
        let good = responses
            .keys()
            .filter(|status| status.starts_with('2'))
            .count();
        // A right password opens a session, or asks for a code; a list may have been uploaded before.
        let ways = match operation.id {
            "sign_in" | "confirm_sign_up" | "upload_import" => 2,
            _ => 1,
        };
        assert_eq!(good, ways, "{}: ways to be right", operation.id);
        for (status, response) in responses {
            let (at, response) = (format!("{} {status}", operation.id), followed(response));
            assert!(
                status
                    .parse()
                    .is_ok_and(|status: u16| (200..600).contains(&status)),
                "{at}"
            );
            assert!(response["description"].is_string(), "{at}");
            assert!(response["headers"]["X-Request-Id"].is_object(), "{at}");
            let content = response["content"].as_object();
            assert_eq!(
                content.is_none(),
                status == "204" || status == "304",
                "{at}: a body"
            );
            let ours = [
                "application/json",
                "application/problem+json",
                "image/png",
                "text/csv",
                "text/event-stream",
                "text/plain",
                "text/xml",
            ];
            let mut media = content
                .into_iter()
                .flatten()
                .map(|(media, _)| media.as_str());
            assert!(media.all(|media| ours.contains(&media)), "{at}");
        }
    }
}
