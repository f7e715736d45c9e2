//! A mail server that accepts mail for everybody and keeps it (RFC 5321).

mod auth;
mod command;
mod data;
mod lines;
mod session;

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::shared::Shared;

/// Longest message, announced and enforced.
pub(crate) const LONGEST_MESSAGE: usize = 10 * 1024 * 1024;
/// Connections at a time; further ones wait.
const CONNECTIONS: usize = 200;

/// Serves connections until it is dropped, which ends them all.
pub(crate) async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut sessions = JoinSet::new();
    loop {
        while sessions.try_join_next().is_some() {}
        let Ok(place) = places.clone().acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                let shared = shared.clone();
                sessions.spawn(async move {
                    let _place = place;
                    if let Err(error) = session::serve(stream, shared).await {
                        tracing::debug!(%error, "a mail connection of the sandbox broke");
                    }
                });
            }
            // Out of file handles, most likely: others need a moment to close theirs.
            Err(error) => {
                tracing::warn!(%error, "the mail server of the sandbox accepts no connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}
