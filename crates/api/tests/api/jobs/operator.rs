//! H8: the operator sees the queue, and has jobs tried again or taken out.

use super::rows::{job, put};
use crate::support::process::said;
use crate::support::{World, key};
use gangway_domain::wire::SendInvite;

/// What the command said, and whether it succeeded.
fn jobs_command(world: &World, arguments: &[&str]) -> (bool, String) {
    let settings = world.settings_beside(&[]);
    said(&[&["jobs"], arguments].concat(), &settings)
}

#[tokio::test]
async fn h8_a_mail_that_was_refused_for_good_is_listed_and_sent_once_the_operator_says_so() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let to = "jane@client.example";
    let mailbox = world.sandbox().mailbox();
    mailbox.refuse_recipient(to, 550, "5.1.1 No such user");
    let body = SendInvite {
        email: to.to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    world.run_jobs().await;
    let (listed, said) = jobs_command(&world, &["list", "--state", "dead"]);
    let line = said.trim();
    assert!(listed && said.lines().count() == 1, "{said}");
    for words in [
        "mail_sent",
        "dead",
        &owner.partner().to_string(),
        "refused it for good",
    ] {
        assert!(line.contains(words), "{words}: {line}");
    }
    assert!(!line.contains('@'), "nobody's address: {line}");
    let id = line.split_whitespace().next().expect("an id");
    // Its cause is not yet gone: it is given up once more.
    assert!(jobs_command(&world, &["retry", id]).0);
    world.run_jobs().await;
    assert_eq!(job(&world, id.parse().expect("an id")).await.state, "dead");
    mailbox.clear_refusals();
    let (retried, said) = jobs_command(&world, &["retry", "--all"]);
    assert!(retried && said == "1 jobs will be tried again.\n", "{said}");
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to(to).len(), 1);
    let (again, said) = jobs_command(&world, &["retry", id]);
    assert!(
        !again && said.contains("no job that was given up"),
        "{said}"
    );
    let (_, said) = jobs_command(&world, &["list", "--state", "dead"]);
    assert_eq!(said, "No such jobs.\n");
}

#[tokio::test]
async fn h8_a_job_is_taken_out_of_the_queue() {
    let world = World::start().await;
    let id = put(world.context(), "mail_sent", 1, "{").await;
    let (listed, said) = jobs_command(&world, &["list"]);
    assert!(listed && said.contains(&id.to_string()), "{said}");
    assert!(said.contains("old_rows_pruned"), "{said}");
    assert!(jobs_command(&world, &["cancel", &id.to_string()]).0);
    assert_eq!(world.run_jobs().await, 0);
    assert_eq!(job(&world, id).await.state, "cancelled");
    assert!(!jobs_command(&world, &["cancel", &id.to_string()]).0);
    assert!(!jobs_command(&world, &["retry"]).0, "which ones?");
}
