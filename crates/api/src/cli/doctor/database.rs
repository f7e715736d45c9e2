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
    match look(config).await {
        Ok(found) => found,
        Err(error) => Fail(one_line(&error)),
    }
}

async fn look(config: &Config) -> anyhow::Result<Found> {
    preflight::database_answers(config).await?;
    let database = Database::open(config).await?;
    let pending = database.pending_migrations().await;
    let held = database.is_held_to_rows().await;
    let kind = if database.is_postgres() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    database.close().await?;
    Ok(match (pending?, held?) {
        (0, true) => Fine(format!("{kind}, reachable and up to date")),
        (0, false) => Warn(format!(
            "{kind}, reachable and up to date, but its role is above row-level security: \
             connect as a role without superuser and bypassrls"
        )),
        (pending, _) => Warn(format!(
            "{kind}, {pending} migrations to be made: run gangway migrate"
        )),
    })
}
