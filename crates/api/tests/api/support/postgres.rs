//! A PostgreSQL of a test's own, to be stopped and started at will.

use std::io::Write as _;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A running cluster, as durable as in production.
pub struct Postgres {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
    connections: u32,
    as_root: bool,
}

impl Postgres {
    /// One that takes so many connections; none where the tests run on SQLite.
    pub fn start(connections: u32) -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "the one switch of the tests")]
        std::env::var("GANGWAY_TEST_POSTGRES").ok()?;
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let postgres = Self {
            programs: programs(),
            folder: tempfile::tempdir().expect("a folder"),
            port: free.local_addr().expect("an address").port(),
            connections,
            as_root: said(Command::new("id").arg("-u")).trim() == "0",
        };
        drop(free);
        if postgres.as_root {
            // It refuses to run as root.
            let folder = postgres.folder.path();
            let given = Command::new("chown").arg("postgres").arg(folder).status();
            assert!(given.expect("chown").success());
        }
        let data = postgres.data();
        let options = [
            "--username",
            "operator",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
        ];
        let locale = ["--locale", "C.UTF-8", "--no-sync", "-D", &data];
        postgres.run("initdb", &[&options[..], &locale].concat());
        // Who is above all rules sees all rows: Gangway is not to be one of those.
        postgres.say("create role gangway login\ncreate database gangway owner gangway\n");
        postgres.start_again();
        Some(postgres)
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    /// The URL of its database, as seen from there.
    pub fn url_at(&self, addr: SocketAddr) -> String {
        format!("postgres://gangway@{addr}/gangway")
    }

    /// The URL of its database.
    pub fn url(&self) -> String {
        self.url_at(self.addr())
    }

    /// As though the machine lost power: no goodbye to anyone, nothing written in order.
    pub fn stop_at_once(&self) {
        self.run(
            "pg_ctl",
            &["-D", &self.data(), "-m", "immediate", "-w", "stop"],
        );
    }

    /// Starts it, and waits until it takes connections.
    pub fn start_again(&self) {
        let settings = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections={}",
            self.port, self.connections
        );
        let (data, log) = (self.data(), format!("{}.log", self.data()));
        self.run(
            "pg_ctl",
            &["-D", &data, "-l", &log, "-w", "-o", &settings, "start"],
        );
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let program = self.programs.join(program);
        let mut command = if self.as_root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.args(arguments).current_dir("/");
        command
    }

    /// Statements of the operator's, a line each, before anybody can connect.
    fn say(&self, lines: &str) {
        let single = ["--single", "-D", &self.data(), "postgres"];
        let mut command = self.command("postgres", &single);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut postgres = command.stderr(Stdio::null()).spawn().expect("postgres");
        let mut input = postgres.stdin.take().expect("a pipe");
        input.write_all(lines.as_bytes()).expect("writes");
        drop(input);
        assert!(postgres.wait().expect("ends").success(), "{lines}");
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        // The server it starts must not hold on to what we read.
        let status = self
            .command(program, arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.expect(program).success(), "{program} {arguments:?}");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.data();
        let stop = ["-D", &data, "-m", "immediate", "-w", "stop"];
        let mut stop = self.command("pg_ctl", &stop);
        let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

fn said(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The newest version's, which is not on the path on Debian.
fn programs() -> PathBuf {
    let found = said(Command::new("sh").args([
        "-c",
        "command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1",
    ]));
    let initdb = PathBuf::from(found.trim());
    let real = initdb.canonicalize().unwrap_or(initdb);
    real.parent().expect("a folder").to_owned()
}
