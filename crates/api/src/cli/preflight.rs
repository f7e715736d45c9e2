//! What would only fail late, or after long patience, is tried first.

use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use chrono::Datelike as _;
use sea_orm::sqlx::{Connection as _, PgConnection};
use secrecy::ExposeSecret as _;

use crate::{
    app::{self, Surroundings},
    config::{Config, DatabaseUrl},
    context::{Clock, Context, SystemClock},
};

const PATIENCE: Duration = Duration::from_millis(1500);

/// Everything that a start depends on and that waiting does not cure.
pub async fn check(config: &Config) -> anyhow::Result<()> {
    clock_is_set(&SystemClock)?;
    database_answers(config).await
}

/// Does the work of a command, once everything is ready for it; the schema is the newest.
pub async fn with_context<T>(
    config: Config,
    work: impl AsyncFnOnce(&Context) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    check(&config).await?;
    let ctx = app::context(config, Surroundings::default()).await?;
    let done = match ctx.db.pending_migrations().await? {
        0 => work(&ctx).await,
        _ => Err(anyhow!(
            "the database is not up to date: run gangway migrate first"
        )),
    };
    ctx.db.clone().close().await?;
    done
}

/// A machine that lost its clock would make links that have expired and ids out of order.
pub fn clock_is_set(clock: &impl Clock) -> anyhow::Result<()> {
    let year = clock.now().year();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::MovableClock;

    #[test]
    fn sh_03_a_clock_before_2025_is_refused_with_what_to_do() {
        let clock = MovableClock::default();
        assert!(clock_is_set(&clock).is_ok());
        clock.advance(chrono::Duration::days(-365 * 30));
        let words = clock_is_set(&clock).unwrap_err().to_string();
        assert!(words.contains("set it (timedatectl)"), "{words}");
    }
}
