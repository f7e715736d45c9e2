//! The database as it is stored: to see that nothing changed, or that nothing secret is kept.

use super::World;
use gangway::config::DatabaseUrl;
use gangway::installation::write_calls;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;

impl World {
    /// Every row of every table as text, by table; but for when something was last used, which is
    /// noted for whoever only reads, too. What requests leave to be written after them is written.
    pub async fn tables(&self) -> BTreeMap<String, Vec<String>> {
        write_calls(self.context()).await;
        let postgres = self.context().db.is_postgres();
        let names = self.texts(if postgres {
            "select table_name::text from information_schema.tables where table_schema = 'public'"
        } else {
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
        });
        let mut tables = BTreeMap::new();
        for table in names.await {
            // How often somebody asked is no part of what is stored about anything.
            if table == "limit_buckets" {
                continue;
            }
            let row = if postgres {
                "(to_jsonb(t) - 'last_used_at')::text".to_owned()
            } else {
                self.quoted_columns(&table).await
            };
            let rows = self
                .texts(&format!("select {row} from \"{table}\" t order by 1"))
                .await;
            tables.insert(table, rows);
        }
        tables
    }

    /// As after hours in which nobody asked for anything: every limit lets through what it can.
    pub async fn after_quiet_hours(&self) {
        let tx = self.context().db.begin().await.expect("begins");
        tx.execute_unprepared("delete from limit_buckets")
            .await
            .expect("deletes");
        tx.commit().await.expect("commits");
    }

    /// How many events of a kind there are.
    pub async fn events(&self, kind: &str) -> usize {
        self.texts(&format!("select kind from events where kind = '{kind}'"))
            .await
            .len()
    }

    /// How many rows a table has.
    pub async fn rows(&self, table: &str) -> usize {
        self.tables().await.get(table).expect("a table").len()
    }

    /// Everything the database keeps, as one text: the rows, and on SQLite the bytes of its files.
    pub async fn everything_stored(&self) -> String {
        let mut all: String = self.tables().await.into_values().flatten().collect();
        if let DatabaseUrl::Sqlite(file) = &self.context().config.database.url {
            for suffix in ["", "-wal"] {
                let path = format!("{}{suffix}", file.display());
                let bytes = std::fs::read(path).unwrap_or_default();
                all.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
        all
    }

    async fn quoted_columns(&self, table: &str) -> String {
        let columns = self
            .texts(&format!(
                "select name from pragma_table_info('{table}') where name <> 'last_used_at'"
            ))
            .await;
        let quoted: Vec<String> = columns
            .iter()
            .map(|column| format!("quote(\"{column}\")"))
            .collect();
        quoted.join(" || ' | ' || ")
    }

    /// The first column of what a query finds, which is text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        self.column(0, sql).await
    }

    /// The lines of a plan of SQLite's.
    pub async fn plan(&self, sql: &str) -> Vec<String> {
        self.column(3, sql).await
    }

    /// A statement without values, for the database of a connection.
    pub fn statement(db: &impl ConnectionTrait, sql: &str) -> Statement {
        Statement::from_string(db.get_database_backend(), sql)
    }

    async fn column(&self, index: usize, sql: &str) -> Vec<String> {
        let db = self.context().db.reader();
        let found = db.query_all_raw(Self::statement(db, sql)).await;
        let rows = found.expect("the query works");
        rows.iter()
            .map(|row| row.try_get_by_index(index).expect("text"))
            .collect()
    }
}
