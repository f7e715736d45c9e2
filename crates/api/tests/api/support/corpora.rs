//! The inputs a product must withstand, kept beside the project.

use serde_json::Value;
use std::path::PathBuf;

/// A JSON file of the corpora; none, with a line that says so, where they are not there.
pub fn json(path: &str) -> Option<Value> {
    #[expect(clippy::disallowed_methods, reason = "where the corpora are")]
    let shared = std::env::var("GANGWAY_SHARED").map_or_else(
        |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let file = shared.join("corpora").join(path);
    match std::fs::read(&file) {
        Ok(bytes) => Some(serde_json::from_slice(&bytes).expect("JSON")),
        Err(_) => {
            println!("skipped: {path} is not there");
            None
        }
    }
}
