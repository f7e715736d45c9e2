use std::path::PathBuf;

use secrecy::SecretString;

use super::{About, Server, Setting, Values, parse};

/// Which database.
#[derive(Clone, Debug)]
pub enum DatabaseUrl {
    /// A file; parent folders are made when missing.
    Sqlite(PathBuf),
    /// `postgres://...`, with its password.
    Postgres(SecretString),
}

#[derive(Clone, Debug)]
pub struct Database {
    pub url: DatabaseUrl,
    /// PostgreSQL: size of the pool. SQLite: readers, besides the one writer.
    pub connections: u32,
    pub migrate_at_start: bool,
}

static URL: Setting<DatabaseUrl> = Setting {
    about: About {
        name: "DATABASE_URL",
        key: "database.url",
        default: "",
        secret: true,
        doc: "sqlite:path/to/file.db or postgres://user:password@host:5432/name. Without it: gangway.db in the data folder.",
    },
    parse: database_url,
};

static CONNECTIONS: Setting<u32> = Setting {
    about: About {
        name: "GANGWAY_DATABASE_CONNECTIONS",
        key: "database.connections",
        default: "8",
        secret: false,
        doc: "Connections to the database; for SQLite, readers besides the one writer. Imports of lists take up to two more on PostgreSQL.",
    },
    parse: parse::number::<u32, 1, 500>,
};

static MIGRATE_AT_START: Setting<bool> = Setting {
    about: About {
        name: "GANGWAY_MIGRATE_AT_START",
        key: "database.migrate_at_start",
        default: "true",
        secret: false,
        doc: "Bring the schema up to date when the server starts. With false, run gangway migrate first.",
    },
    parse: parse::flag,
};

pub(super) static TABLE: &[&About] = &[&URL.about, &CONNECTIONS.about, &MIGRATE_AT_START.about];

pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Database> {
    let in_data_dir = |s: &Server| DatabaseUrl::Sqlite(s.data_dir.join("gangway.db"));
    let url = values.get(&URL).or_else(|| server.map(in_data_dir));
    let connections = values.get(&CONNECTIONS);
    let migrate_at_start = values.get(&MIGRATE_AT_START);
    Some(Database {
        url: url?,
        connections: connections?,
        migrate_at_start: migrate_at_start?,
    })
}

fn database_url(text: &str) -> Result<DatabaseUrl, String> {
    if let Some(rest) = text.strip_prefix("sqlite:") {
        let file = rest.strip_prefix("//").unwrap_or(rest);
        return if file.is_empty() || file.starts_with(':') || file.contains('?') {
            Err("sqlite: followed by the path of a file, without options".into())
        } else {
            Ok(DatabaseUrl::Sqlite(file.into()))
        };
    }
    let parsed = url::Url::parse(text).ok();
    match parsed.filter(|u| matches!(u.scheme(), "postgres" | "postgresql") && u.has_host()) {
        Some(_) => Ok(DatabaseUrl::Postgres(text.into())),
        None => Err("sqlite:path/to/file.db or postgres://user:password@host:5432/name".into()),
    }
}
