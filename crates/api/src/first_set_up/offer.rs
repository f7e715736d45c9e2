//! Whether there is a first partner to be made, and telling the operator the token.

use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::browser;
use gangway_entities::finders::{OfNobody as _, every_partner};
use gangway_entities::first_set_up::Entity;
use sea_orm::{ConnectionTrait, QuerySelect as _};
use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

/// The file in the data folder.
const FILE: &str = "set-up-token";

/// Whether nobody is here yet, and nobody may sign up by themselves.
pub async fn is_open(ctx: &Context, db: &impl ConnectionTrait) -> Result<bool, Refusal> {
    if ctx.config.sign_up.is_open() {
        return Ok(false);
    }
    let set_up = Entity::all().limit(1).one(db).await?.is_some();
    Ok(!set_up && every_partner().limit(1).one(db).await?.is_none())
}

/// Where the first partner is made, for the console; keeps the token in a file too. None where there
/// is one.
pub async fn offer(ctx: &Context) -> anyhow::Result<Option<String>> {
    if !is_open(ctx, ctx.db.reader()).await? {
        withdraw(ctx);
        return Ok(None);
    }
    let token = ctx.keys.first_set_up_token();
    keep(&file(ctx), &token)?;
    let base = ctx.config.server.base_url.as_str();
    Ok(Some(browser::with_token(
        base,
        browser::FIRST_SET_UP,
        &token,
    )))
}

/// Removes the file: the token makes nothing any more.
pub fn withdraw(ctx: &Context) {
    match fs::remove_file(file(ctx)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!("the file with the set-up token was not removed: {error}");
        }
        _ => {}
    }
}

fn file(ctx: &Context) -> PathBuf {
    ctx.config.server.data_dir.join(FILE)
}

/// For its owner only, also where somebody else made the file.
fn keep(path: &PathBuf, token: &str) -> io::Result<()> {
    if let Err(error) = fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    writeln!(file, "{token}")
}
