//! Calls compared with Twilio's published `OpenAPI` document.

mod encoding;
mod operation;
mod text;

use std::sync::Arc;

use serde_json::Value;

use crate::twilio::RequestSeen;
use operation::Operation;

/// Twilio's document. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Contract {
    document: Arc<Value>,
}

impl Contract {
    /// Reads the document, in JSON.
    pub fn read(json: &str) -> serde_json::Result<Self> {
        let document = Arc::new(serde_json::from_str(json)?);
        Ok(Self { document })
    }

    /// The name the document has for a call, such as `CreateMessage`.
    pub fn operation(&self, method: &str, path: &str) -> Option<&str> {
        Operation::find(&self.document, method, path).ok()?.name()
    }

    /// The names of all calls in the document.
    pub fn operations(&self) -> Vec<&str> {
        operation::names(&self.document)
    }

    /// Everything in which a call differs from the document, in words; empty when it is right.
    pub fn differences(&self, call: &RequestSeen) -> Vec<String> {
        let operation = match Operation::find(&self.document, &call.method, &call.path) {
            Ok(operation) => operation,
            Err(difference) => return vec![difference],
        };
        let mut found = Vec::new();
        if call.user.is_none() {
            found.push("the call is not signed in by HTTP Basic".to_owned());
        }
        found.extend(operation.path_differences());
        found.extend(operation.query_differences(&call.query));
        found.extend(encoding::differences(call, operation.form().is_some()));
        found.extend(operation.form_differences(&call.form));
        let call = format!("{} {}", call.method, call.path);
        found
            .into_iter()
            .map(|difference| format!("{call}: {difference}"))
            .collect()
    }
}

/// The schema itself, or the one it points to.
fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| document.pointer(reference.trim_start_matches('#')))
        .unwrap_or(schema)
}
