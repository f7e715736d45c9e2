//! DB-09: what a request asks of the database: few statements, and each by an index.

use crate::application::visitor::{Visitor, header, texting};
use crate::imports::{imported, long, uploaded};
use crate::support::{Operation, World, key, operations};
use crate::tenancy::{Expected, Scene, cell, table};
use crate::texting::talk::Talk;
use gangway::installation::write_calls;
use gangway_api_client::List;
use gangway_domain::wire::DeleteClients;
use reqwest::Method;
use sea_orm::ConnectionTrait as _;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer, filter::LevelFilter};

/// Statements of one request at most.
const FEW: usize = 12;
/// More where a key's calls are told to other instances, every so many calls.
const OF_A_LIMIT: usize = 3;

/// Tables with few rows whatever happens, or that are read as a whole for a reason.
const SMALL: [&str; 2] = ["heartbeats", "seaql_migrations"];

/// Every statement that a request waited for, as it was written.
#[derive(Clone, Default)]
struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    /// Those of this process from now on.
    fn seen() -> Self {
        let statements = Self::default();
        let layer = statements.clone().with_filter(LevelFilter::TRACE);
        tracing_subscriber::registry().with(layer).init();
        statements
    }

    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().expect("not poisoned"))
    }
}

impl<S: tracing::Subscriber + for<'s> LookupSpan<'s>> Layer<S> for Statements {
    fn on_event(&self, event: &tracing::Event<'_>, at: Context<'_, S>) {
        // What a request leaves to be written after it is nobody's wait.
        let in_request = at
            .event_scope(event)
            .is_some_and(|mut spans| spans.any(|span| span.name() == "request"));
        if in_request && event.metadata().target() == "gangway::sql" {
            let mut seen = Message(String::new());
            event.record(&mut seen);
            self.0.lock().expect("not poisoned").push(seen.0);
        }
    }
}

struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

fn reads(operation: &Operation) -> bool {
    operation.method == "get" || operation.id.starts_with("look_up")
}

#[tokio::test]
async fn db_09_every_read_takes_few_statements_each_by_an_index() {
    let statements = Statements::seen();
    let (table, scene) = (table(), Scene::build().await);
    let (mut most, mut looked_at, mut wrong) = (("", 0), 0, BTreeSet::new());
    for operation in operations().into_iter().filter(reads) {
        for identity in &scene.identities {
            if table.cells[operation.id][identity.name] != Expected::Allow {
                continue;
            }
            let cell = cell(&scene, operation, identity).await;
            if operation.id == "read_widget" {
                // What is kept in memory for a moment is read anew.
                scene.world.advance(chrono::Duration::seconds(5));
            }
            statements.taken();
            let (status, body) = cell.send(identity.token()).await;
            assert!(status < 300, "{}: {body}", operation.id);
            let run = statements.taken();
            looked_at += 1;
            if operation.id == "read_widget" {
                assert!(run.len() >= 3, "the first read is seen: {run:?}");
            }
            let counts = run.iter().any(|sql| sql.contains("limit_buckets"));
            if run.len() > most.1 && !counts {
                most = (operation.id, run.len());
            }
            let (id, who) = (operation.id, identity.name);
            assert!(
                run.len() <= FEW + if counts { OF_A_LIMIT } else { 0 },
                "{id} as {who}: {} statements\n{}",
                run.len(),
                run.join("\n")
            );
            for sql in &run {
                for scan in scans(&scene.world, sql).await {
                    wrong.insert(format!("{id}: {scan}\n  {sql}"));
                }
            }
        }
    }
    assert!(most.1 > 3, "statements are seen: {most:?}");
    assert!(
        wrong.is_empty(),
        "{}",
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
    println!(
        "DB-09: {looked_at} reads, {} with the most, {} statements",
        most.0, most.1
    );
}

#[tokio::test]
async fn db_09_a_page_takes_as_many_statements_with_many_rows_as_with_one() {
    let statements = Statements::seen();
    let talk = Talk::begin().await;
    let mut counted = Vec::new();
    for customers in [1..2, 2..40] {
        for index in customers {
            talk.text_from(&format!("+1202555{index:04}"), "Hello")
                .await;
            talk.text_from(&format!("+1202555{index:04}"), "Again")
                .await;
        }
        statements.taken();
        let shown = talk.list(page()).await;
        let run = statements.taken();
        assert!(shown.iter().all(|seen| seen.can_text), "{shown:?}");
        assert!(shown.iter().all(|seen| seen.last_message.is_some()));
        counted.push((shown.len(), run));
    }
    let [(1, one), (39, many)] = counted.as_slice() else {
        panic!("{counted:?}");
    };
    assert!(!one.is_empty(), "statements are seen");
    assert_eq!(one.len(), many.len(), "{}", many.join("\n"));
}

#[tokio::test]
async fn db_09_a_hundred_clients_are_deleted_in_few_more_statements_than_ten() {
    let statements = Statements::seen();
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, long(110)).await;
    assert_eq!(imported(&world, &owner, import.id).await.created, 110);
    let mut counted = Vec::new();
    for clients in [10, 100] {
        let listed = owner.api.list_clients(page()).await.expect("lists").data;
        let ids = listed.iter().take(clients).map(|client| client.id);
        let body = DeleteClients { ids: ids.collect() };
        statements.taken();
        let answer = owner.api.delete_clients(&body, &key()).await;
        assert_eq!(
            answer.expect("deletes").deleted,
            u64::try_from(clients).expect("few")
        );
        counted.push(statements.taken());
    }
    let [ten, hundred] = counted.as_slice() else {
        panic!("{counted:?}");
    };
    assert!(ten.len() > 5, "statements are seen");
    // Events are sealed twenty at a time.
    let more = hundred.len() - ten.len();
    assert!(more <= 4, "{more} more: {}", hundred.join("\n"));
    let checked = gangway::events::verify(world.context()).await;
    assert_eq!(checked.expect("verifies").broken, None);
}

fn page() -> List {
    List {
        limit: Some(100),
        ..List::default()
    }
}

/// Nor what nobody's site may read: strangers cost no more than visitors.
#[tokio::test]
async fn l_04_settings_that_were_read_a_moment_ago_take_no_statement() {
    let statements = Statements::seen();
    let world = World::start().await;
    let jane = texting(&world).await;
    let own = Visitor::of(&world, &jane).await;
    let foreign = Visitor {
        origin: "https://evil.test",
        ..own.elsewhere()
    };
    let unknown = Visitor {
        application_key: "gwa_unknown".to_owned(),
        ..own.elsewhere()
    };
    let ask = async |visitor: &Visitor<'_>, tag: &str| {
        let request = visitor.request(Method::GET, "");
        let answer = request.header("if-none-match", tag).send().await;
        answer.expect("answers")
    };
    statements.taken();
    let first = ask(&own, "").await;
    let tag = header(&first, "etag").expect("a tag");
    assert!(statements.taken().len() > 3, "statements are seen");
    // That it was called for the first time is something new about the client.
    write_calls(world.context()).await;
    ask(&own, tag).await;
    statements.taken();
    assert_eq!(ask(&unknown, "").await.status(), 404);
    assert_eq!(statements.taken().len(), 1);
    for (visitor, tag, status) in [
        (&own, "", 200),
        (&own, tag, 304),
        (&foreign, "", 404),
        (&unknown, "", 404),
    ] {
        assert_eq!(ask(visitor, tag).await.status(), status);
        assert_eq!(statements.taken(), Vec::<String>::new(), "{status}");
    }
    world.advance(chrono::Duration::seconds(5));
    assert_eq!(ask(&own, tag).await.status(), 304);
    assert!(statements.taken().len() > 3, "read anew");
}

/// The tables that a statement reads from end to end.
async fn scans(world: &World, sql: &str) -> Vec<String> {
    if !sql.trim_start().to_lowercase().starts_with("select") {
        return Vec::new();
    }
    let plan = if world.context().db.is_postgres() {
        postgres_plan(world, sql).await
    } else {
        world.plan(&format!("explain query plan {sql}")).await
    };
    let read_whole = |line: &str| {
        let line = line.trim_start_matches([' ', '-', '>']);
        let whole = line.starts_with("SCAN ") && !line.contains("USING")
            || line.starts_with("Seq Scan on ");
        whole
            && !SMALL.iter().any(|small| line.contains(small))
            && !line.contains("CONSTANT ROW")
            && !line.contains("SUBQUERY")
            && !line.contains("(subquery")
    };
    let mut wrong: Vec<String> = plan
        .iter()
        .filter(|line| read_whole(line))
        .cloned()
        .collect();
    wrong.extend(walks_for_each_row(&plan));
    wrong
}

/// SQLite's subqueries that are run for each row and walk through more than that row's own.
fn walks_for_each_row(plan: &[String]) -> impl Iterator<Item = String> {
    let each = plan
        .windows(2)
        .filter(|lines| lines[0].starts_with("CORRELATED"));
    let by_own_id = |line: &str| {
        let by = line.rsplit_once('(').map_or("", |(_, by)| by);
        let mut columns = by.trim_end_matches(')').split(" AND ");
        columns.any(|column| matches!(column, "id=?" | "client_id=?" | "person_id=?"))
    };
    each.filter(move |lines| !by_own_id(&lines[1]))
        .map(|lines| lines[1].clone())
}

#[test]
fn db_09_a_subquery_for_each_row_goes_by_an_id_of_the_row() {
    let plan = |search: &str| ["CORRELATED SCALAR SUBQUERY 1".to_owned(), search.to_owned()];
    let walks = "SEARCH invites USING INDEX invites_in_order (partner_id=? AND kind=?)";
    assert_eq!(walks_for_each_row(&plan(walks)).count(), 1);
    let finds =
        "SEARCH invites USING INDEX invites_by_age (partner_id=? AND client_id=? AND kind=?)";
    assert_eq!(walks_for_each_row(&plan(finds)).count(), 0);
}

/// As for any values, and as if the tables were large: whole tables are read only where there is no index.
async fn postgres_plan(world: &World, sql: &str) -> Vec<String> {
    let holes = (1..)
        .take_while(|number| sql.contains(&format!("${number}")))
        .count();
    let nothing = vec!["null"; holes].join(", ");
    let call = if holes == 0 {
        "asked".to_owned()
    } else {
        format!("asked({nothing})")
    };
    let db = world.context().db.reader();
    let tx = world.context().db.begin().await.expect("begins");
    for setting in [
        "set local enable_seqscan = off",
        "set local plan_cache_mode = force_generic_plan",
    ] {
        tx.execute_unprepared(setting).await.expect("sets");
    }
    tx.execute_unprepared(&format!("prepare asked as {sql}"))
        .await
        .expect("prepares");
    let rows = tx
        .query_all_raw(World::statement(db, &format!("explain execute {call}")))
        .await;
    let plan = rows
        .expect("a plan")
        .iter()
        .map(|row| row.try_get_by_index(0).expect("text"))
        .collect();
    tx.execute_unprepared("deallocate asked")
        .await
        .expect("forgets");
    tx.rollback().await.expect("ends");
    plan
}
