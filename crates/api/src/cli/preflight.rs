//! What would only fail late, or after long patience, is tried first.

use std::time::Duration;

use anyhow::{Context as _, bail};
use chrono::Datelike as _;
use sea_orm::sqlx::{Connection as _, PgConnection};
use secrecy::ExposeSecret as _;

use crate::{
    config::{Config, DatabaseUrl},
    context::{Clock as _, SystemClock},
};

const PATIENCE: Duration = Duration::from_millis(1500);

/// Everything that a start depends on and that waiting does not cure.
pub async fn check(config: &Config) -> anyhow::Result<()> {
    clock_is_set()?;
    database_answers(config).await
}

/// A machine that lost its clock would make links that have expired and ids out of order.
pub fn clock_is_set() -> anyhow::Result<()> {
    let year = SystemClock.now().year();
    if year < 2025 {
        bail!("the machine's clock says {year}: set it (timedatectl), then start again");
    }
    Ok(())
}

/// The pool would try for long; a person waits for a word.
pub async fn database_answers(config: &Config) -> anyhow::Result<()> {
    let DatabaseUrl::Postgres(url) = &config.database.url else {
        return Ok(());
    };
    let asked = tokio::time::timeout(PATIENCE, PgConnection::connect(url.expose_secret()));
    let connection = asked
        .await
        .context("DATABASE_URL: the database does not answer")?
        .context("DATABASE_URL: the database cannot be opened")?;
    // It answered; how it takes the goodbye does not matter.
    drop(connection.close().await);
    Ok(())
}
