//! The database under the API.

mod both;
mod concurrent_writers;
mod migrations;
mod pragmas;
mod same_answers;
mod statements;
