use std::process::ExitCode;

use anyhow::Context as _;

use super::preflight;
use crate::{config::Config, db::Database};

pub async fn run(config: Config) -> anyhow::Result<ExitCode> {
    preflight::check(&config).await?;
    config.secrets.load_or_make()?;
    let database = Database::open(&config)
        .await
        .context("the database cannot be opened")?;
    let pending = database.pending_migrations().await?;
    database
        .migrate()
        .await
        .context("the database cannot be migrated")?;
    database.close().await?;
    super::print(&match pending {
        0 => "The database is up to date.\n".to_owned(),
        1 => "1 migration made. The database is up to date.\n".to_owned(),
        pending => format!("{pending} migrations made. The database is up to date.\n"),
    })?;
    Ok(ExitCode::SUCCESS)
}
