//! L-08 and L-15 in short: what others notice of a long list, in and out. `./just bench import` has the figures.

use super::{list, now, uploaded};
use crate::support::process::{Kept, listening};
use crate::support::{Staff, World, password};
use gangway_api_client::{Client, List};
use gangway_domain::ids::ImportId;
use gangway_domain::wire::{ClientImport, ImportState, SignIn};
use std::future::Future;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const CLIENTS: usize = 4_000;
const MB: u64 = 1024 * 1024;
/// Between two reads.
const PACE: Duration = Duration::from_millis(20);
/// What nobody notices, however quick the reads were in quiet: server, database and reader share two cores
/// here, unoptimised.
const UNNOTICED: Duration = Duration::from_millis(100);

/// A server in a process of its own, and who uses it.
struct Server {
    process: Kept,
    base: String,
    owner: Staff,
}

impl Server {
    async fn start(world: &mut World) -> Self {
        world.partner("Harbor IT").await;
        world.pause().await;
        let settings = world.settings_beside(&[
            ("GANGWAY_JOB_WORKERS", "2"),
            ("GANGWAY_METRICS_LISTEN", "off"),
        ]);
        let (process, base) = listening(&settings);
        let (api, email) = (Client::new(&base), "owner@harborit.example".to_owned());
        let body = SignIn {
            email: email.clone(),
            password: password(),
        };
        let opened = api.sign_in(&body).await.expect("signs in");
        let me = opened.session().expect("no code is wanted").me;
        Self {
            process,
            base,
            owner: Staff { api, email, me },
        }
    }

    /// Bytes of it that are in memory.
    fn resident(&self) -> u64 {
        let path = format!("/proc/{}/statm", self.process.id());
        let pages = std::fs::read_to_string(path).expect("it runs");
        let pages: u64 = pages
            .split(' ')
            .nth(1)
            .expect("pages")
            .parse()
            .expect("a number");
        pages * 4096
    }

    /// Waits until an import is in a state.
    async fn until(&self, id: ImportId, state: ImportState, seen: &mut Seen) -> ClientImport {
        let (mut last, mut since) = (None, Instant::now());
        loop {
            let import = now(&self.owner, id).await;
            seen.most_bytes = seen.most_bytes.max(self.resident());
            let counts = (import.state, import.rows, import.created);
            if last.replace(counts) != Some(counts) {
                seen.still = seen.still.max(since.elapsed());
                since = Instant::now();
            }
            if import.state == state {
                return import;
            }
            assert!(import.state.is_at_work(), "{import:?}");
            tokio::time::sleep(PACE).await;
        }
    }

    /// Reads at a steady pace while something is done; how long each took, the shortest first.
    async fn reads_beside<T>(&self, work: impl Future<Output = T>) -> (Vec<Duration>, T) {
        let mut work = std::pin::pin!(work);
        let (mut reads, mut ticks) = (JoinSet::new(), tokio::time::interval(PACE));
        let done = loop {
            tokio::select! {
                done = &mut work => break done,
                _ = ticks.tick() => {
                    let api = self.owner.api.clone();
                    reads.spawn(async move {
                        let begun = Instant::now();
                        api.list_clients(List::first()).await.expect("lists");
                        begun.elapsed()
                    });
                }
            }
        };
        let mut took = reads.join_all().await;
        took.sort();
        (took, done)
    }
}

/// How urgent each thread of a process is that has a name: 0 as all are, more where it gives way.
fn nice_of(process: u32, name: &str) -> Vec<i32> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let nice = |task: std::io::Result<std::fs::DirEntry>| {
        let stat = std::fs::read_to_string(task.ok()?.path().join("stat")).ok()?;
        // A name may have spaces.
        let (head, rest) = stat.rsplit_once(") ")?;
        let is_it = head.split_once('(')?.1.starts_with(name);
        is_it.then(|| rest.split(' ').nth(16)?.parse().ok())?
    };
    tasks.filter_map(nice).collect()
}

/// What is seen of an import at work.
#[derive(Debug, Default)]
struct Seen {
    /// The longest time in which no count changed.
    still: Duration,
    most_bytes: u64,
}

fn p99(sorted: &[Duration]) -> Duration {
    sorted[sorted.len() * 99 / 100]
}

fn many(word: &str) -> Vec<u8> {
    let names: Vec<String> = (0..CLIENTS).map(|n| format!("{word} {n}")).collect();
    list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn l_08_l_15_a_long_list_takes_little_memory_and_leaves_others_their_turn() {
    let mut world = World::start().await;
    let server = Server::start(&mut world).await;
    let owner = &server.owner;
    let (quiet, ()) = server
        .reads_beside(tokio::time::sleep(Duration::from_secs(2)))
        .await;
    let (rest, mut seen, begun) = (server.resident(), Seen::default(), Instant::now());
    let (busy, done) = server
        .reads_beside(async {
            let id = uploaded(owner, many("Client")).await.id;
            server.until(id, ImportState::Ready, &mut seen).await;
            owner.api.confirm_import(id).await.expect("confirms");
            server.until(id, ImportState::Done, &mut seen).await
        })
        .await;
    let (took, more) = (begun.elapsed(), seen.most_bytes.saturating_sub(rest));
    let (quiet, busy) = (p99(&quiet), p99(&busy));
    println!(
        "L-08: {CLIENTS} in {took:?}, {} MB, {seen:?}, p99 {quiet:?}, then {busy:?}",
        more / MB
    );
    assert_eq!(done.created as usize, CLIENTS);
    assert!(more <= 128 * MB, "{more} bytes");
    assert!(took <= Duration::from_secs(10), "{took:?}");
    assert!(seen.still <= Duration::from_secs(2), "{seen:?}");
    assert!(busy <= UNNOTICED.max(quiet * 2), "{busy:?} after {quiet:?}");
    stopped_at_once(&server).await;
    exported(&world, &server).await;
}

async fn stopped_at_once(server: &Server) {
    let (owner, mut seen) = (&server.owner, Seen::default());
    let id = uploaded(owner, many("Other")).await.id;
    server.until(id, ImportState::Ready, &mut seen).await;
    owner.api.confirm_import(id).await.expect("confirms");
    while now(owner, id).await.created == 0 {}
    let begun = Instant::now();
    let stopped = owner.api.cancel_import(id).await.expect("cancels");
    let took = begun.elapsed();
    println!(
        "L-08: stopped after {} clients in {took:?}",
        stopped.created
    );
    assert!(took <= Duration::from_secs(2), "{took:?}");
    assert!((stopped.created as usize) < CLIENTS, "{stopped:?}");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(now(owner, id).await, stopped, "nothing more is made");
}

/// L-15: the first byte comes at once, and the list is never whole in memory.
async fn exported(world: &World, server: &Server) {
    let token = server.owner.api.access_token().expect("signed in");
    let url = format!("{}/api/v1/clients/export.csv", server.base);
    let (rest, mut most, mut lines) = (server.resident(), 0, 0);
    let begun = Instant::now();
    let request = world.http().get(url).bearer_auth(token);
    let mut answer = request.send().await.expect("answers");
    let mut first = None;
    while let Some(piece) = answer.chunk().await.expect("reads") {
        first.get_or_insert(begun.elapsed());
        lines += piece.iter().filter(|byte| **byte == b'\n').count();
        most = most.max(server.resident());
    }
    let (first, more) = (first.expect("a byte"), most.saturating_sub(rest));
    println!(
        "L-15: {lines} lines in {:?}, the first byte after {first:?}, {} MB",
        begun.elapsed(),
        more / MB
    );
    assert!(lines > CLIENTS, "{lines}");
    assert!(first <= Duration::from_secs(1), "{first:?}");
    assert!(more <= 64 * MB, "{more} bytes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn l_08_the_threads_that_bring_a_list_into_sqlite_give_way_and_no_others() {
    let mut world = World::start().await;
    if world.is_on_postgres() {
        return;
    }
    let server = Server::start(&mut world).await;
    let threads = || nice_of(server.process.id(), "sqlx-sqlite");
    let before = threads();
    let urgent = *before.first().expect("a connection");
    assert!(before.iter().all(|nice| *nice == urgent), "{before:?}");
    let import = uploaded(&server.owner, many("Client")).await;
    let mut seen = Seen::default();
    server.until(import.id, ImportState::Ready, &mut seen).await;
    let confirmed = server.owner.api.confirm_import(import.id).await;
    confirmed.expect("confirms");
    server.until(import.id, ImportState::Done, &mut seen).await;
    let after = threads();
    let giving_way: Vec<_> = after.iter().filter(|nice| **nice > urgent).collect();
    // One to write and one to read, or two.
    assert!(matches!(giving_way.len(), 2 | 3), "{after:?}");
    assert!(
        giving_way.iter().all(|nice| **nice == urgent + 10),
        "{after:?}"
    );
    let as_before = after.iter().filter(|nice| **nice == urgent);
    assert!(as_before.count() >= before.len(), "{after:?}");
}
