use chrono::TimeDelta;

use super::{About, Setting, Values, parse};

/// What holds for clients of every partner.
#[derive(Clone, Copy, Debug)]
pub struct Clients {
    /// How long a deleted client can be restored; then it is removed for ever.
    pub retention: TimeDelta,
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

pub(super) static TABLE: &[&About] = &[&RETENTION_DAYS.about];

pub(super) fn clients(values: &mut Values) -> Option<Clients> {
    let retention = values.get(&RETENTION_DAYS).map(TimeDelta::days);
    Some(Clients {
        retention: retention?,
    })
}
