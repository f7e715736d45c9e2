//! WG-03: many texts at once.

use super::visitor::{Visitor, header, texting};
use crate::support::{ClientUser, World, company_info, key};
use crate::texting::order;
use chrono::Duration;
use futures_util::future::join_all;
use serde_json::{Value, json};

/// Texts of a flood.
const TEXTS: u32 = 1_000;
/// How many of them are on their way at once.
const AT_ONCE: u32 = 20;
/// What an address, and an application, let through at once, as the operation's description says.
const OF_ADDRESS: usize = 6;
const OF_APPLICATION: usize = 40;

/// What came of a flood.
#[derive(Debug, Default, PartialEq)]
struct Flooded {
    taken: usize,
    refused: usize,
    /// Texts to another partner's client, sent meanwhile, that were taken.
    others: usize,
}

/// Another partner's client that can be texted.
async fn elsewhere(world: &World) -> ClientUser {
    let owner = world.partner("Other IT").await;
    let bob = world.client_of(&owner, "bob@other.example").await;
    let (info, key) = (company_info("Other"), key());
    let done = bob.api.submit_company_info(bob.client, &info, &key).await;
    done.expect("submits");
    order(&bob).await;
    world.run_jobs().await;
    bob
}

/// Sends a thousand texts within a minute, each with a phone of its own, from so many addresses. Every
/// ten seconds somebody writes to another partner's client.
async fn flood(world: &World, visitor: &Visitor<'_>, addresses: usize) -> Flooded {
    let bob = elsewhere(world).await;
    let other = Visitor::of(world, &bob).await;
    let _still = world.hold_clock();
    let crowd: Vec<_> = (0..addresses).map(|_| visitor.elsewhere()).collect();
    let visits = join_all(crowd.iter().map(Visitor::visit)).await;
    let others_visit = other.visit().await;
    world.advance(Duration::seconds(4));
    let (form, others_form) = (visitor.form("").await, other.form("").await);
    let send = async |number: u32| {
        let one = usize::try_from(number).expect("small") % addresses;
        let form = with_phone(&form, number);
        let answer = crowd[one].text(&visits[one], &form).await;
        if answer.status() == 429 {
            assert!(
                header(&answer, "retry-after").is_some(),
                "when to try again"
            );
        }
        answer.status().as_u16()
    };
    let (mut found, rounds) = (Flooded::default(), TEXTS / AT_ONCE);
    for round in 0..rounds {
        let texts = round * AT_ONCE..(round + 1) * AT_ONCE;
        for status in join_all(texts.map(send)).await {
            match status {
                202 => found.taken += 1,
                429 => found.refused += 1,
                other => panic!("{other}"),
            }
        }
        if round % 10 == 0 {
            let form = with_phone(&others_form, 5_000 + round);
            let answer = other.elsewhere().text(&others_visit, &form).await;
            found.others += usize::from(answer.status() == 202);
        }
        world.advance(Duration::milliseconds(i64::from(59_000 / rounds)));
    }
    found
}

fn with_phone(form: &Value, number: u32) -> Value {
    let mut form = form.clone();
    form["phone"] = json!(format!("+1202555{number:04}"));
    form
}

#[tokio::test]
async fn wg_03_a_thousand_texts_from_one_address_end_after_the_first_six() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let found = flood(&world, &visitor, 1).await;
    let wanted = Flooded {
        taken: OF_ADDRESS,
        refused: 1_000 - OF_ADDRESS,
        others: 5,
    };
    assert_eq!(found, wanted);
    assert_eq!(kept(&world).await, OF_ADDRESS);
    told_once(&world, &jane.email).await;
    let visit = visitor.visit_and_write().await;
    let form = visitor.form("+12025550143").await;
    let somebody_else = visitor.text(&visit, &form).await.status();
    assert_eq!(somebody_else, 202, "is not slowed");
}

#[tokio::test]
async fn wg_03_a_thousand_texts_from_a_hundred_addresses_end_after_the_first_forty() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let found = flood(&world, &visitor, 100).await;
    let wanted = Flooded {
        taken: OF_APPLICATION,
        refused: 1_000 - OF_APPLICATION,
        others: 5,
    };
    assert_eq!(found, wanted);
    assert_eq!(kept(&world).await, OF_APPLICATION);
    told_once(&world, &jane.email).await;

    // Another client of the same partner's is texted as before.
    let owner = world.sign_in("owner@harborit.example").await;
    let owner = owner.expect("signs in");
    let ann = world.client_of(&owner, "ann@third.example").await;
    let (info, key) = (company_info("Third"), key());
    let done = ann.api.submit_company_info(ann.client, &info, &key).await;
    done.expect("submits");
    order(&ann).await;
    world.run_jobs().await;
    let neighbour = Visitor::of(&world, &ann).await;
    let visit = neighbour.visit_and_write().await;
    let form = neighbour.form("+12025550143").await;
    assert_eq!(neighbour.text(&visit, &form).await.status(), 202);
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

/// How many texts are in the inbox of the client whose application it is: Acme's.
async fn kept(world: &World) -> usize {
    let texts = "select c.name from messages m join clients c on c.id = m.client_id where m.direction = 'in'";
    let names = world.texts(texts).await;
    names.iter().filter(|name| *name == "Acme").count()
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
