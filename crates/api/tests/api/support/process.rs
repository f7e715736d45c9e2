//! The real binary, as an operator starts it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};

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

/// Whether a command did it, and all that it said.
pub fn said(arguments: &[&str], settings: &[(&str, &str)]) -> (bool, String) {
    let ran = gangway(arguments, settings).wait_with_output();
    let ran = ran.expect("it ends");
    let words = [ran.stdout, ran.stderr].concat();
    let words = String::from_utf8(words).expect("text");
    (ran.status.success(), words)
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
    let address = |line: &str| {
        let told = line
            .starts_with("Gangway ")
            .then(|| line.split_whitespace().last())?;
        Some(told?.trim_end_matches('/').to_owned())
    };
    let base = heard(&mut child, address).expect("it ended before it was ready");
    (child, base)
}

/// A process that ends with its test, also when that fails.
pub struct Kept(pub Child);

impl std::ops::Deref for Kept {
    type Target = Child;

    fn deref(&self) -> &Child {
        &self.0
    }
}

impl std::ops::DerefMut for Kept {
    fn deref_mut(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            // First as one asks: what runs under another program would outlive that otherwise.
            let id = self.0.id().to_string();
            let _ = Command::new("kill").args(["-s", "TERM", &id]).status();
            std::thread::sleep(std::time::Duration::from_millis(100));
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
}

/// A server that is ready, by where it listens rather than by the address it is known by.
pub fn listening(settings: &[(&str, &str)]) -> (Kept, String) {
    let mut child = Kept(gangway(&["serve"], settings));
    let base = ready(&mut child).expect("it ended before it was ready");
    (child, base)
}

/// Where a server listens once it is ready, as its log says; none when it ends before.
pub fn ready(child: &mut Child) -> Option<String> {
    gangway::outgoing::install_crypto();
    heard(child, |line| {
        let line: serde_json::Value = serde_json::from_str(line).ok()?;
        let addr = line["addr"]
            .as_str()
            .filter(|_| line["message"] == "serving")?;
        Some(format!("http://{addr}"))
    })
}

/// Reads until a line says it.
fn heard(child: &mut Child, says: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = BufReader::new(child.stdout.take().expect("standard output"));
    let mut line = String::new();
    let told = loop {
        line.clear();
        if out.read_line(&mut line).expect("text") == 0 {
            return None;
        }
        if let Some(told) = says(&line) {
            break told;
        }
    };
    // Nobody reads the rest, but it must have somewhere to go.
    std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    Some(told)
}

/// As [`serving`], with what it says on standard output.
pub fn serving_aloud(settings: &[(&str, &str)]) -> (Kept, String, Arc<Mutex<Vec<String>>>) {
    gangway::outgoing::install_crypto();
    let mut child = Kept(gangway(&["serve"], settings));
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
