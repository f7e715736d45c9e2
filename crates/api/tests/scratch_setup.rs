#![allow(dead_code, clippy::all, clippy::pedantic, clippy::unwrap_used, unused)]
#[path = "api/support/mod.rs"]
mod support;
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::*;
use gangway_domain::wizard::{Step, StepState};
use gangway_sandbox::{Fault, FaultKind};
use support::*;
use gangway_api_client::List;

fn body(name: &str, email: &str) -> CreateClient {
    CreateClient {
        company: company_info(name),
        administrator: NewAdministrator {
            first_name: "Ada".into(), last_name: "Min".into(), email: email.into(),
        },
    }
}

#[tokio::test]
async fn clients_by_hand() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let k = key();
    let made = owner.api.create_client(&body("Acme 50%_Ltd", "ada@acme.example"), &k).await.unwrap();
    let again = owner.api.create_client(&body("Acme 50%_Ltd", "ada@acme.example"), &k).await.unwrap();
    assert_eq!(made.value, again.value);
    println!("{:#?}", made.value);
    assert_eq!(made.value.state, ClientState::Invited);
    assert_eq!(made.value.step, Some(Step::Credentials));
    assert!(made.value.invite_id.is_some());
    assert_eq!(made.value.created_by.as_deref(), Some("Olive Owner"));
    let fail = owner.api.create_client(&body("ACME  50%_ltd", "b@acme.example"), &key()).await.unwrap_err();
    let e = fail.field_errors()[0].clone();
    assert_eq!((e.pointer.as_str(), e.code.as_str()), ("/company/name", "duplicate_existing"));
    other.api.create_client(&body("Acme 50%_Ltd", "adb@acme.example"), &key()).await.unwrap();
    let id = made.value.id;
    assert!(other.api.read_client(id).await.unwrap_err().is(ProblemCode::NotFound));
    let sales = world.staff(&owner, StaffRole::SalesRep, "sales@harbor.example").await;
    let tech = world.staff(&owner, StaffRole::Technician, "tech@harbor.example").await;
    assert!(sales.api.read_client(id).await.unwrap_err().is(ProblemCode::NotFound));
    assert!(tech.api.read_client(id).await.unwrap_err().is(ProblemCode::NotFound));
    assert!(tech.api.list_clients(List::default()).await.unwrap().data.is_empty());
    let mine = sales.api.create_client(&body("Bee & Co", "bee@bee.example"), &key()).await.unwrap();
    assert_eq!(sales.api.list_clients(List::default()).await.unwrap().data, vec![mine.value.clone()]);
    assert_eq!(owner.api.list_clients(List::default()).await.unwrap().data.len(), 2);
    // search
    for (q, n) in [("50%", 1), ("%", 1), ("_", 1), ("ACME", 1), ("bee@", 1), ("a", 2), ("zz", 0), ("!", 0)] {
        let list = List { q: Some(q.into()), ..List::default() };
        assert_eq!(owner.api.list_clients(list).await.unwrap().data.len(), n, "{q}");
    }
    let raw = |path: String| { let owner = &owner; let http = world.http(); let base = world.base(); async move {
        let r = http.get(format!("{base}{path}")).bearer_auth(owner.api.access_token().unwrap_or_default()).send().await.unwrap();
        (r.status().as_u16(), r.text().await.unwrap()) } };
    // edit
    let read = owner.api.read_client(id).await.unwrap();
    let mut info = company_info("Acme 50%_Ltd");
    info.city = "Bangor".into();
    let changed = owner.api.update_client(id, &info, &read.etag).await.unwrap();
    assert_eq!(changed.value.city.as_deref(), Some("Bangor"));
    assert_ne!(changed.etag, read.etag);
    assert!(owner.api.update_client(id, &info, &read.etag).await.unwrap_err().is(ProblemCode::Stale));
    let same = owner.api.update_client(id, &info, &changed.etag).await.unwrap();
    assert_eq!(same.etag, changed.etag);
    info.name = "bee & co".into();
    let fail = owner.api.update_client(id, &info, &changed.etag).await.unwrap_err();
    assert_eq!(fail.field_errors()[0].pointer, "/name");
    // administrator accepts
    let (api, me) = world.accept("ada@acme.example").await;
    let c = owner.api.read_client(id).await.unwrap().value;
    println!("{:?} {:?}", c.state, c.step);
}

#[tokio::test]
async fn wizard_whole() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    let id = user.client;
    let o = user.api.read_onboarding(id).await.unwrap();
    println!("{o:#?}");
    assert_eq!(o.next, Some(Step::CompanyInfo));
    let f = user.api.order_sms_number(id, &key()).await.unwrap_err();
    assert!(f.is(ProblemCode::StepNotOpen), "{f:?}");
    let f = user.api.complete_step(id, Step::EnableApplication).await.unwrap_err();
    assert!(f.is(ProblemCode::StepNotOpen), "{f:?}");
    let f = user.api.skip_step(id, Step::CompanyInfo).await.unwrap_err();
    assert!(f.is(ProblemCode::Conflict), "{f:?}");
    let f = user.api.complete_step(id, Step::CompanyInfo).await.unwrap_err();
    assert!(f.is(ProblemCode::Conflict), "{f:?}");
    let d = |name: Option<&str>, city: Option<&str>| Draft { company_info: Some(CompanyInfoDraft { name: name.map(Into::into), city: city.map(Into::into), ..Default::default() }), team: None };
    user.api.save_draft(id, &d(Some("Acm"), None)).await.unwrap();
    let o = user.api.save_draft(id, &d(None, Some("Bo"))).await.unwrap();
    assert_eq!(o.draft, d(Some("Acm"), Some("Bo")));
    let mut long = Draft::default();
    long.team = Some((0..50).map(|_| TeamMember { email: "x".repeat(400) }).collect());
    let f = user.api.save_draft(id, &long).await.unwrap_err();
    assert!(f.is(ProblemCode::TooLarge), "{f:?}");
    let o = user.api.submit_company_info(id, &company_info("Acme"), &key()).await.unwrap();
    assert_eq!(o.draft, Draft::default());
    assert_eq!(o.next, Some(Step::EnableSms));
    let o = user.api.submit_company_info(id, &company_info("Acme"), &key()).await.unwrap();
    let o = user.api.save_draft(id, &d(Some("Acme"), Some("Other"))).await.unwrap();
    assert_eq!(o.draft, d(None, Some("Other")));
    let f = user.api.complete_step(id, Step::EnableSms).await.unwrap_err();
    assert!(f.is(ProblemCode::Conflict), "{f:?}");
    assert_eq!(user.api.read_sms_number(id).await.unwrap().state, SmsNumberState::None);
    let (a, b) = tokio::join!({ let api = user.api.clone(); async move { api.order_sms_number(id, &key()).await } }, { let api = user.api.clone(); async move { api.order_sms_number(id, &key()).await } });
    println!("{a:?} {b:?}");
    a.unwrap(); b.unwrap();
    world.run_jobs().await;
    let n = user.api.read_sms_number(id).await.unwrap();
    println!("{n:?}");
    assert_eq!(n.state, SmsNumberState::Assigned);
    assert_eq!(world.sandbox().twilio().numbers().len(), 1);
    println!("{:?}", world.sandbox().twilio().numbers());
    for r in world.sandbox().twilio().requests() { println!("{} {}", r.method, r.path); }
    let o = user.api.complete_step(id, Step::EnableSms).await.unwrap();
    assert_eq!(o.next, Some(Step::EnableApplication));
    let app = user.api.read_application(id).await.unwrap();
    println!("{app:#?}");
    let k = key();
    let h = user.api.hand_over_step(id, &HandOver { email: Some("dev@web.example".into()) }, &k).await.unwrap();
    let h2 = user.api.hand_over_step(id, &HandOver { email: Some("dev@web.example".into()) }, &k).await.unwrap();
    assert_eq!(h, h2);
    println!("{h:?}");
    let token = h.url.split_once('#').unwrap().1.to_owned();
    let page = world.client().look_up_handover(&Token { token: token.clone() }).await.unwrap();
    println!("{page:?}");
    let mail = world.mail_to("dev@web.example").await;
    assert_eq!(token_of(&mail), token);
    user.api.skip_step(id, Step::EnableApplication).await.unwrap();
    user.api.complete_step(id, Step::EnableApplication).await.unwrap();
    let o = user.api.skip_step(id, Step::EnableApplication).await.unwrap();
    let o = user.api.skip_step(id, Step::InviteTeam).await.unwrap();
    assert!(o.finished_at.is_some());
    let f = owner.api.read_client(id).await.unwrap().value;
    assert_eq!(f.state, ClientState::Active);
    println!("{f:#?}");
    // widget
    for origin in [Some("https://www.client.example"), Some("https://client.example"), Some("https://evil.example"), Some("null"), None] {
        for method in ["GET", "OPTIONS"] {
        let url = format!("{}/public/v1/widgets/{}", world.base(), app.application_key);
        let mut r = world.http().request(method.parse().unwrap(), url);
        if let Some(o) = origin { r = r.header("origin", o); }
        let r = r.send().await.unwrap();
        println!("{method} {origin:?} {} acao={:?} vary={:?} cc={:?} maxage={:?} corp={:?}", r.status(), r.headers().get("access-control-allow-origin"), r.headers().get("vary"), r.headers().get("cache-control"), r.headers().get("access-control-max-age"), r.headers().get("cross-origin-resource-policy"));
        if r.status() == 200 { println!("{}", r.text().await.unwrap()); }
        }
    }
    let r = world.http().get(format!("{}/public/v1/widgets/gwa_%00", world.base())).header("origin", "https://x.example").send().await.unwrap();
    println!("{} {}", r.status(), r.text().await.unwrap());
    world.advance(Duration::days(31));
    let f = world.client().look_up_handover(&Token { token }).await.unwrap_err();
    assert!(f.is(ProblemCode::LinkExpired), "{f:?}");
}

async fn ready(world: &World) -> ClientUser {
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    user.api.submit_company_info(user.client, &company_info("Acme"), &key()).await.unwrap();
    user
}

#[tokio::test]
async fn faults() {
    for (kind, on) in [
        (FaultKind::DropAfterEffect, ("POST", "IncomingPhoneNumbers")),
        (FaultKind::ErrorAfterEffect { status: 503, html: true }, ("POST", "IncomingPhoneNumbers")),
        (FaultKind::DropBefore, ("POST", "IncomingPhoneNumbers")),
        (FaultKind::Refuse { status: 400, code: 21422 }, ("POST", "IncomingPhoneNumbers")),
        (FaultKind::Refuse { status: 400, code: 21421 }, ("POST", "IncomingPhoneNumbers")),
        (FaultKind::Refuse { status: 401, code: 20003 }, ("GET", "")),
        (FaultKind::NoNumbers, ("GET", "Available")),
        (FaultKind::ServerError { status: 500, html: false }, ("GET", "Available")),
    ] {
        let world = World::start().await;
        let user = ready(&world).await;
        println!("== {kind:?}");
        world.sandbox().twilio().fault(Fault::times(1, kind).on(on.0, on.1));
        user.api.order_sms_number(user.client, &key()).await.unwrap();
        world.run_jobs().await;
        println!("{:?}", user.api.read_sms_number(user.client).await.unwrap());
        world.advance(Duration::seconds(30));
        world.run_jobs().await;
        let n = user.api.read_sms_number(user.client).await.unwrap();
        assert_eq!(n.state, SmsNumberState::Assigned, "{n:?}");
        assert_eq!(world.sandbox().twilio().numbers().len(), 1);
        assert_eq!(n.number.as_deref(), Some(world.sandbox().twilio().numbers()[0].phone_number.as_str()));
    }
}

#[tokio::test]
async fn down_for_long_and_again() {
    let world = World::start().await;
    let user = ready(&world).await;
    let fault = Fault { times: None, ..Fault::times(1, FaultKind::NoNumbers) };
    world.sandbox().twilio().fault(fault);
    user.api.order_sms_number(user.client, &key()).await.unwrap();
    for _ in 0..60 { world.run_jobs().await; world.advance(Duration::minutes(30)); }
    let runs = world.sandbox().twilio().requests_to("GET", "Available").len();
    println!("{runs} searches");
    for _ in 0..10 { world.run_jobs().await; world.advance(Duration::minutes(60)); }
    assert_eq!(world.sandbox().twilio().requests_to("GET", "Available").len(), runs, "stopped after a day");
    let user = { let s = world.sign_in("jane@client.example").await.unwrap(); ClientUser { api: s.api, email: s.email, me: s.me, client: user.client } };
    let n = user.api.read_sms_number(user.client).await.unwrap();
    println!("{n:?}");
    assert_eq!(n.state, SmsNumberState::TryAgainLater);
    world.sandbox().twilio().clear_faults();
    let n = user.api.order_sms_number(user.client, &key()).await.unwrap();
    assert_eq!(n.state, SmsNumberState::Searching);
    world.run_jobs().await;
    assert_eq!(user.api.read_sms_number(user.client).await.unwrap().state, SmsNumberState::Assigned);
}

#[tokio::test]
async fn requeued_at_once() {
    let world = World::start().await;
    let user = ready(&world).await;
    world.sandbox().twilio().fault(Fault::times(1, FaultKind::NoNumbers));
    user.api.order_sms_number(user.client, &key()).await.unwrap();
    world.run_jobs().await;
    user.api.order_sms_number(user.client, &key()).await.unwrap();
    world.run_jobs().await;
    assert_eq!(user.api.read_sms_number(user.client).await.unwrap().state, SmsNumberState::Assigned);
    let n = user.api.order_sms_number(user.client, &key()).await.unwrap();
    assert_eq!(n.state, SmsNumberState::Assigned);
    assert_eq!(world.run_jobs().await, 0);
}
