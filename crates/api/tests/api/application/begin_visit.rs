use super::visitor::{OWN, Visitor, header, problem, texting};
use crate::support::World;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn wg_04_a_visit_is_answered_in_the_body_and_stored_nowhere() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let before = world.tables().await;
    let request = visitor.request(Method::POST, "/visits").json(&json!({}));
    let answer = request.send().await.expect("answers");
    assert_eq!(answer.status(), 201);
    assert_eq!(header(&answer, "access-control-allow-origin"), Some(OWN));
    assert_eq!(header(&answer, "access-control-allow-credentials"), None);
    assert_eq!(header(&answer, "set-cookie"), None);
    assert_eq!(header(&answer, "location"), None);
    assert_eq!(header(&answer, "cache-control"), Some("no-store"));
    let body: Value = answer.json().await.expect("JSON");
    let ends = body["expires_at"].as_str().expect("a time");
    let ends: chrono::DateTime<chrono::Utc> = ends.parse().expect("a time");
    assert!(ends - world.context().now() <= Duration::hours(24));
    let grew: Vec<_> = world.tables().await.into_iter().zip(before).collect();
    let grew = grew.iter().filter(|(now, before)| now != before).count();
    assert!(grew <= 1, "only the limit's bucket");
}

#[tokio::test]
async fn wg_04_a_visit_works_for_its_own_application_and_for_half_a_day() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let form = visitor.form("+12025550143").await;
    let visit = visitor.visit_and_write().await;
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let other = world.client_of(&owner, "bob@other.example").await;
    let info = gangway_domain::wire::CompanyInfo {
        website: OWN.to_owned(),
        ..crate::support::company_info("Other")
    };
    other
        .api
        .submit_company_info(other.client, &info, &crate::support::key())
        .await
        .expect("submits");
    let elsewhere = Visitor::of(&world, &other).await;
    for wrong in [
        visit.replace('.', ".x"),
        "x".to_owned(),
        elsewhere.visit_and_write().await,
    ] {
        let answer = visitor.text(&wrong, &form).await;
        assert_eq!(
            problem(answer).await,
            (401, "not_signed_in".to_owned()),
            "{wrong}"
        );
    }
    world.advance(Duration::hours(12));
    let answer = visitor.text(&visit, &form).await;
    assert_eq!(
        header(&answer, "access-control-allow-origin"),
        Some(OWN),
        "the page may read why"
    );
    assert_eq!(problem(answer).await, (401, "not_signed_in".to_owned()));
    let visit = visitor.visit_and_write().await;
    assert_eq!(visitor.text(&visit, &form).await.status(), 202);
}

#[tokio::test]
async fn wg_03_visits_of_one_network_are_limited() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    for _ in 0..60 {
        visitor.visit().await;
    }
    let request = visitor.request(Method::POST, "/visits").json(&json!({}));
    let answer = request.send().await.expect("answers");
    assert!(header(&answer, "retry-after").is_some());
    assert_eq!(problem(answer).await, (429, "too_many_requests".to_owned()));
    visitor.elsewhere().visit().await;
}
