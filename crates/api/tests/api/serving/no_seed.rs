use std::process::Command;

fn says(arguments: &[&str]) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_gangway"))
        .args(arguments)
        .env_clear()
        .output();
    let ran = ran.expect("runs");
    let text = [ran.stdout, ran.stderr].concat();
    String::from_utf8(text).expect("text").to_lowercase()
}

#[test]
fn h2_no_option_and_no_setting_makes_chance_predictable() {
    let mut words = says(&["--help"]);
    assert!(words.contains("serve"), "{words}");
    for command in [
        "serve", "migrate", "openapi", "settings", "partner", "doctor",
    ] {
        assert!(words.contains(command), "{command} is not in the help");
        words.push_str(&says(&[command, "--help"]));
    }
    words.push_str(&says(&["partner", "create", "--help"]));
    words.push_str(&says(&["settings"]));
    for word in ["seed", "determin", "entropy", "rng", "predict"] {
        assert!(!words.contains(word), "{word}: {words}");
    }
}

#[test]
fn h2_a_seed_is_not_taken_as_an_option() {
    assert!(says(&["serve", "--seed", "1"]).contains("unexpected argument '--seed'"));
}
