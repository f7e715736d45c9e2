//! Is the process there, and can it serve? For load balancers and people on call.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use actix_web::{HttpResponse, get, http::header::RETRY_AFTER, web};
use futures_util::future::BoxFuture;
use serde::Serialize;
use tokio::sync::Mutex;
use utoipa::ToSchema;

/// The database is asked at most this often, whoever asks.
const ASK_EVERY: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(2);
/// A worker that has not come round for this long hangs.
const HEARTBEAT_LIMIT: Duration = Duration::from_mins(1);
const MIN_FREE_BYTES: u64 = 100 * 1024 * 1024;
const RETRY_AFTER_S: &str = "5";

/// Something that can be asked whether it works. The reason of a failure goes to the log only.
pub type Probe = Box<dyn Fn() -> BoxFuture<'static, Result<(), String>> + Send + Sync>;

/// A sign of life from the job worker; clones share it.
#[derive(Clone, Debug)]
pub struct Heartbeat {
    start: Instant,
    last_ms: Arc<AtomicU64>,
}

impl Default for Heartbeat {
    fn default() -> Self {
        Self {
            start: Instant::now(),
            last_ms: Arc::default(),
        }
    }
}

impl Heartbeat {
    /// To be called on every round of the worker.
    pub fn beat(&self) {
        self.last_ms.store(self.now_ms(), Ordering::Relaxed);
    }

    fn is_alive(&self) -> bool {
        let silent_ms = self
            .now_ms()
            .saturating_sub(self.last_ms.load(Ordering::Relaxed));
        u128::from(silent_ms) < HEARTBEAT_LIMIT.as_millis()
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// A probe whose answer is good for [`ASK_EVERY`].
struct Seldom {
    probe: Probe,
    last: Mutex<Option<(Instant, bool)>>,
}

impl Seldom {
    fn new(probe: Probe) -> Self {
        Self {
            probe,
            last: Mutex::new(None),
        }
    }

    async fn works(&self, name: &str) -> bool {
        let mut last = self.last.lock().await;
        if let Some((at, worked)) = *last
            && at.elapsed() < ASK_EVERY
        {
            return worked;
        }
        let asked = tokio::time::timeout(PATIENCE, (self.probe)()).await;
        let outcome = asked.unwrap_or_else(|_| Err("no answer in time".into()));
        if let Err(reason) = &outcome {
            tracing::warn!(check = name, reason, "not ready");
        }
        *last = Some((Instant::now(), outcome.is_ok()));
        outcome.is_ok()
    }
}

/// Everything readiness depends on. Given to the application as `web::Data`.
pub struct Readiness {
    database: Seldom,
    migrations: Seldom,
    /// `None`: no jobs are worked on in this process.
    worker: Option<Heartbeat>,
    data_dir: PathBuf,
    draining: AtomicBool,
}

impl Readiness {
    /// `database` tries a write; `migrations` fails when some are pending.
    pub fn new(
        database: Probe,
        migrations: Probe,
        worker: Option<Heartbeat>,
        data_dir: PathBuf,
    ) -> Self {
        Self {
            database: Seldom::new(database),
            migrations: Seldom::new(migrations),
            worker,
            data_dir,
            draining: AtomicBool::new(false),
        }
    }

    /// From now on not ready: the process is about to stop.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::SeqCst);
    }

    pub fn is_draining(&self) -> bool {
        self.draining.load(Ordering::SeqCst)
    }

    async fn checks(&self) -> Vec<Check> {
        let alive = self.worker.as_ref().is_none_or(Heartbeat::is_alive);
        let free = free_bytes(&self.data_dir).is_none_or(|free| free >= MIN_FREE_BYTES);
        vec![
            Check::new("serving", !self.is_draining()),
            Check::new("database", self.database.works("database").await),
            Check::new("migrations", self.migrations.works("migrations").await),
            Check::new("worker", alive),
            Check::new("disk", free),
        ]
    }
}

/// Free space where `path` is or will be; nothing where the system does not tell.
pub fn free_bytes(path: &Path) -> Option<u64> {
    let there = path
        .ancestors()
        .find(|p| p.exists())
        .unwrap_or(Path::new("."));
    let system = rustix::fs::statvfs(there).ok()?;
    Some(system.f_bavail.saturating_mul(system.f_frsize))
}

/// Whether the process answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    /// Always `ok`.
    pub status: &'static str,
}

/// Whether the process can serve, and what keeps it from it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadinessReport {
    /// `ready` or `not_ready`.
    pub status: &'static str,
    /// One entry per check.
    pub checks: Vec<Check>,
}

/// One thing readiness depends on.
#[derive(Debug, Serialize, ToSchema)]
pub struct Check {
    /// `serving`, `database`, `migrations`, `worker` or `disk`.
    pub name: &'static str,
    /// Whether it is as it should be.
    pub ok: bool,
}

impl Check {
    fn new(name: &'static str, ok: bool) -> Self {
        Self { name, ok }
    }
}

/// Is the process there?
#[utoipa::path(
    operation_id = "read_health",
    tag = "Operation",
    responses((status = 200, description = "The process answers", body = Health)),
)]
#[get("/healthz")]
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok" })
}

/// Can the process serve?
#[utoipa::path(
    operation_id = "read_readiness",
    tag = "Operation",
    responses(
        (status = 200, description = "Ready", body = ReadinessReport),
        (status = 503, description = "Not ready, or about to stop", body = ReadinessReport),
    ),
)]
#[get("/readyz")]
pub async fn readyz(readiness: web::Data<Readiness>) -> HttpResponse {
    let checks = readiness.checks().await;
    if checks.iter().all(|check| check.ok) {
        return HttpResponse::Ok().json(ReadinessReport {
            status: "ready",
            checks,
        });
    }
    HttpResponse::ServiceUnavailable()
        .insert_header((RETRY_AFTER, RETRY_AFTER_S))
        .json(ReadinessReport {
            status: "not_ready",
            checks,
        })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use actix_web::{App, body::to_bytes, test};

    use super::*;

    fn probe(outcome: Result<(), &'static str>) -> Probe {
        Box::new(move || Box::pin(async move { outcome.map_err(str::to_owned) }))
    }

    async fn ask(readiness: &web::Data<Readiness>) -> (u16, bool, String) {
        let app = App::new()
            .app_data(readiness.clone())
            .service(healthz)
            .service(readyz);
        let app = test::init_service(app).await;
        let request = test::TestRequest::get().uri("/readyz").to_request();
        let answer = test::call_service(&app, request).await;
        let (status, retry) = (
            answer.status().as_u16(),
            answer.headers().contains_key(RETRY_AFTER),
        );
        let body = to_bytes(answer.into_body()).await.unwrap();
        (status, retry, String::from_utf8(body.to_vec()).unwrap())
    }

    fn readiness(database: Probe, migrations: Probe) -> web::Data<Readiness> {
        let worker = Some(Heartbeat::default());
        web::Data::new(Readiness::new(
            database,
            migrations,
            worker,
            "/tmp/not/there".into(),
        ))
    }

    #[actix_web::test]
    async fn h7_ready_until_draining() {
        let readiness = readiness(probe(Ok(())), probe(Ok(())));
        assert_eq!(ask(&readiness).await.0, 200);
        readiness.drain();
        let (status, retry, body) = ask(&readiness).await;
        assert_eq!((status, retry), (503, true));
        assert!(body.contains(r#"{"name":"serving","ok":false}"#), "{body}");
    }

    #[actix_web::test]
    async fn h7_a_failed_check_is_named_without_its_reason() {
        let readiness = readiness(probe(Err("password hunter2")), probe(Ok(())));
        let (status, _, body) = ask(&readiness).await;
        assert_eq!(status, 503);
        assert!(body.contains(r#"{"name":"database","ok":false}"#), "{body}");
        assert!(!body.contains("hunter2"));
    }

    #[actix_web::test]
    async fn h7_the_database_is_asked_at_most_every_five_seconds() {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        let database: Probe = Box::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
            Box::pin(async { Ok(()) })
        });
        let readiness = readiness(database, probe(Ok(())));
        for _ in 0..20 {
            ask(&readiness).await;
        }
        assert_eq!(asked.load(Ordering::SeqCst), 1);
    }
}
