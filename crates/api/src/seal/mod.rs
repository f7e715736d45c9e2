//! Secrets as they are stored: sealed with AES-256-GCM, each for the one place it stands in.
//!
//! An owner has a key of its own (a partner; for what is a person's own, the person), made at random
//! and stored sealed by the master key. A sealed text is `v1.<key id>.<nonce and ciphertext>`; owner,
//! table, row and column are authenticated with it, so that it opens nowhere else.

mod data_key;
mod store;

#[cfg(test)]
mod tests;

pub use data_key::{DataKey, MasterKey, Unsealable};
pub use store::{open, seal};

use uuid::Uuid;

/// Where a sealed secret stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The partner or person it belongs to.
    pub owner: Uuid,
    /// The table.
    pub table: &'a str,
    /// The row.
    pub row: Uuid,
    /// The column.
    pub column: &'a str,
}

impl Spot<'_> {
    fn authenticated(self) -> String {
        let Self {
            owner,
            table,
            row,
            column,
        } = self;
        format!("{owner}|{table}|{row}|{column}")
    }
}
