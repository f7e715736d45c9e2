//! The database under the API.

mod answer_lost;
mod both;
mod concurrent_writers;
mod disk_full;
mod killed;
mod locked;
mod migrated_full;
mod migrations;
mod overload;
mod postgres_faults;
mod pragmas;
mod reads;
mod same_answers;
mod stand;
mod statements;
