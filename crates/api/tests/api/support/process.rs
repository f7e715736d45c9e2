//! The real binary, as an operator starts it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, ExitStatus, Stdio};

/// A process that does not outlive its test, however that ends.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// `gangway` with these settings and no other environment; free ports unless said otherwise.
pub fn gangway(arguments: &[&str], settings: &[(&str, &str)]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_gangway"))
        .args(arguments)
        .env_clear()
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
    let mut out = BufReader::new(child.stdout.take().expect("standard output"));
    let mut line = String::new();
    while !line.starts_with("Gangway ") {
        line.clear();
        assert_ne!(
            out.read_line(&mut line).expect("text"),
            0,
            "it ended before it was ready"
        );
    }
    let base = line
        .split_whitespace()
        .last()
        .expect("an address")
        .trim_end_matches('/')
        .to_owned();
    // Nobody reads the rest, but it must have somewhere to go.
    std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    (child, base)
}
