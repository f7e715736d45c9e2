//! The schema, step by step. Each step is SQL written once, with the few type names that differ
//! between SQLite and PostgreSQL put in at run time.

#![expect(
    elided_lifetimes_in_paths,
    reason = "the trait of sea-orm-migration is written so"
)]

pub use sea_orm_migration::prelude::*;

mod m20261122_000001_foundation;
mod m20261122_000002_limits;
mod m20261122_000003_audit;
mod m20261122_000004_api_keys;
mod m20261122_000005_clients_in_order;
mod m20261122_000006_jobs_in_turn;
mod m20261122_000007_access;
mod m20261122_000008_invites_by_age;
mod m20261122_000009_row_security;
mod m20261126_000010_texts;
mod m20261126_000011_consent;
mod m20261126_000012_availability;
mod m20261126_000013_widget_styles;
mod m20261126_000014_installation;
mod m20261126_000015_status_words;
mod m20261126_000016_unread_in_order;
mod m20261126_000017_records;
mod m20261126_000018_files;
mod m20261127_000019_imports;
mod m20261127_000020_import_matches;
mod m20261127_000021_removals;
mod m20261127_000022_corrections;
mod m20261127_000023_keys_by_age;
mod m20261127_000024_suspended;
mod m20261127_000025_caught_up;
mod sql;

/// Every migration, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_foundation::Migration),
            Box::new(m20261122_000002_limits::Migration),
            Box::new(m20261122_000003_audit::Migration),
            Box::new(m20261122_000004_api_keys::Migration),
            Box::new(m20261122_000005_clients_in_order::Migration),
            Box::new(m20261122_000006_jobs_in_turn::Migration),
            Box::new(m20261122_000007_access::Migration),
            Box::new(m20261122_000008_invites_by_age::Migration),
            Box::new(m20261122_000009_row_security::Migration),
            Box::new(m20261126_000010_texts::Migration),
            Box::new(m20261126_000011_consent::Migration),
            Box::new(m20261126_000014_installation::Migration),
            Box::new(m20261126_000012_availability::Migration),
            Box::new(m20261126_000013_widget_styles::Migration),
            Box::new(m20261126_000015_status_words::Migration),
            Box::new(m20261126_000016_unread_in_order::Migration),
            Box::new(m20261126_000017_records::Migration),
            Box::new(m20261126_000018_files::Migration),
            Box::new(m20261127_000019_imports::Migration),
            Box::new(m20261127_000020_import_matches::Migration),
            Box::new(m20261127_000021_removals::Migration),
            Box::new(m20261127_000022_corrections::Migration),
            Box::new(m20261127_000023_keys_by_age::Migration),
            Box::new(m20261127_000024_suspended::Migration),
            Box::new(m20261127_000025_caught_up::Migration),
        ]
    }
}
