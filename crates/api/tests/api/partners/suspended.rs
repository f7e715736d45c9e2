//! A partner that the operator suspended: nobody acts for it and nothing of it is shown, until it goes on.

use crate::api_keys::{made, of, program};
use crate::application::visitor::Visitor;
use crate::imports::{assert_true, long, now, uploaded};
use crate::invites::partner_links::{shared, using};
use crate::support::process::said;
use crate::support::{ClientUser, Staff, World, key, refused};
use crate::texting::ready;
use crate::texting::talk::Talk;
use chrono::Duration;
use gangway::jobs::measure;
use gangway::partners::{resume, suspend};
use gangway_api_client::List;
use gangway_domain::ids::PartnerId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{HandOver, ImportState, SendInvite, Token};
use reqwest::Method;

/// A partner and its client, which can be written to.
async fn scene(world: &World) -> (Staff, ClientUser) {
    let jane = ready(world).await;
    let owner = world.sign_in("owner@harborit.example").await;
    (owner.expect("signs in"), jane)
}

async fn suspended(world: &World, owner: &Staff) {
    let set = suspend(world.context(), owner.partner()).await;
    let set = set.expect("suspends").expect("it is there");
    assert_eq!((set.name.as_str(), set.changed), ("Harbor IT", true));
}

async fn resumed(world: &World, owner: &Staff) {
    let set = resume(world.context(), owner.partner()).await;
    assert!(set.expect("resumes").expect("it is there").changed);
}

#[tokio::test]
async fn tn_08_its_people_are_out_at_the_next_request_and_come_back() {
    let world = World::start().await;
    let (owner, jane) = scene(&world).await;
    let other = world.partner("Other IT").await;
    suspended(&world, &owner).await;
    refused(
        owner.api.list_clients(List::first()).await,
        ProblemCode::NotSignedIn,
    );
    refused(
        jane.api.read_client(jane.client).await,
        ProblemCode::NotSignedIn,
    );
    for email in [&owner.email, &jane.email] {
        let again = world.sign_in(email).await.expect("is still a person");
        assert!(again.me.places.is_empty() && again.me.place_id.is_none());
    }
    let others = other.api.list_clients(List::first()).await;
    others.expect("others are not touched");
    resumed(&world, &owner).await;
    let clients = owner.api.list_clients(List::first()).await;
    assert_eq!(clients.expect("lists").data.len(), 1);
    jane.api.read_client(jane.client).await.expect("reads");
    for event in ["partner.suspended", "partner.resumed"] {
        assert_eq!(world.events(event).await, 1, "{event}");
    }
}

#[tokio::test]
async fn ak_03_its_keys_are_refused_at_the_next_request_at_every_instance() {
    let world = World::start().await;
    let (owner, _) = scene(&world).await;
    let other = world.second_instance().await;
    let (_, text) = made(&owner, &of(&["clients:read"])).await;
    let status = async || {
        let url = format!("http://{}/api/v1/clients", other.addr());
        let asked = world.http().get(url).bearer_auth(&text).send().await;
        asked.expect("answers").status().as_u16()
    };
    let here = async || program(&world, &text).list_clients(List::first()).await;
    here().await.expect("works");
    assert_eq!(status().await, 200);
    suspended(&world, &owner).await;
    refused(here().await, ProblemCode::NotSignedIn);
    assert_eq!(status().await, 401);
    resumed(&world, &owner).await;
    here().await.expect("works again");
    assert_eq!(status().await, 200);
    other.stop().await;
}

#[tokio::test]
async fn wg_05_its_clients_applications_are_gone_within_seconds() {
    let world = World::start().await;
    let _still = world.hold_clock();
    let (owner, jane) = scene(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let answer = async || {
        let asked = visitor.request(Method::GET, "").send().await;
        let asked = asked.expect("answers");
        let status = asked.status().as_u16();
        (status, asked.text().await.expect("text"))
    };
    assert_eq!(answer().await.0, 200);
    suspended(&world, &owner).await;
    world.advance(Duration::seconds(5));
    let (status, words) = answer().await;
    assert_eq!(status, 404);
    assert!(!words.contains("Acme"), "{words}");
    resumed(&world, &owner).await;
    world.advance(Duration::seconds(5));
    assert_eq!(answer().await.0, 200);
}

#[tokio::test]
async fn its_links_open_nothing_and_its_invitations_are_mailed_once_it_goes_on() {
    let world = World::start().await;
    let (owner, jane) = scene(&world).await;
    let token_in = |url: &str| Token {
        token: url.split_once('#').expect("a token").1.to_owned(),
    };
    let body = SendInvite {
        email: "joe@client.example".to_owned(),
    };
    let invite = owner.api.send_invite(&body, &key()).await;
    let copied = owner.api.copy_invite_link(invite.expect("invites").id);
    let invite = token_in(&copied.await.expect("copies").url);
    let (_, link) = shared(&owner).await;
    let body = HandOver { email: None };
    let handed = jane.api.hand_over_step(jane.client, &body, &key()).await;
    let handed = token_in(&handed.expect("hands over").url);
    suspended(&world, &owner).await;
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to("joe@client.example");
    assert!(mails.is_empty(), "{mails:?}");
    let api = world.client();
    let unknown = ProblemCode::NotFound;
    refused(api.look_up_invite(&invite).await, unknown);
    refused(api.look_up_partner_link(&link).await, unknown);
    let asking = using(&link, "new@client.example");
    refused(api.use_partner_link(&asking, &key()).await, unknown);
    refused(api.look_up_handover(&handed).await, unknown);
    resumed(&world, &owner).await;
    api.look_up_invite(&invite).await.expect("opens");
    api.look_up_partner_link(&link).await.expect("opens");
    api.look_up_handover(&handed).await.expect("opens");
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to("joe@client.example");
    assert_eq!(mails.len(), 1, "{mails:?}");
}

#[tokio::test]
async fn its_texts_wait_and_what_comes_in_is_kept() {
    let mut talk = Talk::begin().await;
    let owner = talk.world.sign_in("owner@harborit.example").await;
    let owner = owner.expect("signs in");
    talk.text_in("Hello").await;
    talk.send("Good morning").await.expect("queues");
    suspended(&talk.world, &owner).await;
    talk.later().await;
    assert_eq!(talk.sent(), Vec::<String>::new());
    let standing = measure(talk.world.context()).await.expect("measures");
    assert_eq!(standing.waiting, 0, "nobody is to take them: {standing:?}");
    talk.text_in("Is anybody there?").await;
    resumed(&talk.world, &owner).await;
    talk.world.run_jobs().await;
    talk.jane_again().await;
    assert_eq!(talk.sent(), ["Good morning"]);
    assert_eq!(talk.messages().await.len(), 3);
}

#[tokio::test]
async fn up_03_its_imports_are_cut_off_and_come_to_their_end_once_it_goes_on() {
    const CLIENTS: usize = 3_000;
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, long(CLIENTS)).await.id;
    world.run_jobs().await;
    owner.api.confirm_import(import).await.expect("confirms");
    let at_work = async {
        while now(&owner, import).await.created == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        suspended(&world, &owner).await;
    };
    tokio::join!(world.run_jobs(), at_work);
    resumed(&world, &owner).await;
    let cut_off = now(&owner, import).await;
    assert_eq!(cut_off.state, ImportState::Importing);
    assert!((cut_off.created as usize) < CLIENTS, "{cut_off:?}");
    world.advance(Duration::minutes(1));
    world.run_jobs().await;
    let after = now(&owner, import).await;
    assert_eq!(after.state, ImportState::Done);
    assert_eq!(after.created as usize, CLIENTS);
    assert_true(&world, &after).await;
}

#[tokio::test]
async fn h8_the_operator_lists_suspends_and_resumes_partners() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let settings = world.settings_beside(&[]);
    let id = owner.partner().to_string();
    let partner = |arguments: &[&str]| said(&[&["partner"], arguments].concat(), &settings);
    let is_in = |state: &str| {
        let (listed, words) = partner(&["list"]);
        let line = words.lines().find(|line| line.starts_with(&id));
        let line = line.expect("it is listed");
        assert!(listed && line.ends_with("Harbor IT"), "{words}");
        assert!(line.contains(state), "{state}: {line}");
    };
    is_in("active");
    let body = SendInvite {
        email: "joe@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let (done, words) = partner(&["suspend", &id]);
    assert!(done && words == "Harbor IT is suspended.\n", "{words}");
    is_in("suspended 2");
    // The server has jobs of the partner, and learns of it within a second.
    let to = "joe@client.example".to_owned();
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    world.run_jobs().await;
    assert!(world.sandbox().mailbox().to(&to).is_empty());
    let (done, words) = partner(&["suspend", &id]);
    assert!(
        done && words.ends_with("suspended, as it was.\n"),
        "{words}"
    );
    let (done, words) = partner(&["resume", &id]);
    assert!(done && words == "Harbor IT goes on as before.\n", "{words}");
    is_in("active");
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to(&to).len(), 1);
    let nobody: PartnerId = world.context().new_id();
    let (done, words) = partner(&["suspend", &nobody.to_string()]);
    assert!(!done && words.contains("no such partner"), "{words}");
}
