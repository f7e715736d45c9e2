use super::visitor::{OWN, Visitor, header, problem, texting};
use crate::support::{ClientUser, World, key};
use crate::texting::ready;
use chrono::Duration;
use gangway_domain::wire::{ApplicationKind, SaveApplication};
use reqwest::Method;
use serde_json::{Value, json};

const ANN: &str = "+12025550143";

async fn wrong(visitor: &Visitor<'_>, visit: &str, body: &Value) -> (String, String) {
    let answer = visitor.text(visit, body).await;
    assert_eq!(answer.status(), 422);
    assert_eq!(header(&answer, "access-control-allow-origin"), Some(OWN));
    let problem: Value = answer.json().await.expect("JSON");
    let error = &problem["errors"][0];
    let text = |name: &str| error[name].as_str().expect("text").to_owned();
    (text("pointer"), text("code"))
}

#[tokio::test]
async fn wg_10_a_text_is_kept_with_the_agreement_and_what_proves_it() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let mut form = visitor.form("(202) 555-0143").await;
    form["page"] = json!("https://www.client.example/contact?email=ann@home.example#form");
    let visit = visitor.visit_and_write().await;
    let answer = visitor.text(&visit, &form).await;
    assert_eq!(answer.status(), 202);
    assert_eq!(header(&answer, "access-control-allow-origin"), Some(OWN));
    assert_eq!(answer.text().await.expect("text"), r#"{"received":true}"#);

    let kept =
        "select c.customer_number || '|' || c.source || '|' || c.kind || '|' || c.page || '|'
        || c.address || '|' || c.user_agent || '|' || m.body || '|' || m.source || '|' || t.name
        from consents c join messages m on m.id = c.message_id
        join conversations t on t.id = m.conversation_id";
    let address = &visitor.address;
    let wanted = format!(
        "{ANN}|widget|given|https://www.client.example/contact|{address}|Visitor's browser|Are you open?|widget|Ann O'Neil"
    );
    assert_eq!(world.texts(kept).await, [wanted]);
    let shown = visitor.settings().await["consent"]["wording"].clone();
    let words = world.texts("select wording from consents").await;
    assert_eq!(
        Some(words[0].as_str()),
        shown.as_str(),
        "the words as they were shown"
    );
    assert_eq!(world.events("message.received").await, 1);
    assert_eq!(world.events("consent.given").await, 1);
}

#[tokio::test]
async fn b15_the_visitor_gets_one_text_that_confirms_it() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let form = visitor.form(ANN).await;
    for _ in 0..2 {
        let visit = visitor.visit_and_write().await;
        assert_eq!(visitor.text(&visit, &form).await.status(), 202);
    }
    world.run_jobs().await;
    let out = world
        .texts("select body from messages where direction = 'out'")
        .await;
    assert_eq!(
        out.len(),
        1,
        "who had agreed already is not told again: {out:?}"
    );
    assert!(
        out[0].starts_with("Acme: Thanks") && out[0].contains("STOP"),
        "{}",
        out[0]
    );
    let kept = world
        .texts("select body from messages where direction = 'in'")
        .await;
    assert_eq!(kept.len(), 2);
}

#[tokio::test]
async fn sm_03_without_the_tick_nothing_is_taken() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let visit = visitor.visit_and_write().await;
    let filled = visitor.form(ANN).await;
    let before = world.tables().await;
    for agreed in [json!(false), Value::Null] {
        let mut form = filled.clone();
        form["agreed"] = agreed.clone();
        if agreed.is_null() {
            form.as_object_mut().expect("fields").remove("agreed");
        }
        let answer = wrong(&visitor, &visit, &form).await;
        assert_eq!(answer, ("/agreed".to_owned(), "not_agreed".to_owned()));
    }
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn wg_10_words_that_were_never_shown_are_no_agreement() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let visit = visitor.visit_and_write().await;
    let mut form = visitor.form(ANN).await;
    form["wording_version"] = json!("77");
    let answer = wrong(&visitor, &visit, &form).await;
    assert_eq!(
        answer,
        ("/wording_version".to_owned(), "wording_changed".to_owned())
    );
    assert_eq!(world.texts("select body from messages").await.len(), 0);
}

#[tokio::test]
async fn wrong_fields_are_named_for_the_page_to_show() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let visit = visitor.visit_and_write().await;
    for (field, value, code) in [
        ("name", json!(" "), "required"),
        ("name", json!("x".repeat(101)), "too_long"),
        ("phone", json!("555-0143"), "invalid_phone"),
        ("phone", json!(""), "required"),
        ("message", json!("\n"), "required"),
        ("message", json!("x".repeat(1_001)), "too_long"),
        ("message", json!("a\u{202e}b"), "invalid_text"),
        ("page", json!("javascript:alert(1)"), "invalid_page"),
    ] {
        let mut form = visitor.form(ANN).await;
        form[field] = value;
        let answer = wrong(&visitor, &visit, &form).await;
        assert_eq!(answer, (format!("/{field}"), code.to_owned()));
    }
    assert_eq!(world.texts("select body from messages").await.len(), 0);
}

#[tokio::test]
async fn b15_without_a_number_nobody_can_text() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let settings = visitor.settings().await;
    assert_eq!(
        (&settings["consent"], &settings["sms_number"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&settings["applications"], &settings["soon"]),
        (&json!([]), &json!(true))
    );
    let mut form = visitor.form(ANN).await;
    form["wording_version"] = json!("1");
    let visit = visitor.visit_and_write().await;
    let answer = visitor.text(&visit, &form).await;
    assert_eq!(problem(answer).await, (409, "conflict".to_owned()));
}

#[tokio::test]
async fn b29_what_is_switched_off_takes_nothing() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let (visit, form) = (visitor.visit_and_write().await, visitor.form(ANN).await);
    switch_texting_off(&jane).await;
    let settings = visitor.settings().await;
    assert_eq!(
        (&settings["applications"], &settings["soon"]),
        (&json!([]), &json!(false))
    );
    assert_eq!(
        settings["sms_number"],
        Value::Null,
        "WG-09: for old loaders too"
    );
    let answer = visitor.text(&visit, &form).await;
    assert_eq!(problem(answer).await, (409, "conflict".to_owned()));
    assert_eq!(world.texts("select body from messages").await.len(), 0);
}

async fn switch_texting_off(jane: &ClientUser) {
    let kind = ApplicationKind::TextUs;
    let read = jane.api.read_widget_application(jane.client, kind).await;
    let off = SaveApplication {
        enabled: false,
        schedule_id: None,
        phone_number: None,
    };
    let etag = read.expect("reads").etag;
    let saved = jane
        .api
        .save_widget_application(jane.client, kind, &off, &etag);
    saved.await.expect("saves");
}

#[tokio::test]
async fn wg_01_a_page_of_another_site_changes_nothing() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let own = Visitor::of(&world, &jane).await;
    let (visit, form) = (own.visit_and_write().await, own.form(ANN).await);
    let before = world.tables().await;
    for origin in ["https://evil.test", "null", "http://www.client.example", ""] {
        let visitor = Visitor {
            origin,
            ..own.elsewhere()
        };
        for (what, body) in [("/visits", json!({})), ("/texts", form.clone())] {
            let request = visitor.request(Method::POST, what).json(&body);
            let answer = request
                .header("gangway-visit", &visit)
                .send()
                .await
                .expect("answers");
            assert_eq!(
                header(&answer, "access-control-allow-origin"),
                None,
                "{origin}"
            );
            assert!(
                header(&answer, "vary")
                    .expect("Vary")
                    .to_lowercase()
                    .contains("origin")
            );
            assert_eq!(
                problem(answer).await,
                (403, "foreign_origin".to_owned()),
                "{origin}"
            );
        }
    }
    let url = format!(
        "{}/public/v1/widgets/{}/texts",
        world.base(),
        own.application_key
    );
    let bare = world
        .http()
        .post(url)
        .header("gangway-visit", &visit)
        .json(&form);
    assert_eq!(
        bare.send().await.expect("answers").status(),
        403,
        "no Origin, no leave"
    );
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn wg_01_preflights_allow_what_the_panel_sends_and_no_more() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    for (what, headers) in [
        ("/visits", "content-type"),
        ("/texts", "content-type, gangway-visit, idempotency-key"),
    ] {
        let answer = visitor
            .request(Method::OPTIONS, what)
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), 204);
        assert_eq!(header(&answer, "access-control-allow-origin"), Some(OWN));
        assert_eq!(
            header(&answer, "access-control-allow-methods"),
            Some("POST")
        );
        assert_eq!(
            header(&answer, "access-control-allow-headers"),
            Some(headers)
        );
        assert_eq!(header(&answer, "access-control-max-age"), Some("600"));
        let foreign = Visitor {
            origin: "https://evil.test",
            ..visitor.elsewhere()
        };
        let answer = foreign
            .request(Method::OPTIONS, what)
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), 404);
        assert_eq!(header(&answer, "access-control-allow-origin"), None);
        assert_eq!(header(&answer, "access-control-allow-headers"), None);
    }
}

#[tokio::test]
async fn a_text_sent_twice_is_kept_once() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let (visit, form, once) = (
        visitor.visit_and_write().await,
        visitor.form(ANN).await,
        key(),
    );
    for replayed in [None, Some("true")] {
        let answer = visitor.text_again(&visit, &form, once.as_str()).await;
        assert_eq!(answer.status(), 202);
        assert_eq!(header(&answer, "idempotent-replayed"), replayed);
    }
    assert_eq!(
        world
            .texts("select body from messages where direction = 'in'")
            .await
            .len(),
        1
    );
    let other = visitor.elsewhere();
    let answer = other
        .text_again(&other.visit_and_write().await, &form, once.as_str())
        .await;
    assert_eq!(
        header(&answer, "idempotent-replayed"),
        None,
        "another visitor's key is another key"
    );
}

#[tokio::test]
async fn wg_03_what_programs_fill_in_is_not_kept_and_they_learn_nothing() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let mut form = visitor.form(ANN).await;
    form["website"] = json!("https://spam.test");
    let visit = visitor.visit_and_write().await;
    let answer = visitor.text(&visit, &form).await;
    assert_eq!(answer.status(), 202);
    assert_eq!(answer.text().await.expect("text"), r#"{"received":true}"#);
    assert_eq!(world.texts("select body from messages").await.len(), 0);
}

#[tokio::test]
async fn wg_03_nobody_writes_within_three_seconds() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let form = visitor.form(ANN).await;
    let visit = visitor.visit().await;
    world.advance(Duration::milliseconds(500));
    let answer = visitor.text(&visit, &form).await;
    assert_eq!(problem(answer).await, (409, "conflict".to_owned()));
    world.advance(Duration::seconds(3));
    assert_eq!(visitor.text(&visit, &form).await.status(), 202);
}

#[tokio::test]
async fn wg_06_what_looks_like_markup_is_kept_and_mailed_as_text() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let mut form = visitor.form(ANN).await;
    form["message"] = json!("<script>alert(1)</script>");
    form["name"] = json!("<b>Ann</b>");
    let visit = visitor.visit_and_write().await;
    assert_eq!(visitor.text(&visit, &form).await.status(), 202);
    let kept = world.texts("select m.body || t.name from messages m join conversations t on t.id = m.conversation_id where direction = 'in'").await;
    assert_eq!(kept, ["<script>alert(1)</script><b>Ann</b>"]);
}
