//! The inputs a product must withstand, kept beside the project.

use gangway_sandbox::Contract;
use serde_json::Value;
use std::path::PathBuf;

/// A JSON file of the corpora; none, with a line that says so, where they are not there.
pub fn json(path: &str) -> Option<Value> {
    let text = shared(&format!("corpora/{path}"))?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// Twilio's document of its API; none, with a line that says so, where it is not there.
pub fn twilio_contract() -> Option<Contract> {
    let text = shared("contracts/twilio_api_v2010.subset.json")?;
    Some(Contract::read(&text).expect("a document"))
}

/// A file of the corpora; none, with a line that says so, where they are not there.
pub fn bytes(path: &str) -> Option<Vec<u8>> {
    shared_bytes(&format!("corpora/{path}"))
}

fn shared(path: &str) -> Option<String> {
    shared_bytes(path).map(|bytes| String::from_utf8(bytes).expect("text"))
}

fn shared_bytes(path: &str) -> Option<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "where the corpora are")]
    let shared = std::env::var("GANGWAY_SHARED").map_or_else(
        |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let bytes = std::fs::read(shared.join(path)).ok();
    if bytes.is_none() {
        println!("skipped: {path} is not there");
    }
    bytes
}
