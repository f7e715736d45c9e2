//! What the other partner has carries a word nobody else ever sees, in every column of text.

use crate::support::World;
use gangway_domain::ids::PartnerId;
use sea_orm::ConnectionTrait as _;

/// The word.
pub const MARKER: &str = "ZZFOREIGN";

/// Text that is the program's own or that the schema fixes: states, kinds, hashes, places of the world.
const OF_THE_PROGRAM: [&str; 29] = [
    "actor",
    "application_key",
    "clients_word",
    "company_info",
    "country",
    "credentials",
    "direction",
    "enable_application",
    "enable_sms",
    "invite_team",
    "kind",
    "last_four",
    "message",
    "part",
    "payload",
    "provider_sid",
    "provider_status",
    "role",
    "scopes",
    "secret_hash",
    "source",
    "state",
    "time_zone",
    "unique_key",
    "purpose",
    "media_type",
    "sizes",
    "digest",
    "last_error",
];

/// Events, consents and their wordings are never changed, so theirs are marked by what was done; jobs are
/// shown to nobody.
const LEFT_ALONE: [&str; 4] = ["consent_wordings", "consents", "events", "jobs"];

/// Writes the word into whatever text of the partner's has not got it yet.
pub async fn mark(world: &World, partner: PartnerId) {
    let tx = world.context().db.begin().await.expect("begins");
    for (table, column) in columns(world).await {
        // It is JSON, and has the word from what was typed.
        if column == "draft" {
            continue;
        }
        let mine = rows_of(world, &table, partner);
        let value = value_for(&column);
        let sql = format!(
            "update {table} set {column} = '{value}' where {mine} and ({column} is null or upper({column}) not like '%{MARKER}%')"
        );
        tx.execute_unprepared(&sql).await.expect("marks");
    }
    tx.commit().await.expect("commits");
}

/// Whether every column has rows of the partner's, and all of them are marked.
pub async fn require_all_marked(world: &World, partner: PartnerId) {
    let columns = columns(world).await;
    for (table, column) in &columns {
        let mine = rows_of(world, table, partner);
        let all = world
            .texts(&format!(
                "select coalesce({column}, '') from {table} where {mine}"
            ))
            .await;
        assert!(!all.is_empty(), "{table} has nothing of the other partner");
        for text in all {
            assert!(
                text.to_uppercase().contains(MARKER),
                "{table}.{column}: {text}"
            );
        }
    }
    assert!(columns.len() > 30, "{} columns", columns.len());
}

/// Every column of text in the tables of partners.
async fn columns(world: &World) -> Vec<(String, String)> {
    let sql = if world.context().db.is_postgres() {
        "select table_name::text || '.' || column_name::text from information_schema.columns c
         where table_schema = 'public' and data_type = 'text' and (table_name = 'partners' or exists (
             select 1 from information_schema.columns o
             where o.table_name = c.table_name and o.column_name = 'partner_id'))"
    } else {
        "select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c
         where m.type = 'table' and lower(c.type) = 'text' and (m.name = 'partners' or exists (
             select 1 from pragma_table_info(m.name) o where o.name = 'partner_id'))"
    };
    let all = world.texts(sql).await;
    all.iter()
        .filter_map(|name| name.split_once('.'))
        .filter(|(table, column)| !LEFT_ALONE.contains(table) && !OF_THE_PROGRAM.contains(column))
        .map(|(table, column)| (table.to_owned(), column.to_owned()))
        .collect()
}

fn rows_of(world: &World, table: &str, partner: PartnerId) -> String {
    let key = if table == "partners" {
        "id"
    } else {
        "partner_id"
    };
    if world.context().db.is_postgres() {
        format!("{key} = '{partner}'")
    } else {
        format!("{key} = x'{}'", partner.0.simple())
    }
}

/// The word in the shape of the column, where a shape is asked for.
fn value_for(column: &str) -> String {
    match column {
        "email" | "reply_to" | "recipient" | "contact_email" | "support_email" => {
            format!("{MARKER}@foreign.example")
        }
        "website" | "privacy_url" | "terms_url" => format!("https://{MARKER}.example"),
        "it_glue_address" => format!("{MARKER}.itglue.com"),
        _ => MARKER.to_owned(),
    }
}
