use super::{Fail, Fine, Found, Warn, preflight};
use crate::{
    cli::one_line,
    config::{Config, DatabaseUrl},
    db::Database,
};

/// Makes nothing: a missing SQLite file stays missing.
pub async fn check(config: &Config) -> Found {
    if let DatabaseUrl::Sqlite(file) = &config.database.url
        && !file.exists()
    {
        return Warn(format!(
            "{} is not there yet: gangway migrate makes it",
            file.display()
        ));
    }
    match pending(config).await {
        Ok((0, kind)) => Fine(format!("{kind}, reachable and up to date")),
        Ok((pending, kind)) => Warn(format!(
            "{kind}, {pending} migrations to be made: run gangway migrate"
        )),
        Err(error) => Fail(one_line(&error)),
    }
}

async fn pending(config: &Config) -> anyhow::Result<(usize, &'static str)> {
    preflight::database_answers(config).await?;
    let database = Database::open(config).await?;
    let pending = database.pending_migrations().await;
    let kind = if database.is_postgres() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    database.close().await?;
    Ok((pending?, kind))
}
