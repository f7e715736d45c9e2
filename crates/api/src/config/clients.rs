use chrono::TimeDelta;

use super::{About, Setting, Values, parse};

/// What holds for clients of every partner.
#[derive(Clone, Copy, Debug)]
pub struct Clients {
    /// How long a deleted client can be restored; then it is removed for ever.
    pub retention: TimeDelta,
    /// How long a list that is not confirmed waits, and how long rows of one that is over stay.
    pub imports_kept: TimeDelta,
}

static RETENTION_DAYS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_DELETED_CLIENTS_DAYS",
        key: "clients.deleted_days",
        default: "30",
        secret: false,
        doc: "Days a deleted client can be restored; then it is removed for ever, and its number is given back.",
    },
    parse: parse::number::<i64, 1, 3650>,
};

static IMPORTS_DAYS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_IMPORTS_DAYS",
        key: "clients.imports_days",
        default: "30",
        secret: false,
        doc: "Days a list of clients waits to be confirmed or matched, and days its rows can be downloaded once its import is over; then they are removed.",
    },
    parse: parse::number::<i64, 1, 3650>,
};

pub(super) static TABLE: &[&About] = &[&RETENTION_DAYS.about, &IMPORTS_DAYS.about];

pub(super) fn clients(values: &mut Values) -> Option<Clients> {
    let retention = values.get(&RETENTION_DAYS).map(TimeDelta::days);
    let imports_kept = values.get(&IMPORTS_DAYS).map(TimeDelta::days);
    Some(Clients {
        retention: retention?,
        imports_kept: imports_kept?,
    })
}
