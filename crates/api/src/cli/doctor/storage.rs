use super::{Fail, Fine, Found, PATIENCE};
use crate::{
    cli::one_line,
    config::Config,
    files::Objects,
    outgoing::{Attempts, Outgoing},
};

/// Writes, reads and removes a file where uploads are kept.
pub async fn check(config: &Config) -> Found {
    let at = match &config.files.s3 {
        Some(s3) => format!("{} bucket {}", s3.endpoint, s3.bucket),
        None => config.files.folder.display().to_string(),
    };
    match tokio::time::timeout(PATIENCE, tried(config)).await {
        Ok(Ok(())) => Fine(format!("{at} keeps files")),
        Ok(Err(error)) => Fail(format!("{at}: {}; see GANGWAY_S3_*", one_line(&error))),
        Err(_) => Fail(format!("{at} does not answer; see GANGWAY_S3_*")),
    }
}

async fn tried(config: &Config) -> anyhow::Result<()> {
    let outgoing = Outgoing::new(config, Attempts::counted())?;
    Objects::open(&config.files, &outgoing)?.check().await?;
    Ok(())
}
