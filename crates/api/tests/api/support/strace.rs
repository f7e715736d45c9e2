//! Faults of the system under a running process, by `strace`.

use super::process::tell;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

/// Whether `strace` is there and may look into processes; says so where not.
pub fn is_there() -> bool {
    static THERE: OnceLock<bool> = OnceLock::new();
    *THERE.get_or_init(|| {
        let tried = Command::new("strace")
            .args(["-o", "/dev/null", "-e", "trace=none", "true"])
            .stderr(Stdio::null())
            .status();
        let there = tried.is_ok_and(|status| status.success());
        if !there {
            println!("skipped: strace is missing, or ptrace is refused here");
        }
        there
    })
}

/// Starts a program under it, up to what is to be traced.
pub const UNDER: [&str; 5] = ["strace", "-f", "-o", "/dev/null", "-e"];

/// Lets these calls of a process fail, until it is dropped.
pub struct Failing(Child);

impl Failing {
    /// `calls` such as `pwrite64,fdatasync`, `error` such as `ENOSPC`.
    pub fn begin(process: u32, calls: &str, error: &str) -> Self {
        let mut strace = Command::new("strace")
            .args(["-f", "-p", &process.to_string(), "-o", "/dev/null"])
            .args(["-e", &format!("trace={calls}")])
            .args(["-e", &format!("inject={calls}:error={error}")])
            .stderr(Stdio::piped())
            .spawn()
            .expect("strace");
        // It says so for the first thread, after it has taken hold of all of them.
        let mut said = BufReader::new(strace.stderr.take().expect("standard error"));
        let mut line = String::new();
        said.read_line(&mut line).expect("text");
        assert!(line.contains("attached"), "{line}");
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self(strace)
    }
}

impl Drop for Failing {
    fn drop(&mut self) {
        tell(&self.0, "INT");
        let _ = self.0.wait();
    }
}
