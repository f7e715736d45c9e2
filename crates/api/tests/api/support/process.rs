//! The real binary, as an operator starts it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};

/// `gangway` with these settings and no other environment; free ports unless said otherwise.
pub fn gangway(arguments: &[&str], settings: &[(&str, &str)]) -> Child {
    gangway_under(&[], arguments, settings)
}

/// As [`gangway`], started by another program such as `strace`.
pub fn gangway_under(under: &[&str], arguments: &[&str], settings: &[(&str, &str)]) -> Child {
    let words: Vec<&str> = [under, &[env!("CARGO_BIN_EXE_gangway")], arguments].concat();
    Command::new(words[0])
        .args(&words[1..])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("GANGWAY_LISTEN", "127.0.0.1:0")
        .env("GANGWAY_METRICS_LISTEN", "off")
        .env("GANGWAY_WORKERS", "1")
        .envs(settings.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// How it ended, and what it said on standard error.
pub fn ended(mut child: Child) -> (ExitStatus, String) {
    let mut words = String::new();
    let mut error = child.stderr.take().expect("standard error");
    error.read_to_string(&mut words).expect("text");
    (child.wait().expect("it ends"), words)
}

/// Sends a signal by name.
pub fn tell(child: &Child, signal: &str) {
    let told = Command::new("kill")
        .args(["-s", signal, &child.id().to_string()])
        .status();
    assert!(told.expect("kill").success());
}

/// A server that is ready, and its address without a slash at the end.
pub fn serving(settings: &[(&str, &str)]) -> (Child, String) {
    gangway::outgoing::install_crypto();
    let mut child = gangway(&["serve"], settings);
    let base = ready(&mut child).expect("it ended before it was ready");
    (child, base)
}

/// The address of a server once it is ready; none when it ends before.
pub fn ready(child: &mut Child) -> Option<String> {
    let mut out = BufReader::new(child.stdout.take().expect("standard output"));
    let mut line = String::new();
    while !line.starts_with("Gangway ") {
        line.clear();
        if out.read_line(&mut line).expect("text") == 0 {
            return None;
        }
    }
    let base = line
        .split_whitespace()
        .last()
        .expect("an address")
        .trim_end_matches('/')
        .to_owned();
    // Nobody reads the rest, but it must have somewhere to go.
    std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    Some(base)
}

/// As [`serving`], with what it says on standard output.
pub fn serving_aloud(settings: &[(&str, &str)]) -> (Child, String, Arc<Mutex<Vec<String>>>) {
    gangway::outgoing::install_crypto();
    let mut child = gangway(&["serve"], settings);
    let out = BufReader::new(child.stdout.take().expect("standard output"));
    let said = Arc::<Mutex<Vec<String>>>::default();
    let heard = said.clone();
    let (told, ready) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if let Some(address) = line.strip_prefix("Gangway ") {
                let _ = told.send(address.trim().trim_end_matches('/').to_owned());
            }
            heard.lock().expect("lines").push(line);
        }
    });
    let base = ready.recv().expect("it ended before it was ready");
    (child, base, said)
}
