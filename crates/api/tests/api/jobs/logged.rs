//! JQ-19: every line of the log about a job says which, which try, and whose.

use super::rows::put;
use crate::support::process::serving_aloud;
use crate::support::{World, company_info, key};
use gangway_domain::wire::SendInvite;
use gangway_sandbox::{Fault, FaultKind, Options, Sandbox};
use serde_json::Value;
use std::sync::Arc;
use std::time::{Duration, Instant};

#[tokio::test]
async fn jq_19_every_line_about_a_job_names_job_try_and_partner() {
    let sandbox = Arc::new(Sandbox::start(Options::default()).expect("a sandbox"));
    let mut world = World::start_beside(&sandbox).await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    world.run_jobs().await;
    // A job that is tried again, one that fails for good, one that nobody can read.
    sandbox.twilio().fault(Fault {
        kind: FaultKind::NoNumbers,
        ..Fault::default()
    });
    jane.api
        .order_sms_number(jane.client, &key())
        .await
        .expect("orders");
    let refused = "joe@client.example";
    sandbox
        .mailbox()
        .refuse_recipient(refused, 550, "5.1.1 No such user");
    let body = SendInvite {
        email: refused.to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    put(world.context(), "mail_sent", 1, "{").await;
    let partner = owner.partner().to_string();
    world.pause().await;

    let settings = world.settings_beside(&[
        ("GANGWAY_JOB_WORKERS", "4"),
        ("GANGWAY_LOG_FORMAT", "json"),
        ("GANGWAY_LOG", "debug,sqlx=info,hyper=info"),
    ]);
    let (mut child, _, lines) = serving_aloud(&settings);
    let begun = Instant::now();
    let about_jobs = loop {
        let read: Vec<Value> = lines
            .lock()
            .expect("lines")
            .iter()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        let about = read.into_iter().filter(|line| {
            line["message"].as_str().is_some_and(|words| {
                words.starts_with("job ") || words.starts_with("no number yet")
            })
        });
        let about: Vec<Value> = about.collect();
        if about.len() >= 4 {
            break about;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{about:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    child.kill().expect("kills");
    child.wait().expect("ends");
    let mut owners = Vec::new();
    for line in &about_jobs {
        let span = &line["span"];
        assert_eq!(span["name"], "job", "{line}");
        let id = span["job_id"].as_str().expect("an id");
        assert!(uuid::Uuid::parse_str(id).is_ok(), "{line}");
        assert_eq!(span["attempt"], 1, "{line}");
        owners.push(span["partner_id"].as_str().expect("a partner").to_owned());
    }
    assert_eq!(
        owners.iter().filter(|owner| **owner == partner).count(),
        3,
        "{owners:?}"
    );
    assert_eq!(
        owners.iter().filter(|owner| *owner == "none").count(),
        1,
        "{owners:?}"
    );
}
