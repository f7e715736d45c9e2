//! Public settings come from memory for five seconds: what that may not change.

use super::visitor::{OWN, Visitor, header, texting};
use crate::availability::{call_us, made, office_hours, save, version};
use crate::installation::{call_from, installation};
use crate::support::{ClientUser, World, company_info, key};
use crate::texting::{order, ready};
use chrono::{DateTime, Duration, Utc, Weekday};
use futures_util::future::join_all;
use gangway::app::Server;
use gangway::installation::write_calls;
use gangway_domain::wire::{
    ApplicationKind, PutConsentWording, SaveApplication, UpdateTextingSettings, UpdateWidgetStyle,
    WidgetPosition,
};
use reqwest::Method;
use serde_json::{Value, json};

async fn set_look(user: &ClientUser, enabled: bool, color: &str) {
    let read = user.api.read_widget_style(user.client).await;
    let look = UpdateWidgetStyle {
        enabled,
        color: color.to_owned(),
        position: WidgetPosition::BottomRight,
        button_label: None,
        greeting: None,
    };
    let etag = read.expect("reads").etag;
    let saved = user.api.update_widget_style(user.client, &look, &etag);
    saved.await.expect("saves");
}

/// The settings' `ETag`, as a page of the company's gets it.
async fn tag(visitor: &Visitor<'_>) -> String {
    let answer = visitor.request(Method::GET, "").send().await;
    let answer = answer.expect("answers");
    header(&answer, "etag").expect("a tag").to_owned()
}

#[tokio::test]
async fn b36_whatever_changes_what_visitors_see_is_seen_at_once() {
    let world = World::start().await;
    let _still = world.hold_clock();
    // The office is closed and, by the other hours, about to open.
    world.advance_to_noon(Weekday::Sun);
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let (api, client) = (&jane.api, jane.client);
    let mut seen = vec![tag(&visitor).await];
    let mut look = async |what: &str| {
        let now = tag(&visitor).await;
        assert!(!seen.contains(&now), "{what} is not seen");
        assert_eq!(tag(&visitor).await, now);
        seen.push(now);
    };

    set_look(&jane, true, "#0000ff").await;
    look("another color").await;
    save(&jane, ApplicationKind::CallUsNow, &call_us(None)).await;
    look("Call Us Now").await;
    let hours = made(&jane, &office_hours("Office")).await;
    save(&jane, ApplicationKind::CallUsNow, &call_us(Some(hours.id))).await;
    look("a schedule").await;
    let etag = version(&jane, hours.id).await;
    let mut later = office_hours("Office");
    later.week.sunday = later.week.monday.clone();
    let saved = api.update_schedule(client, hours.id, &later, &etag).await;
    saved.expect("saves");
    look("other hours").await;
    let read = api.read_consent_wording(client).await.expect("reads");
    let text = format!("{} Truly.", read.value.text);
    let wording = PutConsentWording { text };
    let put = api.put_consent_wording(client, &wording, &read.etag).await;
    put.expect("writes");
    look("other words").await;
    let etag = api.read_texting_settings(client).await.expect("reads").etag;
    let terms = UpdateTextingSettings {
        terms_url: Some("https://www.client.example/terms".to_owned()),
        ..UpdateTextingSettings::default()
    };
    let set = api.update_texting_settings(client, &terms, &etag).await;
    set.expect("sets");
    look("terms").await;
    let etag = api.read_client(client).await.expect("reads").etag;
    let info = company_info("Acme and Sons");
    let changed = api.update_client(client, &info, &etag).await;
    changed.expect("changes");
    look("another name").await;
}

/// WG-05: browsers keep it for 50 seconds, another instance for 5.
#[tokio::test]
async fn wg_05_what_is_switched_off_is_gone_at_once_here_and_within_a_minute_everywhere() {
    let world = World::start().await;
    let _still = world.hold_clock();
    let jane = ready(&world).await;
    let other = world.second_instance().await;
    let visitor = Visitor::of(&world, &jane).await;
    let at = async |server: &Server| {
        let url = format!(
            "http://{}/public/v1/widgets/{}",
            server.addr(),
            visitor.application_key
        );
        let asked = world.http().get(url).header("origin", OWN).send().await;
        asked.expect("answers")
    };
    let kept = at(&other).await;
    assert_eq!(kept.status(), 200);
    assert_eq!(header(&kept, "cache-control"), Some("public, max-age=50"));
    assert_eq!(at(world.server()).await.status(), 200);
    set_look(&jane, false, "#0000ff").await;
    assert_eq!(at(world.server()).await.status(), 404);
    world.advance(Duration::seconds(5));
    assert_eq!(at(&other).await.status(), 404);
    set_look(&jane, true, "#0000ff").await;
    assert_eq!(at(world.server()).await.status(), 200);
    other.stop().await;
}

#[tokio::test]
async fn wg_05_of_a_deleted_company_nothing_is_shown_until_it_is_restored() {
    let world = World::start().await;
    let _still = world.hold_clock();
    let jane = ready(&world).await;
    let owner = world.sign_in("owner@harborit.example").await;
    let owner = owner.expect("signs in").api;
    let visitor = Visitor::of(&world, &jane).await;
    let status = async || {
        let answer = visitor.request(Method::GET, "").send().await;
        answer.expect("answers").status().as_u16()
    };
    assert_eq!(status().await, 200);
    let etag = owner.read_client(jane.client).await.expect("reads").etag;
    let deleted = owner.delete_client(jane.client, &etag).await;
    deleted.expect("deletes");
    world.advance(Duration::seconds(5));
    assert_eq!(status().await, 404);
    let restored = owner.restore_client(jane.client).await;
    restored.expect("restores");
    world.advance(Duration::seconds(5));
    assert_eq!(status().await, 200);
}

#[tokio::test]
async fn b29_no_answer_outlives_the_moment_at_which_an_application_closes() {
    let world = World::start().await;
    let _still = world.hold_clock();
    let jane = ready(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let hours = made(&jane, &office_hours("Office")).await;
    save(&jane, ApplicationKind::CallUsNow, &call_us(Some(hours.id))).await;
    let is_open = |settings: &Value| settings["applications"] != json!([]);
    for _ in 0..4 {
        let before = visitor.settings().await;
        let at = before["changes_at"].as_str().expect("a moment");
        let at: DateTime<Utc> = at.parse().expect("a time");
        world.advance(at - world.context().now() - Duration::milliseconds(1));
        let last = visitor.settings().await;
        assert_eq!(is_open(&last), is_open(&before));
        world.advance(Duration::milliseconds(1));
        let after = visitor.settings().await;
        assert_ne!(is_open(&after), is_open(&before));
    }
}

/// Two companies of two partners, alike in all but what is compared.
#[tokio::test]
async fn tn_14_a_thousand_interleaved_reads_of_two_companies_never_cross() {
    let world = World::start().await;
    let mut companies = Vec::new();
    for (partner, email, color) in [
        ("Harbor IT", "jane@client.example", "#0000ff"),
        ("Other IT", "jane@other.example", "#ff0000"),
    ] {
        let owner = world.partner(partner).await;
        let user = world.client_of(&owner, email).await;
        let info = company_info("Acme");
        let (api, client) = (&user.api, user.client);
        let done = api.submit_company_info(client, &info, &key()).await;
        done.expect("submits");
        set_look(&user, true, color).await;
        companies.push((Visitor::of(&world, &user).await, user, color));
    }
    let tags = [tag(&companies[0].0).await, tag(&companies[1].0).await];
    assert_ne!(tags[0], tags[1]);
    let ask = async |number: usize| {
        let (visitor, _, color) = &companies[number % 2];
        // Half of them as browsers ask again, with the tag of either.
        let request = visitor.request(Method::GET, "");
        let known = &tags[number / 2 % 2];
        let answer = request.header("if-none-match", known).send().await;
        let answer = answer.expect("answers");
        if known == &tags[number % 2] {
            return answer.status() == 304;
        }
        let own = header(&answer, "etag") == Some(tags[number % 2].as_str());
        let body: Value = answer.json().await.expect("JSON");
        own && body["style"]["color"] == *color
    };
    let mut right = 0;
    for round in 0..50 {
        if round % 10 == 5 {
            // What one changes is read anew, and is the same as before.
            let (_, user, color) = &companies[round / 10 % 2];
            set_look(user, true, "#00ff00").await;
            set_look(user, true, color).await;
        }
        let asked = join_all((0..20).map(|number| ask(round * 20 + number))).await;
        right += asked.into_iter().filter(|right| *right).count();
    }
    assert_eq!(right, 1_000);
}

#[tokio::test]
async fn b35_no_visitor_waits_until_the_call_is_written() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    // On SQLite nobody else writes meanwhile.
    let busy = world.context().db.begin().await.expect("begins");
    visitor.settings().await;
    busy.rollback().await.expect("ends");
    write_calls(world.context()).await;
    let calls = installation(&jane).await.calls;
    assert_eq!(calls.len(), 1);
    let from =
        "select actor || ' ' || address from events where kind = 'installation.first_called'";
    let visitor = format!("visitor {}", visitor.address);
    assert_eq!(world.texts(from).await, [visitor]);
}

#[tokio::test]
async fn sh_01_what_came_before_the_server_stops_is_written() {
    let mut world = World::start().await;
    let jane = ready(&world).await;
    assert_eq!(call_from(&world, &jane.api, jane.client, OWN).await, 200);
    world.advance(Duration::minutes(2));
    let visitor = Visitor::of(&world, &jane).await;
    visitor.settings().await;
    drop(visitor);
    let noted =
        "select case when last_at > first_at then 'again' else 'once' end from installation_calls";
    world.restart().await;
    assert_eq!(world.texts(noted).await, ["again"]);
}

/// Consent is exact: a text goes by what holds now, whatever this instance remembers.
#[tokio::test]
async fn wg_10_a_text_is_refused_that_another_instance_has_closed_a_moment_ago() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let other = world.second_instance().await;
    let visitor = Visitor::of(&world, &jane).await;
    let form = visitor.form("+12025550143").await;
    let visit = visitor.visit_and_write().await;
    visitor.settings().await;
    let closed = SaveApplication {
        enabled: false,
        schedule_id: None,
        phone_number: None,
    };
    // The same person's calls, at the other instance.
    let api = gangway_api_client::Client::new(&format!("http://{}", other.addr()));
    let token = jane.api.access_token().expect("signed in");
    let api = api.with_header("authorization", format!("Bearer {token}"));
    let kind = ApplicationKind::TextUs;
    let read = api.read_widget_application(jane.client, kind).await;
    let etag = read.expect("reads").etag;
    let saved = api.save_widget_application(jane.client, kind, &closed, &etag);
    saved.await.expect("saves");
    assert_eq!(visitor.text(&visit, &form).await.status(), 409);
    other.stop().await;
}

#[tokio::test]
async fn b15_a_number_that_is_bought_is_seen_at_once() {
    let world = World::start().await;
    let _still = world.hold_clock();
    let jane = ready(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    assert!(visitor.settings().await["sms_number"].is_null());
    order(&jane).await;
    world.run_jobs().await;
    assert!(visitor.settings().await["sms_number"].is_string());
}
