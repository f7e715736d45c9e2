//! What the callers act on: server processes, their database, their providers, and the wires between.

use crate::support::postgres::Postgres;
use crate::support::process::{gangway, ready};
use crate::support::proxy::{Proxy, Wire};
use crate::support::{World, company_info, connection, key, tortured};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::MakeApiKey;
use gangway_sandbox::{Options, Sandbox};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const CALLERS: u64 = 8;

/// Everything there is.
pub struct Stage {
    pub sandbox: Arc<Sandbox>,
    pub smtp: Proxy,
    pub postgres: Option<Postgres>,
    world: World,
    pub servers: Vec<Mutex<Option<Running>>>,
}

/// A server process.
pub struct Running {
    pub child: Child,
    pub base: String,
}

/// A partner's program, with clients that have no number yet.
pub struct Caller {
    pub number: u64,
    pub partner: PartnerId,
    pub key: String,
    pub clients: Vec<ClientId>,
}

impl Stage {
    /// Two processes on PostgreSQL, one on SQLite, and a partner for each caller.
    pub async fn set(clients: usize) -> (Self, Vec<Caller>) {
        let sandbox = Arc::new(Sandbox::start(Options::default()).expect("a sandbox"));
        let smtp = Proxy::to(sandbox.smtp_addr()).await;
        let postgres = Postgres::start(80);
        let url = postgres.as_ref().map(Postgres::url);
        let mut settings = vec![
            ("GANGWAY_TWILIO_TIMEOUT_MS", "2000"),
            ("GANGWAY_TWILIO_NUMBERS_PER_DAY", "1000"),
        ];
        settings.extend(url.as_deref().map(|url| ("DATABASE_URL", url)));
        let mut world = World::start_on_wire(&sandbox, smtp.addr(), &settings).await;
        let mut acting = Vec::new();
        for number in 0..CALLERS {
            acting.push(caller(&world, number, clients).await);
        }
        world.pause().await;
        let processes = if postgres.is_some() { 2 } else { 1 };
        let stage = Self {
            sandbox,
            smtp,
            postgres,
            world,
            servers: (0..processes).map(|_| Mutex::default()).collect(),
        };
        for number in 0..processes {
            stage.start(number).await;
        }
        (stage, acting)
    }

    /// Where the servers are that run.
    pub fn bases(&self) -> Vec<String> {
        let running = |server: &Mutex<Option<Running>>| {
            let server = server.lock().expect("a server");
            server.as_ref().map(|running| running.base.clone())
        };
        self.servers.iter().filter_map(running).collect()
    }

    /// Starts a server, if it does not run; as often as it takes.
    pub async fn start(&self, number: usize) {
        while self.servers[number].lock().expect("a server").is_none() {
            let mut more = vec![("GANGWAY_JOB_WORKERS", "12")];
            if !tortured() {
                // A short run has no time for the lease of the dead.
                more.push(("FAILPOINTS", "short_lease=return"));
            }
            let settings = self.world.settings_beside(&more);
            let mut child = gangway(&["serve"], &settings);
            let started = tokio::task::spawn_blocking(move || {
                let base = ready(&mut child);
                (child, base)
            });
            let (mut child, base) = started.await.expect("it is asked");
            match base {
                Some(base) => {
                    let running = Running { child, base };
                    *self.servers[number].lock().expect("a server") = Some(running);
                }
                None => {
                    let _ = child.wait();
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
            }
        }
    }

    /// Kills a server, if it runs.
    pub fn kill(&self, number: usize) {
        let running = self.servers[number].lock().expect("a server").take();
        if let Some(mut running) = running {
            let _ = running.child.kill();
            let _ = running.child.wait();
        }
    }

    /// From now on nothing fails.
    pub async fn heal(&self) {
        self.smtp.set(Wire::Whole);
        self.sandbox.twilio().clear_faults();
        self.sandbox.mailbox().clear_refusals();
        for number in 0..self.servers.len() {
            self.start(number).await;
        }
    }

    /// A connection of the books' own.
    pub async fn database(&self) -> DatabaseConnection {
        connection(self.world.database_url()).await
    }

    /// Waits until no job is left to do; gives how many are left at the latest moment.
    pub async fn drain(&self, latest: Instant) -> i64 {
        let db = self.database().await;
        let open = "select count(*) from jobs where kind not in ('files_swept', 'old_rows_pruned', 'texts_caught_up')
            and state in ('waiting', 'running')";
        loop {
            let asked = Statement::from_string(db.get_database_backend(), open);
            let row = db
                .query_one_raw(asked)
                .await
                .expect("reads")
                .expect("a row");
            let left: i64 = row.try_get_by_index(0).expect("a number");
            if left == 0 || Instant::now() > latest {
                db.close().await.expect("closes");
                return left;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        for number in 0..self.servers.len() {
            self.kill(number);
        }
    }
}

async fn caller(world: &World, number: u64, clients: usize) -> Caller {
    let owner = world.partner(&format!("Partner {}", letter(number))).await;
    let body = MakeApiKey {
        name: "Torture".to_owned(),
        scopes: ["clients:create", "onboarding:write"]
            .map(str::to_owned)
            .to_vec(),
        expires_in_days: None,
    };
    let made = owner.api.make_api_key(&body, &key()).await.expect("makes");
    let mut ready = Vec::new();
    for n in 0..clients {
        let email = format!("client{number}x{n}@client.example");
        let jane = world.client_of(&owner, &email).await;
        let info = company_info(&format!("Acme {number} {n}"));
        jane.api
            .submit_company_info(jane.client, &info, &key())
            .await
            .expect("submits");
        ready.push(jane.client);
    }
    Caller {
        number,
        partner: owner.partner(),
        key: made.key.expect("shown once"),
        clients: ready,
    }
}

/// The slug of a partner's name has letters and digits only.
fn letter(number: u64) -> char {
    char::from(b'A' + u8::try_from(number).expect("few"))
}
