//! Its schemas are sound, and requests take no unknown field.

use super::lint::followed;
use crate::support::{Operation, operations};
use gangway::contract::openapi_json;

#[test]
fn h9_bodies_are_json_and_take_no_unknown_field() {
    for operation in operations().into_iter().filter(Operation::takes_body) {
        let body = &operation.about["requestBody"];
        assert_eq!(body["required"], true, "{}", operation.id);
        let media = body["content"].as_object().expect("content");
        assert_eq!(
            media.keys().collect::<Vec<_>>(),
            ["application/json"],
            "{}",
            operation.id
        );
        let schema = followed(&media["application/json"]["schema"]);
        assert_eq!(schema["additionalProperties"], false, "{}", operation.id);
    }
}

#[test]
fn h9_every_schema_is_a_json_schema() {
    let components = &openapi_json()["components"];
    for (name, schema) in components["schemas"].as_object().expect("schemas") {
        assert!(
            name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'),
            "{name}"
        );
        assert!(jsonschema::draft202012::meta::is_valid(schema), "{name}");
        let mut whole = schema.clone();
        whole["components"] = components.clone();
        jsonschema::draft202012::new(&whole).unwrap_or_else(|error| panic!("{name}: {error}"));
        let properties = schema["properties"].as_object();
        for field in schema["required"].as_array().into_iter().flatten() {
            let field = field.as_str().expect("a name");
            assert!(
                properties.is_some_and(|known| known.contains_key(field)),
                "{name}.{field}"
            );
        }
    }
}
