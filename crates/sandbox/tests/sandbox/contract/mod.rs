//! Calls and answers compared with Twilio's own `OpenAPI` document.

mod answers;
mod calls;
mod differences;

use std::path::PathBuf;

use gangway_sandbox::Contract;

/// The text of the document; none, with a line that says so, where it is not there.
pub fn text() -> Option<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test finds its data beside the workspace or where the environment says"
    )]
    let folder = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let file = "contracts/twilio_api_v2010.subset.json";
    let text = std::fs::read_to_string(folder.join(file)).ok();
    if text.is_none() {
        println!("skipped: {file} is not here");
    }
    text
}

pub fn contract() -> Option<Contract> {
    text().map(|text| Contract::read(&text).unwrap())
}
