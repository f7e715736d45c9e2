//! Has the server built again when the browser application changed, where it is inside the binary.

use std::{env, fs, io};

/// See `src/assets/mod.rs`.
const FOLDERS: &[&str] = &["../../frontend/dist", "../../frontend/widget/dist"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if is_release() {
        for folder in FOLDERS {
            // A folder that is missing would count as changed on every build.
            fs::create_dir_all(folder)?;
            println!("cargo::rerun-if-changed={folder}");
        }
    }
    Ok(())
}

/// Other builds read the files when they are asked for.
#[expect(
    clippy::disallowed_methods,
    reason = "cargo speaks to build scripts by variables"
)]
fn is_release() -> bool {
    env::var("PROFILE").is_ok_and(|profile| profile == "release")
}
