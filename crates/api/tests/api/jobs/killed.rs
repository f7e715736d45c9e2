//! JQ-02: the process dies at each fail point of each kind of job, and another one takes over.

use super::fail_points::OF_JOBS;
use super::rows::{job, jobs, make_due, open_job};
use crate::support::process::gangway;
use crate::support::{World, company_info, key};
use crate::texting::talk::{CUSTOMER, incoming, signature, to_number};
use chrono::Duration;
use gangway::context::{Clock as _, MovableClock};
use gangway_api_client::{Client, List};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{
    CheckInstallation, MessageState, SendInvite, SmsNumberState, UpdateTextingSettings,
};
use gangway_sandbox::{Fault, FaultKind, Mail, Options, Sandbox, TextIn};
use sea_orm::ConnectionTrait as _;
use std::os::unix::process::ExitStatusExt as _;
use std::sync::Arc;
use std::time::Instant;

const SIGABRT: i32 = 6;

pub fn points(kind: &str) -> &'static [&'static str] {
    OF_JOBS
        .iter()
        .find(|(known, _)| *known == kind)
        .expect("a kind")
        .1
}

pub fn providers() -> Arc<Sandbox> {
    Arc::new(Sandbox::start(Options::default()).expect("a sandbox"))
}

/// Runs the real binary on the data until it dies at the point; then, once the lease has run out,
/// does what is due.
pub async fn die_and_go_on(world: &mut World, point: &str) {
    world.pause().await;
    let failing = format!("{point}=return");
    let mut settings: Vec<(&str, &str)> = world
        .settings()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    settings.retain(|(name, _)| *name != "GANGWAY_JOB_WORKERS");
    settings.extend([
        ("GANGWAY_JOB_WORKERS", "1"),
        ("FAILPOINTS", failing.as_str()),
    ]);
    let mut child = gangway(&["serve"], &settings);
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if started.elapsed().as_secs() > 60 {
            child.kill().expect("kills");
            panic!("{point} was never reached");
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    };
    assert_eq!(status.signal(), Some(SIGABRT), "{point}: {status}");
    world.resume().await;
    assert_eq!(world.run_jobs().await, 0, "{point}: the lease holds");
    world.advance(Duration::seconds(91));
    world.run_jobs().await;
    // Back to the time that the next process lives in.
    world.advance(Duration::seconds(-91));
}

#[tokio::test]
async fn jq_02_a_mail_survives_a_kill_at_every_point_with_one_message_id() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    for point in points("mail_sent") {
        let owner = world
            .sign_in("owner@harborit.example")
            .await
            .expect("signs in");
        let email = format!("{point}@client.example").replace('_', ".");
        let body = SendInvite {
            email: email.clone(),
        };
        owner.api.send_invite(&body, &key()).await.expect("invites");
        let queued = open_job(&world, "mail_sent").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        let mails = sandbox.mailbox().to(&email);
        // At least once: only a death between the mail server's yes and our note of it sends again.
        assert_eq!(
            mails.len(),
            if *point == "after_mail" { 2 } else { 1 },
            "{point}"
        );
        let ids: Vec<String> = mails.iter().map(message_id).collect();
        assert!(
            ids.windows(2).all(|pair| pair[0] == pair[1]),
            "{point}: {ids:?}"
        );
    }
}

fn message_id(mail: &Mail) -> String {
    let mut lines = mail.headers.lines();
    let line = lines.find(|line| line.to_lowercase().starts_with("message-id:"));
    line.expect("a Message-ID").to_owned()
}

#[tokio::test]
async fn jq_02_a_number_is_bought_once_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    for (count, point) in points("number_bought").iter().enumerate() {
        let client = order(&world, point).await;
        let queued = open_job(&world, "number_bought").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        let owner = world
            .sign_in("owner@harborit.example")
            .await
            .expect("signs in");
        let number = owner.api.read_sms_number(client).await.expect("reads");
        assert_eq!(number.state, SmsNumberState::Assigned, "{point}");
        let bought = sandbox.twilio().numbers();
        assert_eq!(bought.len(), count + 1, "{point}: bought once");
        let ours = |owned: &&gangway_sandbox::OwnedNumber| {
            Some(&owned.phone_number) == number.number.as_ref()
        };
        assert_eq!(bought.iter().filter(ours).count(), 1, "{point}");
    }
    assert_eq!(
        jobs(&world, "number_bought").await.len(),
        points("number_bought").len()
    );
    assert_eq!(
        world.events("sms_number.assigned").await,
        points("number_bought").len()
    );
}

/// A client that has asked for a number; nothing else is due.
async fn order(world: &World, point: &str) -> ClientId {
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let email = format!("{point}@client.example").replace('_', ".");
    let user = world.client_of(&owner, &email).await;
    user.api
        .submit_company_info(user.client, &company_info(point), &key())
        .await
        .expect("submits");
    world.run_jobs().await;
    user.api
        .order_sms_number(user.client, &key())
        .await
        .expect("orders");
    user.client
}

#[tokio::test]
async fn jq_02_pruning_goes_on_after_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    for point in points("old_rows_pruned") {
        let pruning = open_job(&world, "old_rows_pruned").await;
        make_due(&world, pruning.id, pruning.created_at).await;
        die_and_go_on(&mut world, point).await;
        let after = job(&world, pruning.id).await;
        assert_eq!(after.state, "waiting", "{point}: it comes back by itself");
        assert!(after.run_at > world.context().now(), "{point}");
        assert!(
            after.attempts > pruning.attempts + 1,
            "{point}: the try that died counts"
        );
    }
}

#[tokio::test]
async fn jq_02_a_client_is_removed_for_ever_by_the_next_run_after_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    for (number, point) in points("client_removed").iter().enumerate() {
        let client = order(&world, &format!("removed{number}")).await;
        world.run_jobs().await;
        let owner = owner(&world).await;
        let etag = owner.read_client(client).await.expect("reads").etag;
        owner.delete_client(client, &etag).await.expect("deletes");
        let removal = open_job(&world, "client_removed").await;
        // The process that dies goes by the clock on the wall.
        let long_ago = "2020-01-01T00:00:00.000+00:00";
        let tx = world.context().db.begin().await.expect("begins");
        let sql =
            format!("update clients set deleted_at = '{long_ago}' where deleted_at is not null");
        tx.execute_unprepared(&sql).await.expect("changes");
        tx.commit().await.expect("commits");
        make_due(&world, removal.id, removal.created_at).await;
        die_and_go_on(&mut world, point).await;
        assert_eq!(job(&world, removal.id).await.state, "done", "{point}");
        assert_eq!(world.events("client.removed").await, number + 1, "{point}");
        assert!(sandbox.twilio().numbers().is_empty(), "{point}");
    }
}

/// A client whose nights are not quiet, with a number that a customer has texted.
async fn texted(world: &World) -> ClientId {
    let client = order(world, "texted").await;
    world.run_jobs().await;
    let owner = owner(world).await;
    let number = owner.read_sms_number(client).await.expect("reads").number;
    let (url, params) = incoming(world, &number.expect("a number"), "Hello");
    let path = url.strip_prefix("http://localhost:8080").expect("ours");
    let signed = signature(world, &url, &params);
    let request = world.http().post(format!("{}{path}", world.base()));
    let request = request.form(&params).header("x-twilio-signature", signed);
    assert_eq!(request.send().await.expect("an answer").status(), 200);
    let read = owner.read_texting_settings(client).await.expect("reads");
    let always = UpdateTextingSettings {
        quiet_from: Some("00:00".to_owned()),
        quiet_until: Some("00:00".to_owned()),
        ..UpdateTextingSettings::default()
    };
    let set = owner.update_texting_settings(client, &always, &read.etag);
    set.await.expect("sets");
    client
}

async fn owner(world: &World) -> Client {
    let email = "owner@harborit.example";
    world.sign_in(email).await.expect("signs in").api
}

async fn send(world: &World, client: ClientId, body: &str) {
    let text = to_number(CUSTOMER, body);
    let owner = owner(world).await;
    owner
        .send_message(client, &text, &key())
        .await
        .expect("queues");
}

fn sent(sandbox: &Sandbox, body: &str) -> usize {
    let messages = sandbox.twilio().messages();
    messages.iter().filter(|text| text.body == body).count()
}

#[tokio::test]
async fn jq_02_sm_01_a_text_is_sent_at_most_once_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    let client = texted(&world).await;
    for point in points("text_sent") {
        send(&world, client, point).await;
        let queued = open_job(&world, "text_sent").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        // What became of it is looked up.
        world.advance(Duration::seconds(120));
        world.run_jobs().await;
        world.advance(Duration::seconds(-120));
        let unknown = *point == "before_text";
        assert_eq!(sent(&sandbox, point), usize::from(!unknown), "{point}");
        let talks = owner(&world)
            .await
            .list_conversations(client, List::first())
            .await;
        let newest = talks.expect("lists").data[0].last_message.clone();
        let state = newest.expect("a text").state;
        assert_eq!(
            state == MessageState::Unknown,
            unknown,
            "{point}: {state:?}"
        );
    }
}

#[tokio::test]
async fn jq_02_a_lost_text_is_found_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    let client = texted(&world).await;
    for point in points("text_looked_up") {
        let lost = Fault::times(1, FaultKind::DropAfterEffect).on("POST", "Messages");
        sandbox.twilio().fault(lost);
        send(&world, client, point).await;
        world.run_jobs().await;
        let looked = open_job(&world, "text_looked_up").await;
        make_due(&world, looked.id, looked.created_at).await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, looked.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        assert_eq!(sent(&sandbox, point), 1, "{point}");
    }
}

#[tokio::test]
async fn jq_02_missed_texts_are_kept_once_with_a_kill_at_every_point() {
    // Its texts are no longer on their way.
    let clock = MovableClock::default();
    clock.advance(Duration::minutes(-5));
    let options = Options {
        clock: Arc::new(move || clock.now()),
        ..Options::default()
    };
    let sandbox = Arc::new(Sandbox::start(options).expect("a sandbox"));
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    let client = order(&world, "missed").await;
    world.run_jobs().await;
    let number = sandbox.twilio().numbers()[0].phone_number.clone();
    // The one of every hour; the other one follows each start.
    let mut catching_up = jobs(&world, "texts_caught_up").await;
    catching_up.retain(|job| job.unique_key.as_deref() == Some("texts_caught_up"));
    let catching_up = catching_up.remove(0);
    for (count, point) in points("texts_caught_up").iter().enumerate() {
        let text = TextIn {
            from: CUSTOMER.to_owned(),
            to: number.clone(),
            body: (*point).to_owned(),
            ..TextIn::default()
        };
        let missed = sandbox.twilio().text_in(text).await;
        missed.expect_err("nobody takes it");
        let tx = world.context().db.begin().await.expect("begins");
        let sql = "update number_orders set caught_up_at = null, assigned_at = '2020-01-01T00:00:00.000+00:00'";
        tx.execute_unprepared(sql).await.expect("changes");
        tx.commit().await.expect("commits");
        make_due(&world, catching_up.id, catching_up.created_at).await;
        die_and_go_on(&mut world, point).await;
        let after = job(&world, catching_up.id).await;
        assert_eq!(after.state, "waiting", "{point}: it comes back by itself");
        let owner = owner(&world).await;
        let talks = owner.list_conversations(client, List::first()).await;
        let talk = talks.expect("lists").data.remove(0);
        let texts = owner.list_messages(client, talk.id, List::first()).await;
        assert_eq!(texts.expect("lists").data.len(), count + 1, "{point}");
    }
}

#[tokio::test]
async fn jq_02_the_provider_learns_of_a_new_address_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    order(&world, "hooked").await;
    world.run_jobs().await;
    for (count, point) in points("number_hooked").iter().enumerate() {
        let base = format!("http://moved{count}.gangway.example");
        world.set("GANGWAY_BASE_URL", &base);
        world.restart().await;
        let queued = open_job(&world, "number_hooked").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        let url = sandbox.twilio().numbers()[0].sms_url.clone();
        assert!(url.starts_with(&base), "{point}: {url}");
    }
}

#[tokio::test]
async fn jq_02_a_web_site_is_looked_at_and_told_of_once_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    let client = order(&world, "looked.at").await;
    world.run_jobs().await;
    for (count, point) in points("installation_checked").iter().enumerate() {
        let asked = owner(&world)
            .await
            .check_installation(client, &CheckInstallation::default(), &key())
            .await;
        asked.expect("asks");
        let queued = open_job(&world, "installation_checked").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        let read = owner(&world).await.read_installation(client).await;
        let check = read.expect("reads").check.expect("a check");
        assert!(check.finding.is_some(), "{point}");
        assert_eq!(world.events("installation.checked").await, count + 1);
    }
}

#[tokio::test]
async fn jq_05_a_job_that_overflows_the_stack_or_the_memory_takes_only_its_process_along() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    for point in ["job_overflows", "job_eats"] {
        let owner = world
            .sign_in("owner@harborit.example")
            .await
            .expect("signs in");
        let email = format!("{point}@client.example").replace('_', ".");
        let body = SendInvite {
            email: email.clone(),
        };
        owner.api.send_invite(&body, &key()).await.expect("invites");
        let queued = open_job(&world, "mail_sent").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        assert_eq!(sandbox.mailbox().to(&email).len(), 1, "{point}");
    }
}
