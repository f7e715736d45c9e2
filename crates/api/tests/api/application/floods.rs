//! WG-03: many texts at once.

use super::visitor::{Visitor, texting};
use crate::support::World;
use serde_json::Value;

/// Sends so many texts, each with a phone of its own, and counts what was taken and what was refused.
async fn flood(visitors: &[Visitor<'_>], texts: usize) -> (usize, usize) {
    let form = visitors[0].form("+12025550143").await;
    let mut visits = Vec::new();
    for visitor in visitors {
        visits.push(visitor.visit().await);
    }
    visitors[0].world.advance(chrono::Duration::seconds(4));
    let (mut taken, mut refused) = (0, 0);
    for (number, (visitor, visit)) in visitors.iter().zip(&visits).cycle().take(texts).enumerate() {
        let mut form = form.clone();
        form["phone"] = Value::from(format!("+1202555{number:04}"));
        match visitor.text(visit, &form).await.status().as_u16() {
            202 => taken += 1,
            429 => refused += 1,
            other => panic!("{other}"),
        }
    }
    (taken, refused)
}

#[tokio::test]
async fn wg_03_a_flood_from_one_address_ends_after_six() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    assert_eq!(flood(&[visitor.elsewhere()], 100).await, (6, 94));
    assert_eq!(kept(&world).await, 6);
    told_once(&world, &jane.email).await;
    let (other, _) = flood(&[visitor], 1).await;
    assert_eq!(other, 1, "somebody else is not slowed");
}

#[tokio::test]
async fn wg_03_a_flood_from_many_addresses_ends_for_this_application_alone() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let crowd: Vec<_> = (0..30).map(|_| visitor.elsewhere()).collect();
    let (taken, refused) = flood(&crowd, 120).await;
    assert_eq!(taken + refused, 120);
    assert!((40..=41).contains(&taken), "{taken}");
    assert_eq!(kept(&world).await, taken);
    told_once(&world, &jane.email).await;

    // Another client of the same partner's is texted as before.
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let bob = world.client_of(&owner, "bob@other.example").await;
    let info = crate::support::company_info("Other");
    let done = bob
        .api
        .submit_company_info(bob.client, &info, &crate::support::key())
        .await;
    done.expect("submits");
    crate::texting::order(&bob).await;
    world.run_jobs().await;
    let visitor = Visitor::of(&world, &bob).await;
    assert_eq!(flood(&[visitor], 1).await, (1, 0));
}

#[tokio::test]
async fn wg_03_one_phone_is_texted_three_times_an_hour_at_most() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let form = visitor.form("+12025550143").await;
    let mut answers = Vec::new();
    for _ in 0..4 {
        let other = visitor.elsewhere();
        let visit = other.visit_and_write().await;
        answers.push(other.text(&visit, &form).await.status().as_u16());
    }
    assert_eq!(answers, [202, 202, 202, 429]);
}

async fn kept(world: &World) -> usize {
    let rows = world.texts("select body from messages where direction = 'in'");
    rows.await.len()
}

async fn told_once(world: &World, owner: &str) {
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to(owner);
    let notices: Vec<_> = mails
        .iter()
        .filter(|mail| mail.subject.contains("website's button"))
        .collect();
    assert_eq!(notices.len(), 1);
    let link = "/company/behaviors-and-styles";
    assert!(notices[0].links.iter().any(|known| known.ends_with(link)));
}
