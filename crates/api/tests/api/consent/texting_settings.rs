use super::{ready, row};
use crate::support::{ClientUser, World, refused, refused_field};
use gangway::consent::{quiet_now, settings};
use gangway_api_client::{Etag, Failure, Tagged};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{TextingSettings, UpdateTextingSettings};

async fn read(jane: &ClientUser) -> Tagged<TextingSettings> {
    jane.api
        .read_texting_settings(jane.client)
        .await
        .expect("reads")
}

async fn change(
    jane: &ClientUser,
    body: UpdateTextingSettings,
    etag: &Etag,
) -> Result<Tagged<TextingSettings>, Failure> {
    jane.api
        .update_texting_settings(jane.client, &body, etag)
        .await
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[tokio::test]
async fn sm_05_without_settings_nights_are_quiet_and_the_company_has_its_name() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let set = read(&jane).await;
    assert_eq!(
        (
            set.value.quiet_from.as_str(),
            set.value.quiet_until.as_str()
        ),
        ("21:00", "08:00")
    );
    assert_eq!(
        (
            set.value.brand_name.as_ref(),
            set.value.brand_name_used.as_str()
        ),
        (None, "Acme")
    );
    assert_eq!(set.value.help_text, None);
    for part in ["Acme", "STOP", "https://www.client.example"] {
        assert!(
            set.value.help_text_used.contains(part),
            "{}",
            set.value.help_text_used
        );
    }
    assert_eq!(
        (
            &set.value.privacy_url,
            &set.value.terms_url,
            set.value.updated_at
        ),
        (&None, &None, None)
    );
}

#[tokio::test]
async fn sm_05_what_is_set_holds_for_texts_and_absent_fields_stay() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let all = UpdateTextingSettings {
        quiet_from: some("20:30"),
        quiet_until: some("09:15"),
        help_text: some("Acme here. Call 202 555 0100."),
        privacy_url: some("https://www.client.example/privacy"),
        terms_url: some("https://www.client.example/terms"),
        brand_name: some("Acme Dental"),
    };
    let set = change(&jane, all, &read(&jane).await.etag)
        .await
        .expect("sets");
    assert_eq!(
        (
            set.value.quiet_from.as_str(),
            set.value.quiet_until.as_str()
        ),
        ("20:30", "09:15")
    );
    assert_eq!(set.value.brand_name_used, "Acme Dental");
    assert_eq!(set.value.help_text_used, "Acme here. Call 202 555 0100.");
    assert_eq!(read(&jane).await.value, set.value);
    let (client, db) = (row(&world, &jane).await, world.context().db.reader());
    let held = settings(db, &client).await.expect("reads");
    // 13:00 UTC is 08:00 in New York in winter: quiet until 09:15 there.
    let at = "2026-12-01T13:00:00Z".parse().expect("a time");
    let until = quiet_now("+12125550143", &held, at).expect("quiet");
    assert_eq!(until.to_rfc3339(), "2026-12-01T14:15:00+00:00");
    let less = UpdateTextingSettings {
        brand_name: some(""),
        help_text: some("  "),
        ..UpdateTextingSettings::default()
    };
    let reset = change(&jane, less, &set.etag).await.expect("sets");
    assert_eq!(
        (
            &reset.value.brand_name,
            reset.value.brand_name_used.as_str()
        ),
        (&None, "Acme")
    );
    assert!(reset.value.help_text.is_none() && reset.value.help_text_used.contains("Acme"));
    assert_eq!(reset.value.quiet_from, "20:30");
    assert_eq!(reset.value.terms_url, set.value.terms_url);
    assert_eq!(world.events("texting_settings.changed").await, 2);
}

#[tokio::test]
async fn sm_05_quiet_time_from_and_until_alike_is_none() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let none = UpdateTextingSettings {
        quiet_from: some("00:00"),
        quiet_until: some("00:00"),
        ..UpdateTextingSettings::default()
    };
    change(&jane, none, &read(&jane).await.etag)
        .await
        .expect("sets");
    let (client, db) = (row(&world, &jane).await, world.context().db.reader());
    let held = settings(db, &client).await.expect("reads");
    for hour in 0..24 {
        let at = format!("2026-12-01T{hour:02}:00:00Z")
            .parse()
            .expect("a time");
        assert_eq!(quiet_now("+12125550143", &held, at), None, "{hour}");
    }
}

#[tokio::test]
async fn b33_settings_that_break_a_rule_are_refused_field_by_field() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let etag = read(&jane).await.etag;
    let of = |set: fn(&mut UpdateTextingSettings, String)| {
        move |text: &str| {
            let mut body = UpdateTextingSettings::default();
            set(&mut body, text.to_owned());
            body
        }
    };
    let quiet = of(|body, text| body.quiet_from = Some(text));
    for time in ["24:00", "9:00", "21", "21:60", "noon", "21:00:00", "+1:00"] {
        let answer = change(&jane, quiet(time), &etag).await;
        refused_field(answer, "/quiet_from", "invalid_time");
    }
    let privacy = of(|body, text| body.privacy_url = Some(text));
    for page in [
        "client.example/privacy",
        "javascript:alert(1)",
        "https://localhost/x",
    ] {
        let answer = change(&jane, privacy(page), &etag).await;
        refused_field(answer, "/privacy_url", "invalid_website");
    }
    let help = of(|body, text| body.help_text = Some(text));
    let answer = change(&jane, help(&"x".repeat(321)), &etag).await;
    refused_field(answer, "/help_text", "too_long");
    assert_eq!(world.rows("texting_settings").await, 0);
}

#[tokio::test]
async fn b33_of_two_who_change_settings_at_once_the_second_is_told() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let etag = read(&jane).await.etag;
    let body = |name: &str| UpdateTextingSettings {
        brand_name: some(name),
        ..UpdateTextingSettings::default()
    };
    let set = change(&jane, body("One"), &etag).await.expect("sets");
    refused(change(&jane, body("Two"), &etag).await, ProblemCode::Stale);
    change(&jane, body("Three"), &set.etag).await.expect("sets");
    refused(
        change(&jane, body("Four"), &set.etag).await,
        ProblemCode::Stale,
    );
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let read = rep.api.read_texting_settings(jane.client).await;
    refused(read, ProblemCode::Forbidden);
    let other = world.partner("Other IT").await;
    let written = other
        .api
        .update_texting_settings(jane.client, &body("Five"), &set.etag)
        .await;
    refused(written, ProblemCode::NotFound);
}
