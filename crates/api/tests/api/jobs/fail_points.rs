//! H5: every fail point in the source is tried by some test.

use std::collections::BTreeSet;
use std::path::Path;

/// Where a process is killed while it does a job, by kind of job.
pub const OF_JOBS: [(&str, &[&str]); 13] = [
    ("client_removed", &["job_claimed", "job_done"]),
    ("file_removed", &["job_claimed", "job_done"]),
    ("files_swept", &["job_claimed", "job_done"]),
    (
        "import_advanced",
        &[
            "job_claimed",
            "import_checked_some",
            "before_import_batch",
            "after_import_batch",
            "import_at_its_end",
            "import_undone_some",
            "job_done",
        ],
    ),
    ("import_tidied", &["job_claimed", "job_done"]),
    (
        "installation_checked",
        &["job_claimed", "before_look", "after_look", "job_done"],
    ),
    (
        "mail_sent",
        &["job_claimed", "before_mail", "after_mail", "job_done"],
    ),
    (
        "number_bought",
        &[
            "job_claimed",
            "number_chosen",
            "before_buy",
            "after_buy",
            "before_number_commit",
            "after_number_commit",
            "job_done",
        ],
    ),
    ("number_hooked", &["job_claimed", "job_done"]),
    ("old_rows_pruned", &["job_claimed", "job_done"]),
    ("text_looked_up", &["job_claimed", "job_done"]),
    (
        "text_sent",
        &[
            "job_claimed",
            "after_text",
            "before_text_commit",
            "job_done",
            "before_text",
        ],
    ),
    (
        "texts_caught_up",
        &[
            "job_claimed",
            "before_missed_commit",
            "after_missed_commit",
            "job_done",
        ],
    ),
];
/// Where a process is killed while it answers a request.
pub const OF_REQUESTS: [&str; 2] = ["before_commit", "after_commit"];
/// Where a process is killed while it keeps a file.
pub const OF_UPLOADS: [&str; 3] = ["object_written", "objects_written", "file_kept"];
/// Where a process is killed while it takes a list of clients.
pub const OF_LISTS: [&str; 1] = ["list_received"];
/// Where a process dies while it takes what the provider brings.
pub const OF_WEBHOOKS: [&str; 4] = [
    "before_hook_commit",
    "after_hook_commit",
    "before_status_commit",
    "after_status_commit",
];
/// Where a process is killed while it starts.
pub const OF_STARTS: [&str; 1] = ["migrated"];
/// What a job does instead of its work, what becomes of it, how long it is waited for, or what happens meanwhile.
const INSTEAD: [&str; 8] = [
    "client_removal_begun",
    "client_to_be_removed",
    "job_panics",
    "job_hangs",
    "job_overflows",
    "job_eats",
    "mail_not_written",
    "short_lease",
];

fn named(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            named(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(path).expect("text");
            let found = text.split("fail_point!(\"").skip(1);
            names.extend(
                found
                    .filter_map(|rest| rest.split('"').next())
                    .map(str::to_owned),
            );
        }
    }
}

#[test]
fn h5_every_fail_point_is_tried() {
    let mut names = BTreeSet::new();
    named(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut names,
    );
    let of_jobs = OF_JOBS.iter().flat_map(|(_, points)| points.iter());
    let tried = of_jobs
        .chain(&OF_REQUESTS)
        .chain(&OF_UPLOADS)
        .chain(&OF_LISTS)
        .chain(&OF_WEBHOOKS)
        .chain(&OF_STARTS)
        .chain(&INSTEAD)
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(names, tried);
    let kinds: Vec<&str> = OF_JOBS.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        gangway::jobs::Job::KINDS,
        "every kind of job is killed"
    );
}

#[test]
fn h5_a_build_without_the_feature_has_none() {
    assert!(fail::has_failpoints(), "these tests have them");
    let manifest = include_str!("../../../Cargo.toml");
    assert!(manifest.contains("failpoints = [\"fail/failpoints\"]"));
    assert!(
        !manifest.contains("default = ["),
        "no feature is on by itself"
    );
}
