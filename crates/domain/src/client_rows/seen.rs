use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// What must not be in two rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unique {
    Client,
    Contact,
    Domain,
}

/// The values of the rows so far that only one row may have, each with its first row.
///
/// It keeps 128 bits of a hash and the row: 28 to 57 bytes for each value in a table that doubles,
/// so 13 MB for 100,000 rows that have a name, an address and a domain each, however long they are. That two of a million
/// different values share a hash has a chance of one in 10^26.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    first: HashMap<(u64, u64), u32>,
}

impl Seen {
    /// The row further up that has the value; otherwise this row is its first.
    pub(super) fn claim(&mut self, what: Unique, value: &str, row: u32) -> Option<u32> {
        let first = *self.first.entry(hash(what, value)).or_insert(row);
        (first != row).then_some(first)
    }
}

fn hash(what: Unique, value: &str) -> (u64, u64) {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, what, value).hash(&mut hasher);
        hasher.finish()
    };
    (half(0), half(1))
}
