//! The `gangway` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    // Named by the environment variable FAILPOINTS; a release build has none.
    #[cfg(feature = "failpoints")]
    let _fail_points = fail::FailScenario::setup();
    gangway::cli::main()
}
