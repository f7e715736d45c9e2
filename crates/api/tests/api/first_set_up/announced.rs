use crate::support::process::{ended, gangway, tell};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;

/// What a server says on its console until it serves.
fn console(settings: &[(&str, &str)]) -> Vec<String> {
    let mut child = gangway(&["serve"], settings);
    let out = BufReader::new(child.stdout.take().expect("standard output"));
    let (mut said, mut lines) = (Vec::new(), out.lines());
    for line in lines.by_ref() {
        let line = line.expect("text");
        let serves = line.contains("serving");
        said.push(line);
        if serves {
            break;
        }
    }
    tell(&child, "INT");
    assert!(ended(child).0.success());
    // Until here the server has somewhere to write.
    drop(lines);
    said
}

#[test]
fn au_09_the_console_and_a_file_for_the_owner_alone_tell_the_token_until_it_is_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let settings = [("GANGWAY_DATA_DIR", data.as_str()), ("GANGWAY_LOG", "info")];
    let file = folder.path().join("set-up-token");

    let said = console(&settings);
    let told: Vec<&String> = said
        .iter()
        .filter(|line| line.contains("/set-up#"))
        .collect();
    let [line] = told.as_slice() else {
        panic!("not told once: {said:#?}")
    };
    let token = line.split_once('#').expect("a token").1;
    let token = token.split_whitespace().next().expect("a token");
    assert_eq!(token.len(), 43);
    let kept = std::fs::read_to_string(&file).expect("a file");
    assert_eq!(kept.trim(), token);
    let mode = std::fs::metadata(&file)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);

    // Again at the next start, also where somebody loosened the file meanwhile.
    let loose = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(&file, loose).expect("sets");
    assert!(console(&settings).iter().any(|line| line.contains(token)));
    let mode = std::fs::metadata(&file)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);

    let person = [
        "--first-name",
        "Olive",
        "--last-name",
        "Owner",
        "--email",
        "olive@harborit.example",
    ];
    let partner = ["partner", "create", "--company", "Harbor IT"];
    let made = gangway(&[&partner[..], &person].concat(), &settings);
    assert!(ended(made).0.success());
    let said = console(&settings);
    assert!(
        !said.iter().any(|line| line.contains("set-up")),
        "{said:#?}"
    );
    assert!(!file.exists(), "the file goes with the token");
}
