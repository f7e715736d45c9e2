//! What fields of requests look like: the same name means the same everywhere. The rules themselves
//! are in `gangway_domain::rules`; what they refuse beyond this is told by the answer.

use gangway_domain::roles::{Permission, StaffRole};
use serde_json::{Map, Value, json};

/// What is known of a field by its name.
fn known(name: &str) -> Value {
    match name {
        "email" | "support_email" | "reply_to" | "to" => example("jane@client.example"),
        "token" => json!({"minLength": 1, "maxLength": 200}),
        "code" => example("123456"),
        "challenge" => json!({"maxLength": 300}),
        "password" => {
            json!({"minLength": 1, "examples": ["violet otters swim north"], "format": "password"})
        }
        "first_name" => example("Jane"),
        "last_name" => example("Doe"),
        "company_name" | "name" => example("Harbor Bakery"),
        "address_line1" => example("1 Harbour Street"),
        "address_line2" => example("Second floor"),
        "city" => example("Portland"),
        "region" => example("Maine"),
        "postal_code" => example("04101"),
        "country" => example("US"),
        "time_zone" => example("America/New_York"),
        "website" => example("https://www.client.example"),
        "it_glue_address" => example("harbor.itglue.com"),
        "support_name" => example("Harbor help desk"),
        "support_phone" => example("+12075550100"),
        "services_note" => example("We are glad to place it for you."),
        "role" => json!({"enum": StaffRole::ALL.map(StaffRole::as_str)}),
        _ => json!({}),
    }
}

fn example(text: &str) -> Value {
    json!({ "examples": [text] })
}

/// Adds to the texts of a request what is known of them. A text that is needed is not empty.
pub fn describe(of: &str, schema: &mut Value) {
    let required = schema
        .get("required")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    if let Some(scopes) = properties.get_mut("scopes").and_then(Value::as_object_mut) {
        let held: Vec<&str> = Permission::ALL
            .iter()
            .filter(|permission| permission.for_keys())
            .map(|permission| permission.scope())
            .collect();
        scopes.insert("items".to_owned(), json!({"type": "string", "enum": held}));
        scopes.insert("minItems".to_owned(), json!(1));
    }
    for (name, field) in properties {
        let Some(field) = field.as_object_mut().filter(|field| is_text(field)) else {
            continue;
        };
        // Lines of a team are answered one by one, empty ones too.
        if of != "TeamMember" && required.iter().any(|needed| needed == name) {
            field.insert("minLength".to_owned(), json!(1));
        }
        if let Value::Object(known) = known(name) {
            field.extend(known);
        }
    }
}

fn is_text(field: &Map<String, Value>) -> bool {
    let text = json!("string");
    let kind = field.get("type");
    kind == Some(&text)
        || kind
            .and_then(Value::as_array)
            .is_some_and(|kinds| kinds.contains(&text))
}
