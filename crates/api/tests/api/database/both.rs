//! H10: the same tests on SQLite and on PostgreSQL, by one switch.

use crate::support::World;
use gangway::config::DatabaseUrl;

#[tokio::test]
async fn g1_h10_the_switch_decides_on_which_database_a_test_runs() {
    let world = World::start().await;
    #[expect(clippy::disallowed_methods, reason = "the one switch of the tests")]
    let wanted = std::env::var("GANGWAY_TEST_POSTGRES").is_ok();
    assert_eq!(world.context().db.is_postgres(), wanted);
    match &world.context().config.database.url {
        DatabaseUrl::Sqlite(file) => assert!(!wanted && file.exists(), "a file, never in memory"),
        DatabaseUrl::Postgres(_) => assert!(wanted),
    }
}

#[test]
fn h10_everything_that_must_pass_runs_on_both() {
    let script = include_str!("../../../../../scripts/test.sh");
    let parts = script
        .lines()
        .find(|line| line.starts_with("parts=("))
        .expect("the parts");
    assert!(
        parts.contains(" test-rust ") && parts.contains(" test-postgres "),
        "{parts}"
    );
    assert!(include_str!("../../../../../.ci/run").contains("./just test"));
}
