//! Where the contract has lists and where it has objects.

use super::openapi_json;
use serde_json::Value;

/// Whether a body has lists only where its schema has them. Reading alone would not tell: it takes a
/// list of values for an object's fields in their order.
pub fn lists_fit(name: &str, body: &Value) -> bool {
    let schemas = openapi_json().pointer("/components/schemas");
    let schema = schemas.and_then(|schemas| schemas.get(name));
    schema.is_none_or(|schema| fits(schema, body))
}

fn fits(schema: &Value, value: &Value) -> bool {
    if let Some(at) = schema["$ref"].as_str() {
        let named = openapi_json().pointer(at.trim_start_matches('#'));
        return named.is_none_or(|schema| fits(schema, value));
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        return choices.iter().any(|choice| fits(choice, value));
    }
    match value {
        Value::Array(items) => {
            is_list(schema) && items.iter().all(|item| fits(&schema["items"], item))
        }
        Value::Object(fields) => {
            let known = &schema["properties"];
            fields
                .iter()
                .all(|(name, value)| known.get(name).is_none_or(|schema| fits(schema, value)))
        }
        _ => true,
    }
}

fn is_list(schema: &Value) -> bool {
    let kind = &schema["type"];
    kind == "array"
        || kind
            .as_array()
            .is_some_and(|kinds| kinds.iter().any(|one| one == "array"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn id_01_a_list_is_no_object_wherever_it_stands() {
        for (name, body, wanted) in [
            ("SendInvite", json!({"email": "a@x.example"}), true),
            ("SendInvite", json!(["a@x.example"]), false),
            ("Draft", json!([null, null]), false),
            (
                "Draft",
                json!({"company_info": {"name": "A"}, "team": [{"email": "a"}]}),
                true,
            ),
            ("Draft", json!({"company_info": ["A"]}), false),
            ("Draft", json!({"team": [["a"]]}), false),
            ("Draft", json!({"team": null}), true),
            ("InviteTeam", json!({"members": []}), true),
            (
                "CreateClient",
                json!({"company": [], "administrator": {}}),
                false,
            ),
        ] {
            assert_eq!(lists_fit(name, &body), wanted, "{name} {body}");
        }
    }
}
