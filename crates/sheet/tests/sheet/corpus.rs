use std::path::PathBuf;

/// The file below `shared/corpora/csv`, or nothing (and a line that says so) when it is not there.
#[expect(
    clippy::disallowed_methods,
    reason = "the place of the test data is no setting of the product"
)]
pub fn read(name: &str) -> Option<Vec<u8>> {
    let shared = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let file = shared.join("corpora/csv").join(name);
    let Ok(bytes) = std::fs::read(&file) else {
        println!("skipped: no {}", file.display());
        return None;
    };
    Some(bytes)
}
