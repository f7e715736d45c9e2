//! SU-04, SU-05, H1, H3: the lints that hold the house, and who is let off.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The crates of the workspace, by folder.
fn members() -> Vec<String> {
    let manifest = read("Cargo.toml");
    let list = manifest
        .split("members = [")
        .nth(1)
        .and_then(|rest| rest.split(']').next());
    let quoted = list.expect("members").split('"').skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

#[test]
fn su_04_su_05_every_crate_takes_the_lints_of_the_workspace() {
    let members = members();
    assert!(members.len() >= 8, "{members:?}");
    for member in members {
        let manifest = read(&format!("{member}/Cargo.toml"));
        assert!(manifest.contains("[lints]\nworkspace = true"), "{member}");
    }
}

#[test]
fn su_04_su_05_unsafe_code_and_unwrapping_are_forbidden() {
    let manifest = read("Cargo.toml");
    let lints = manifest
        .split("[workspace.lints.rust]")
        .nth(1)
        .expect("lints");
    let lints = lints.split("\n[profile").next().expect("lints");
    for line in [
        "unsafe_code = \"forbid\"",
        "unwrap_used = \"deny\"",
        "expect_used = \"deny\"",
        "indexing_slicing = \"deny\"",
        "allow_attributes = \"deny\"",
        "disallowed_methods = \"deny\"",
        "disallowed_types = \"deny\"",
    ] {
        assert!(lints.lines().any(|known| known == line), "{line}");
    }
}

#[test]
fn su_05_only_tests_may_unwrap() {
    let settings = read("clippy.toml");
    let allowed = settings.lines().filter(|line| line.starts_with("allow-"));
    for line in allowed {
        assert!(line.contains("-in-tests ="), "{line}");
    }
}

#[test]
fn h1_h3_clock_chance_and_connections_are_held_by_lints() {
    let settings = read("clippy.toml");
    for path in [
        "chrono::Utc::now",
        "std::time::SystemTime::now",
        "uuid::Uuid::now_v7",
        "uuid::Uuid::new_v4",
        "std::env::var",
        "reqwest::Client::new",
        "reqwest::Client::builder",
        "std::net::TcpStream",
        "tokio::net::TcpStream",
        "sea_orm::EntityTrait::find",
    ] {
        assert!(settings.contains(&format!("path = \"{path}\"")), "{path}");
    }
}

/// Whoever is let off a lint says why, and nobody is let off these.
#[test]
fn su_05_nobody_is_let_off_in_silence() {
    let mut looked = 0;
    for member in members() {
        each_source(&root().join(member).join("src"), &mut |path, text| {
            looked += 1;
            for never in [
                "#[allow(",
                "#![allow(",
                "expect(unsafe_code",
                "expect(clippy::unwrap_used",
            ] {
                assert!(!text.contains(never), "{never} in {}", path.display());
            }
        });
    }
    assert!(looked > 200, "{looked} files");
}

fn each_source(folder: &Path, seen: &mut impl FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            each_source(&path, seen);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            seen(&path, &std::fs::read_to_string(&path).expect("text"));
        }
    }
}
