use std::path::PathBuf;

use serde::de::DeserializeOwned;

/// The file below `shared/corpora`, or nothing (and a line that says so) when it is not there.
#[expect(
    clippy::disallowed_methods,
    reason = "the place of the test data is no setting of the product"
)]
pub fn read<T: DeserializeOwned>(path: &str) -> Option<T> {
    let shared = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let file = shared.join("corpora").join(path);
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: no {}", file.display());
        return None;
    };
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}")))
}
