//! SC-02: each secret is told from all other text, and then looked for wherever it does not belong.

use crate::api_keys::{made, of, program};
use crate::sign_in::sign_up_of;
use crate::support::{World, company_info, key, token_of};
use gangway_api_client::{Client, List};
use gangway_domain::wire::{
    AcceptInvite, ConfirmPasswordReset, ConfirmSignUp, HandOver, InviteUser, RequestPasswordReset,
    SendInvite, SendTestEmail, SignIn,
};
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

const SECRET_KEY: &str = "canary eleven quiet lamps drift over 7 roofs";
const TWILIO_TOKEN: &str = "canary9c1f4e5b7a2d8036twilio";

/// Passwords that are nowhere but in requests: of sign-up, of a wrong guess, after a reset, of a client.
const PASSWORDS: [&str; 4] = [
    "CANARY-a1 violet otters swim",
    "CANARY-b2 wrong otters swim",
    "CANARY-c3 newer otters swim",
    "CANARY-d4 client otters swim",
];

/// Everything that is logged, of whatever level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn of_everything() -> Self {
        let log = Self::default();
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(log.clone())
            .init();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("not poisoned")).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("not poisoned").extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// A secret, and who may get it by mail.
struct Canary {
    name: &'static str,
    text: String,
    mailed_to: Option<&'static str>,
}

const OWNER: &str = "olive@harbor.example";
const JANE: &str = "jane@client.example";
const NED: &str = "ned@harbor.example";
const SHOP: &str = "shop@client.example";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sc_02_no_secret_is_found_where_it_does_not_belong() {
    let log = Log::of_everything();
    let world = World::start_with(&[
        ("GANGWAY_SECRET_KEY", SECRET_KEY),
        ("GANGWAY_TWILIO_AUTH_TOKEN", TWILIO_TOKEN),
    ])
    .await;
    let mut canaries = Vec::new();
    let mut keep = |name, text: &str, mailed_to| {
        assert!(text.len() >= 16, "{name} is long enough to be told apart");
        canaries.push(Canary {
            name,
            text: text.to_owned(),
            mailed_to,
        });
    };
    keep("secret key", SECRET_KEY, None);
    keep("Twilio's token", TWILIO_TOKEN, None);
    for password in PASSWORDS {
        keep("password", password, None);
    }
    let api = owner(&world, &mut keep).await;
    with_client(&world, &api, &mut keep).await;
    let csv = used_key(&world, &api, &mut keep).await;
    world.run_jobs().await;

    let events = api.list_events(List::default()).await.expect("lists");
    let metrics = world.server().metrics_addr().expect("metrics are on");
    let metrics = world.http().get(format!("http://{metrics}/metrics")).send();
    let places = [
        ("the database", world.everything_stored().await),
        ("the log", log.text()),
        (
            "the metrics",
            metrics.await.expect("answers").text().await.expect("text"),
        ),
        ("the activity", format!("{events:?}")),
        ("the activity as a file", csv),
    ];
    assert!(places[1].1.contains("TRACE"), "the log is of every level");
    for canary in &canaries {
        for (place, text) in &places {
            assert!(!text.contains(&canary.text), "{} in {place}", canary.name);
        }
        for mail in world.sandbox().mailbox().all() {
            let raw = String::from_utf8_lossy(&mail.raw).replace("=\r\n", "");
            let meant = canary
                .mailed_to
                .is_some_and(|to| mail.recipients.iter().any(|one| one == to));
            let links = mail.links.join(" ");
            let found = raw.contains(&canary.text) || links.contains(&canary.text);
            assert!(
                meant || !found,
                "{} in a mail to {:?}",
                canary.name,
                mail.recipients
            );
        }
    }
    println!(
        "SC-02: {} secrets in {} places and the mails",
        canaries.len(),
        places.len()
    );
}

/// Signs up, guesses wrong, and sets a new password.
async fn owner(
    world: &World,
    keep: &mut impl FnMut(&'static str, &str, Option<&'static str>),
) -> Client {
    let api = world.client();
    api.sign_up(&sign_up_of("Harbor IT", OWNER), &key())
        .await
        .expect("signs up");
    let token = token_of(&world.mail_to(OWNER).await);
    keep("link of the sign-up", &token, Some(OWNER));
    let body = ConfirmSignUp {
        token,
        password: PASSWORDS[0].to_owned(),
    };
    api.confirm_sign_up(&body, &key()).await.expect("confirms");
    keep_session("first session", &api, keep);
    let sign_in = |password: &str| SignIn {
        email: OWNER.to_owned(),
        password: password.to_owned(),
    };
    world
        .client()
        .sign_in(&sign_in(PASSWORDS[1]))
        .await
        .expect_err("a wrong guess");
    let body = RequestPasswordReset {
        email: OWNER.to_owned(),
    };
    api.request_password_reset(&body, &key())
        .await
        .expect("asks");
    let token = token_of(&world.mail_to(OWNER).await);
    keep("link of the reset", &token, Some(OWNER));
    let body = ConfirmPasswordReset {
        token,
        password: PASSWORDS[2].to_owned(),
    };
    api.confirm_password_reset(&body).await.expect("sets it");
    let api = world.client();
    api.sign_in(&sign_in(PASSWORDS[2])).await.expect("signs in");
    keep_session("second session", &api, keep);
    api
}

fn keep_session(
    name: &'static str,
    api: &Client,
    keep: &mut impl FnMut(&'static str, &str, Option<&'static str>),
) {
    keep(name, &api.access_token().expect("a token"), None);
    // Those that say no more than that somebody is signed in are no secret.
    let cookies = api.cookies().expect("cookies");
    let values = cookies.split("; ").filter_map(|pair| pair.split_once('='));
    for (_, value) in values.filter(|(_, value)| value.len() >= 16) {
        keep(name, value, None);
    }
}

/// Invites a client, who comes, orders a number and hands a step over.
async fn with_client(
    world: &World,
    owner: &Client,
    keep: &mut impl FnMut(&'static str, &str, Option<&'static str>),
) {
    let body = SendInvite {
        email: JANE.to_owned(),
    };
    owner.send_invite(&body, &key()).await.expect("invites");
    let token = token_of(&world.mail_to(JANE).await);
    keep("link of the invitation", &token, Some(JANE));
    let api = world.client();
    let body = AcceptInvite {
        token,
        first_name: "Jane".to_owned(),
        last_name: "Doe".to_owned(),
        password: PASSWORDS[3].to_owned(),
    };
    let me = api.accept_invite(&body, &key()).await.expect("accepts").me;
    keep_session("session of the client", &api, keep);
    let place = me.place().expect("a place");
    let client = place.client.as_ref().expect("a client").id;
    api.submit_company_info(client, &company_info("Acme"), &key())
        .await
        .expect("submits");
    api.order_sms_number(client, &key()).await.expect("orders");
    world.run_jobs().await;
    let body = HandOver {
        email: Some(SHOP.to_owned()),
    };
    let handed = api
        .hand_over_step(client, &body, &key())
        .await
        .expect("hands over");
    let token = handed.url.split_once('#').expect("a token").1;
    keep("link of the step handed over", token, Some(SHOP));
}

/// A key that is used, a shared link, a colleague and a test mail; the activity as a file.
async fn used_key(
    world: &World,
    owner: &Client,
    keep: &mut impl FnMut(&'static str, &str, Option<&'static str>),
) -> String {
    let me = owner.read_me().await.expect("reads");
    let staff = crate::support::Staff {
        api: owner.clone(),
        email: OWNER.to_owned(),
        me,
    };
    let (_, text) = made(&staff, &of(&["clients:read"])).await;
    keep("API key", &text, None);
    program(world, &text)
        .list_clients(List::default())
        .await
        .expect("lists");
    let link = owner.make_partner_link(&key()).await.expect("makes");
    let url = link.url.expect("shown to who made it");
    keep("shared link", url.split_once('#').expect("a token").1, None);
    let body = InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: NED.to_owned(),
        role: "technician".to_owned(),
    };
    owner.invite_user(&body, &key()).await.expect("invites");
    keep(
        "link of the colleague",
        &token_of(&world.mail_to(NED).await),
        Some(NED),
    );
    owner
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    let call = crate::support::operation("export_events").call();
    let answer = owner.exchange(&call, owner.access_token().as_deref()).await;
    String::from_utf8(answer.expect("answers").body).expect("text")
}
