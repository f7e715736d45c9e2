use super::{About, Setting, Values, parse, parse::Choice};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// One object a line.
    Json,
    Text,
}

impl Choice for LogFormat {
    const WORDS: &'static [(&'static str, Self)] = &[("json", Self::Json), ("text", Self::Text)];
}

#[derive(Clone, Debug)]
pub struct Log {
    /// As `tracing` reads it.
    pub filter: String,
    pub format: LogFormat,
}

static FILTER: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_LOG",
        key: "log.filter",
        default: "info,actix_server=warn,sea_orm_migration=warn",
        secret: false,
        doc: "What is logged: error, warn, info, debug, or by part, such as info,gangway=debug.",
    },
    parse: parse::log_filter,
};

static FORMAT: Setting<LogFormat> = Setting {
    about: About {
        name: "GANGWAY_LOG_FORMAT",
        key: "log.format",
        default: "json",
        secret: false,
        doc: "json: one object a line, for machines. text: for people.",
    },
    parse: parse::choice,
};

pub(super) static TABLE: &[&About] = &[&FILTER.about, &FORMAT.about];

pub(super) fn read(values: &mut Values) -> Option<Log> {
    let filter = values.get(&FILTER);
    let format = values.get(&FORMAT);
    Some(Log {
        filter: filter?,
        format: format?,
    })
}
