//! `matrix.csv`: what every identity gets from every operation.

use std::collections::BTreeMap;

/// What a cell of the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Allow,
    Deny401,
    Deny403,
    Deny404,
}

impl Expected {
    fn parse(text: &str) -> Self {
        match text {
            "allow" => Self::Allow,
            "deny401" => Self::Deny401,
            "deny403" => Self::Deny403,
            "deny404" => Self::Deny404,
            other => panic!("{other:?} is no outcome"),
        }
    }

    /// Whether a status is what the cell says.
    pub fn fits(self, status: u16) -> bool {
        match self {
            Self::Allow => (200..300).contains(&status),
            Self::Deny401 => status == 401,
            Self::Deny403 => status == 403,
            Self::Deny404 => status == 404,
        }
    }
}

/// The table: outcomes by operation and identity.
pub struct Table {
    pub identities: Vec<&'static str>,
    pub cells: BTreeMap<&'static str, BTreeMap<&'static str, Expected>>,
}

/// The checked-in table.
pub fn table() -> Table {
    let mut lines = include_str!("matrix.csv").lines();
    let mut head = lines.next().expect("a head").split(',');
    assert_eq!(head.next(), Some("operation"));
    let identities: Vec<&str> = head.collect();
    let mut cells = BTreeMap::new();
    for line in lines {
        let mut row = line.split(',');
        let operation = row.next().expect("an operation");
        let outcomes: Vec<Expected> = row.map(Expected::parse).collect();
        assert_eq!(
            outcomes.len(),
            identities.len(),
            "{operation}: a cell per identity"
        );
        let row = identities.iter().copied().zip(outcomes).collect();
        assert!(
            cells.insert(operation, row).is_none(),
            "{operation} stands there twice"
        );
    }
    Table { identities, cells }
}
