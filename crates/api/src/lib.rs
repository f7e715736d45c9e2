//! The Gangway server.

pub mod config;
pub mod mail;
