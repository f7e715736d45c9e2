//! JQ-19: how the queue stands can be seen, and there are rules for whom to wake.

use super::rows::{job, put, put_idle_mails};
use crate::support::World;
use chrono::Duration;
use gangway::jobs::{Standing, claim, measure};
use gangway::telemetry::metrics;
use std::collections::BTreeSet;

/// The value of a figure without labels.
fn figure(name: &str) -> f64 {
    let text = metrics::render();
    let line = text.lines().find(|line| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(' '))
    });
    let value = line.and_then(|line| line.split_whitespace().last());
    value.expect(name).parse().expect("a number")
}

#[tokio::test]
async fn jq_19_depth_age_running_and_failed_are_measured() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let ctx = world.context();
    put_idle_mails(ctx, owner.partner().0, 3).await;
    let broken = put(ctx, "mail_sent", 1, "{").await;
    world.advance(Duration::seconds(90));
    claim(ctx).await.expect("claims").expect("a job");
    let standing = measure(ctx).await.expect("measures");
    assert_eq!(
        (standing.waiting, standing.running, standing.failed),
        (3, 1, 0)
    );
    assert!((90..100).contains(&standing.oldest_s), "{standing:?}");
    assert_eq!(figure("gangway_jobs_waiting"), 3.0);
    assert_eq!(figure("gangway_jobs_running"), 1.0);
    assert!(figure("gangway_jobs_oldest_seconds") >= 90.0);
    world.run_jobs().await;
    assert_eq!(job(&world, broken).await.state, "dead");
    let standing = measure(ctx).await.expect("measures");
    let expected = Standing {
        running: 1,
        failed: 1,
        ..Standing::default()
    };
    assert_eq!(standing, expected);
    assert_eq!(figure("gangway_jobs_failed"), 1.0);
    let text = metrics::render();
    assert!(
        text.contains("gangway_jobs_dead_total{kind=\"mail_sent\"} 1"),
        "{text}"
    );
}

#[tokio::test]
async fn jq_19_every_figure_the_alerts_look_at_is_there_from_the_start() {
    let rules = include_str!("../../../../../docs/alerts.yml");
    let read: serde_json::Value = yaml_serde::from_str(rules).expect("YAML");
    let rules = read["groups"][0]["rules"].as_array().expect("rules");
    let mut looked_at = BTreeSet::new();
    for rule in rules {
        for field in ["alert", "expr"] {
            assert!(rule[field].is_string(), "{field} of {rule}");
        }
        for note in ["summary", "action"] {
            assert!(rule["annotations"][note].is_string(), "{note} of {rule}");
        }
        let expression = rule["expr"].as_str().expect("text");
        let names = expression
            .split(|c: char| !c.is_ascii_lowercase() && c != '_')
            .filter(|word| word.starts_with("gangway_"));
        looked_at.extend(names.map(str::to_owned));
    }
    for wanted in [
        "gangway_jobs_waiting",
        "gangway_jobs_oldest_seconds",
        "gangway_jobs_running",
        "gangway_jobs_failed",
        "gangway_jobs_dead_total",
    ] {
        assert!(looked_at.contains(wanted), "no rule looks at {wanted}");
    }
    let _world = World::start().await;
    let text = metrics::render();
    for name in looked_at {
        let there = text.lines().any(|line| {
            line.strip_prefix(&name)
                .is_some_and(|rest| rest.starts_with([' ', '{']))
        });
        assert!(there, "{name} is not in /metrics:\n{text}");
    }
}
