//! JQ-01: a job and its cause are committed together or not at all.

use super::fail_points::OF_REQUESTS;
use super::rows::jobs;
use crate::support::process::{ended, serving};
use crate::support::{World, contract, key, password};
use gangway_api_client::{Client, Failure, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{SendInvite, SignIn};
use std::os::unix::process::ExitStatusExt as _;

fn invitation() -> SendInvite {
    SendInvite {
        email: "jane@client.example".to_owned(),
    }
}

#[tokio::test]
async fn jq_01_a_process_killed_around_the_commit_leaves_both_or_neither() {
    for (point, left) in OF_REQUESTS.into_iter().zip([0, 1]) {
        let mut world = World::start().await;
        let owner = world.partner("Harbor IT").await;
        world.pause().await;
        let failing = format!("{point}=return");
        let mut settings: Vec<(&str, &str)> = world
            .settings()
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        // It says where it really listens unless it was told another address.
        settings.retain(|(name, _)| *name != "GANGWAY_BASE_URL");
        settings.push(("FAILPOINTS", &failing));
        let (child, base) = serving(&settings);
        let api = Client::new(&base).observed(contract::check);
        let body = SignIn {
            email: owner.email.clone(),
            password: password(),
        };
        api.sign_in(&body).await.expect("signs in");
        let key = key();
        let lost = api.send_invite(&invitation(), &key).await;
        assert!(
            matches!(lost, Err(Failure::Unreachable)),
            "{point}: {lost:?}"
        );
        assert_eq!(ended(child).0.signal(), Some(6), "{point}");

        world.resume().await;
        assert_eq!(jobs(&world, "mail_sent").await.len(), left, "{point}");
        let owner = world.sign_in(&owner.email).await.expect("signs in");
        let invites = owner.api.list_invites(List::first()).await.expect("lists");
        assert_eq!(invites.data.len(), left, "{point}");
        // The same request again: the kept answer, or the effect for the first time.
        owner
            .api
            .send_invite(&invitation(), &key)
            .await
            .expect("invites");
        assert_eq!(jobs(&world, "mail_sent").await.len(), 1, "{point}");
        world.run_jobs().await;
        assert_eq!(
            world.sandbox().mailbox().to("jane@client.example").len(),
            1,
            "{point}"
        );
    }
}

#[tokio::test]
async fn jq_01_ob_02_after_a_rollback_there_is_no_job_and_the_process_lives() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let before = world.tables().await;
    fail::cfg("before_commit", "panic").expect("a fail point");
    let key = key();
    let failure = owner
        .api
        .send_invite(&invitation(), &key)
        .await
        .expect_err("fails");
    assert!(failure.is(ProblemCode::Internal), "{failure:?}");
    assert!(
        failure
            .reference()
            .is_some_and(|reference| reference.len() > 8)
    );
    assert!(
        !failure.to_string().contains("before_commit"),
        "no detail of ours: {failure}"
    );
    fail::remove("before_commit");
    assert_eq!(world.tables().await, before);
    assert_eq!(world.run_jobs().await, 0);
    owner
        .api
        .send_invite(&invitation(), &key)
        .await
        .expect("an answer that failed is not kept");
    assert_eq!(world.run_jobs().await, 1);
}
