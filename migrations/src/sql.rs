//! Running a file of SQL on either database.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

/// A migration that is nothing but statements (see [`run`]). What is for PostgreSQL alone comes last and is
/// sent as it is: its blocks have semicolons inside.
macro_rules! migration {
    (up: $up:expr, $(postgres: $postgres:expr,)? down: $down:expr $(,)?) => {
        use sea_orm_migration::prelude::*;

        #[derive(DeriveMigrationName)]
        pub struct Migration;

        #[async_trait::async_trait]
        impl MigrationTrait for Migration {
            async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
                $crate::sql::run(manager, $up).await?;
                $($crate::sql::run_on_postgres(manager, $postgres).await?;)?
                Ok(())
            }

            async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
                $crate::sql::run(manager, $down).await
            }
        }
    };
}
pub(crate) use migration;

/// Runs statements as they are, on PostgreSQL only.
pub async fn run_on_postgres(manager: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == DatabaseBackend::Postgres {
        manager
            .get_connection()
            .execute_unprepared(statements)
            .await?;
    }
    Ok(())
}

/// Runs statements separated by `;` at a line's end. `$uuid`, `$time`, `$json` and `$flag` stand for
/// the database's own type names; a line starting with `--` is a comment.
pub async fn run(manager: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let backend = manager.get_database_backend();
    for statement in statements.split(";\n") {
        let text = spell(statement, backend);
        if !text.is_empty() {
            manager.get_connection().execute_unprepared(&text).await?;
        }
    }
    Ok(())
}

fn spell(statement: &str, backend: DatabaseBackend) -> String {
    let (uuid, time, json, flag) = match backend {
        DatabaseBackend::Postgres => ("uuid", "timestamptz", "jsonb", "boolean"),
        _ => (
            "uuid_text",
            "timestamp_with_timezone_text",
            "json_text",
            "boolean",
        ),
    };
    statement
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .collect::<Vec<_>>()
        .join("\n")
        .replace("$uuid", uuid)
        .replace("$time", time)
        .replace("$json", json)
        .replace("$flag", flag)
        .trim()
        .trim_end_matches(';')
        .to_owned()
}
