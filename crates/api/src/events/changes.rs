//! What changed between two forms of the same thing.

use serde_json::{Map, Value, json};

/// The fields in which two objects differ, each with what it was and what it is. Fields are texts of
/// people; nothing secret is in the objects that are compared.
pub fn changes(before: &Value, after: &Value) -> Value {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else {
        return json!({});
    };
    let changed = after.iter().filter_map(|(field, now)| {
        let was = before.get(field).unwrap_or(&Value::Null);
        (was != now).then(|| (field.clone(), json!({"before": was, "after": now})))
    });
    Value::Object(changed.collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ob_01_only_fields_that_differ_are_kept() {
        let before = json!({"name": "A", "city": "B", "region": null});
        let after = json!({"name": "A", "city": "C", "region": "D"});
        assert_eq!(
            changes(&before, &after),
            json!({"city": {"before": "B", "after": "C"}, "region": {"before": null, "after": "D"}})
        );
    }
}
