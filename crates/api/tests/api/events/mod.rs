//! The audit log: chained, complete, only ever added to.

mod append_only;
mod every_change;
mod export_events;
mod list_events;
mod security_log;
mod verify;

use crate::support::World;
use sea_orm::ConnectionTrait as _;

/// Runs SQL as somebody would who has got hold of the database, with nothing to hold it back.
async fn tamper(world: &World, statements: &[&str]) {
    let db = &world.context().db;
    let drops: &[&str] = if db.is_postgres() {
        &[
            "drop trigger if exists events_stay_together on events",
            "drop trigger if exists events_stay on events",
            "drop trigger if exists events_stay_as_they_are on events",
        ]
    } else {
        &[
            "drop trigger if exists events_stay",
            "drop trigger if exists events_stay_as_they_are",
        ]
    };
    let indexes = [
        "drop index if exists events_of_partner",
        "drop index if exists events_of_nobody",
    ];
    let tx = db.begin().await.expect("begins");
    for sql in drops.iter().chain(&indexes).chain(statements) {
        tx.execute_unprepared(sql).await.expect("runs");
    }
    tx.commit().await.expect("commits");
}
