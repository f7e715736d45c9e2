use crate::live;
use crate::load::Paged;
use crate::session::Session;
use gangway_domain::ids::ImportId;
use gangway_domain::wire::ClientImport;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often imports that are at work are read again.
const EVERY_MS: u32 = 2_000;

/// Keeps the imports that are at work up to date for as long as the page is there.
pub(super) fn follow(session: Session, imports: Paged<ClientImport>) {
    spawn_local(async move {
        loop {
            TimeoutFuture::new(EVERY_MS).await;
            let at_work = imports.rows.try_with_untracked(|rows| {
                let at_work = rows.iter().filter(|row| row.state.is_at_work());
                at_work.map(|row| row.id).collect::<Vec<ImportId>>()
            });
            let Some(at_work) = at_work else { return };
            if live::is_hidden() {
                continue;
            }
            for id in at_work {
                // Where it cannot be read, what is known stays.
                if let Ok(now) = session.api().read_import(id).await {
                    imports.rows.try_update(|rows| replace(rows, now));
                }
            }
        }
    });
}

fn replace(rows: &mut [ClientImport], now: ClientImport) {
    if let Some(known) = rows.iter_mut().find(|known| known.id == now.id) {
        *known = now;
    }
}
