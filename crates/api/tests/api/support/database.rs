//! A fresh database for a test, and a way to look into it.

use gangway::context::{Chance as _, OsChance};
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection};

/// The URL of a fresh database: a file in the folder, or a new database on the PostgreSQL of
/// `GANGWAY_TEST_POSTGRES`.
pub async fn fresh(folder: &std::path::Path) -> String {
    #[expect(clippy::disallowed_methods, reason = "the one switch of the tests")]
    let server = std::env::var("GANGWAY_TEST_POSTGRES");
    let Ok(server) = server else {
        return format!("sqlite:{}", folder.join("gangway.db").display());
    };
    let mut random = [0; 8];
    OsChance::new().fill(&mut random);
    let name = format!("gangway_{:016x}", u64::from_le_bytes(random));
    let admin = Database::connect(server.as_str())
        .await
        .expect("PostgreSQL is there");
    admin
        .execute_unprepared(&format!("create database {name}"))
        .await
        .expect("a new database");
    admin.close().await.expect("closes");
    let (base, _) = server.rsplit_once('/').expect("a URL with a database");
    format!("{base}/{name}")
}

/// A connection beside Gangway's, which sees the rows of all partners.
pub async fn connection(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(|postgres| postgres.options([("gangway.partner", "*")]));
    Database::connect(options).await.expect("connects")
}
