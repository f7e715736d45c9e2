//! SU-01, SU-02, SU-03, SU-07: what others wrote comes as it was written down, and is looked up.

use chrono::NaiveDate;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const NPM_LOCKS: [&str; 3] = [
    "frontend/package-lock.json",
    "frontend/widget/package-lock.json",
    "e2e/package-lock.json",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).expect("JSON")
}

#[test]
fn su_01_su_07_crates_and_secrets_are_looked_at_with_every_run_of_the_checks() {
    let parts = read("scripts/test.sh");
    let parts = parts.lines().find(|line| line.starts_with("parts=("));
    let words: Vec<&str> = parts.expect("parts").split([' ', '(', ')']).collect();
    for part in ["deny", "audit", "secrets"] {
        assert!(words.contains(&part), "{part}");
    }
}

#[test]
fn su_01_an_advisory_is_excepted_with_a_date_and_a_reason() {
    let settings = read(".cargo/audit.toml");
    let mut above = "";
    for line in settings.lines().map(str::trim) {
        if line.starts_with("\"RUSTSEC-") {
            let (date, reason) = above
                .trim_start_matches("# ")
                .split_once(": ")
                .expect("a date and a reason");
            assert!(
                date.parse::<NaiveDate>().is_ok() && reason.len() > 20,
                "{line}"
            );
        }
        above = line;
    }
}

#[test]
fn su_02_whatever_builds_takes_the_locked_versions() {
    let builds = [
        "cargo build",
        "cargo run",
        "cargo clippy",
        "cargo nextest run",
        "cargo deny",
        "cargo tree",
    ];
    let mut seen = 0;
    for file in [
        "justfile",
        "scripts/up.sh",
        "scripts/dev.sh",
        "scripts/web.sh",
        "scripts/directions.sh",
    ] {
        for line in read(file).lines().filter(|line| !line.starts_with('#')) {
            for build in builds {
                seen += line.matches(build).count();
                let locked = line.matches(&format!("{build} --locked")).count();
                assert_eq!(line.matches(build).count(), locked, "{file}: {line}");
            }
        }
    }
    assert!(seen >= 12, "{seen}");
    assert!(read("scripts/web.sh").contains("build --locked true"));
    assert!(read("scripts/install.sh").contains("npm ci"));
    assert!(!read("scripts/install.sh").contains("npm install"));
}

#[test]
fn su_02_crates_come_from_the_official_registry_each_with_its_checksum() {
    let lock = read("Cargo.lock");
    let mut from_registry = 0;
    for package in lock.split("[[package]]").skip(1) {
        let ours = package.contains("name = \"gangway");
        let official =
            package.contains("source = \"registry+https://github.com/rust-lang/crates.io-index\"");
        assert!(ours || official, "{package}");
        assert_eq!(official, package.contains("checksum = \""), "{package}");
        from_registry += usize::from(official);
    }
    assert!(from_registry > 300, "{from_registry}");
}

/// An address may be missing, then it is the official registry's; what comes must have the checksum.
#[test]
fn su_02_npm_packages_come_from_the_official_registry_each_with_its_checksum() {
    for path in NPM_LOCKS {
        let lock = json(path);
        let packages = lock["packages"].as_object().expect("packages");
        let installed: Vec<_> = packages
            .iter()
            .filter(|(name, _)| !name.is_empty())
            .collect();
        assert!(!installed.is_empty(), "{path}");
        for (name, package) in installed {
            let checksum = package["integrity"].as_str().unwrap_or_default();
            assert!(checksum.starts_with("sha512-"), "{path}: {name}");
            let from = package["resolved"].as_str();
            let official = |from: &str| from.starts_with("https://registry.npmjs.org/");
            assert!(from.is_none_or(official), "{path}: {name} from {from:?}");
            assert!(package["version"].is_string(), "{path}: {name}");
        }
        let folder = Path::new(path).parent().expect("a folder");
        let settings = read(&folder.join(".npmrc").display().to_string());
        assert!(!settings.contains("registry="), "{path}: another registry");
    }
}

#[test]
fn su_02_python_packages_are_pinned() {
    for line in read("scripts/requirements.txt").lines() {
        let pinned = line.split_once("==").is_some_and(|(name, version)| {
            !name.is_empty() && version.starts_with(|c: char| c.is_ascii_digit())
        });
        assert!(line.is_empty() || line.starts_with('#') || pinned, "{line}");
    }
}

#[test]
fn su_03_a_release_comes_with_the_list_of_what_it_is_made_of() {
    let recipe = read("justfile");
    let release = recipe.lines().find(|line| line.starts_with("release:"));
    assert!(release.expect("a recipe").contains("sbom"));
    #[expect(clippy::disallowed_methods, reason = "where the Python of tests is")]
    let python = std::env::var_os("GANGWAY_TEST_PYTHON");
    let python = python.filter(|python| Path::new(python).exists());
    let Some(python) = python else {
        println!("skipped: GANGWAY_TEST_PYTHON names no Python with cyclonedx-python-lib");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("gangway.cdx.json");
    let made = Command::new(python)
        .arg(root().join("scripts/sbom.py"))
        .arg(&file)
        .status();
    assert!(made.expect("runs").success());
    let text = std::fs::read_to_string(&file).expect("a file");
    let list: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(list["bomFormat"], "CycloneDX");
    assert_eq!(list["specVersion"], "1.6");
    assert_eq!(list["metadata"]["component"]["name"], "gangway");
    let components = list["components"].as_array().expect("components");
    let named = |name: &str| components.iter().find(|one| one["name"] == name);
    for name in ["actix-web", "sea-orm", "ring", "leptos", "daisyui"] {
        assert!(named(name).is_some(), "{name}");
    }
    assert!(named("proptest").is_none(), "only tests use it");
    let lock = read("Cargo.lock");
    let checksum = named("ring").expect("ring")["hashes"][0]["content"].clone();
    assert!(lock.contains(checksum.as_str().expect("a checksum")));
    for one in components {
        assert!(
            one["licenses"].is_array() && one["purl"].is_string(),
            "{one}"
        );
    }
}

#[test]
fn su_07_somebody_has_looked_at_whatever_is_taken_for_a_secret() {
    let baseline = json(".secrets.baseline");
    let files = baseline["results"].as_object().expect("files");
    for (file, found) in files {
        for one in found.as_array().expect("a list") {
            assert_eq!(one["is_secret"], false, "{file}: {one}");
        }
    }
}
