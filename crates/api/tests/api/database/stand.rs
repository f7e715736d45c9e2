//! A partner whose owner's program goes on asking while the database has trouble.

use crate::support::journal::Journal;
use crate::support::{World, connection};
use gangway_api_client::Client;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;
use std::time::{Duration, Instant};

/// What a caller got: status, Retry-After, whether it is a problem.
#[derive(Debug)]
pub struct Got {
    pub status: u16,
    pub retry_after: Option<String>,
    pub problem: bool,
}

/// A program that makes keys in a partner's name.
pub struct Stand {
    pub token: String,
    email: String,
    pub journal: Journal,
    _folder: tempfile::TempDir,
}

impl Stand {
    /// One for a new partner.
    pub async fn new(world: &World) -> Self {
        let owner = world.partner("Harbor IT").await;
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            token: owner.api.access_token().expect("a token"),
            email: owner.email,
            journal: Journal::new(folder.path()),
            _folder: folder,
        }
    }

    /// The owner signs in again, at a world that pauses.
    pub async fn sign_in_again(&mut self, world: &mut World) {
        world.resume().await;
        let owner = world.sign_in(&self.email).await.expect("signs in");
        self.token = owner.api.access_token().expect("a token");
        world.pause().await;
    }

    /// Its client of a server.
    pub fn api(&self, base: &str) -> Client {
        let api = Client::new(base);
        api.use_access_token(self.token.clone());
        api
    }

    /// One request as HTTP: a key made when `key` is given, a list otherwise.
    pub async fn ask(&self, world: &World, base: &str, key: Option<&str>) -> Got {
        let http = world.http();
        let address = format!("{base}/api/v1/api-keys");
        let request = match key {
            Some(key) => {
                let body = serde_json::json!({"name": key, "scopes": ["clients:read"]});
                http.post(address)
                    .header("Idempotency-Key", key)
                    .json(&body)
            }
            None => http.get(address),
        };
        let answer = request
            .bearer_auth(&self.token)
            .send()
            .await
            .expect("an answer");
        let header = |name| {
            let value = answer.headers().get(name)?;
            value.to_str().ok().map(str::to_owned)
        };
        Got {
            status: answer.status().as_u16(),
            retry_after: header("retry-after"),
            problem: header("content-type").as_deref() == Some("application/problem+json"),
        }
    }
}

/// The checks of readiness that fail; none when it is ready.
pub async fn not_ready(world: &World, base: &str) -> Vec<String> {
    let asked = world.http().get(format!("{base}/readyz")).send().await;
    let answer = asked.expect("an answer");
    let (red, retry) = (
        answer.status().as_u16() == 503,
        answer.headers().contains_key("retry-after"),
    );
    let report: Value = answer.json().await.expect("JSON");
    let checks = report["checks"].as_array().expect("checks").iter();
    let failed = checks
        .filter(|check| check["ok"] == false)
        .map(|check| check["name"].as_str().expect("a name").to_owned());
    let failed: Vec<String> = failed.collect();
    assert_eq!((red, retry), (!failed.is_empty(), !failed.is_empty()));
    failed
}

/// Waits until something is so; says how long it took.
pub async fn until(what: &str, most: Duration, so: impl AsyncFn() -> bool) -> Duration {
    let begun = Instant::now();
    while !so().await {
        assert!(begun.elapsed() < most, "{what}: not within {most:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    begun.elapsed()
}

/// The one value a query gives, as text.
pub async fn value(db: &impl ConnectionTrait, sql: &str) -> String {
    let asked = Statement::from_string(db.get_database_backend(), sql);
    let row = db
        .query_one_raw(asked)
        .await
        .expect("reads")
        .expect("a row");
    let number = row
        .try_get_by_index::<i64>(0)
        .map(|number| number.to_string());
    number
        .or_else(|_| row.try_get_by_index::<String>(0))
        .expect("a value")
}

/// SQLite finds nothing wrong with its file.
pub async fn is_whole(url: &str) {
    let db = connection(url).await;
    assert_eq!(value(&db, "pragma integrity_check").await, "ok");
    assert_eq!(
        value(&db, "select count(*) from pragma_foreign_key_check").await,
        "0"
    );
    db.close().await.expect("closes");
}
