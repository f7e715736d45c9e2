//! What was asked for, what was told, and what there is in the end.

use super::stage::{Caller, Stage};
use crate::support::tortured;
use gangway_domain::ids::ClientId;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::{invite, number_order};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::sync::Mutex;

/// Something a caller wants done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Somebody is invited: a mail goes out, at least once.
    Invite(String),
    /// A client gets a number: bought exactly once.
    Number(ClientId),
}

/// What callers asked for and were told; on disk before the next thing happens.
pub struct Books {
    journal: Mutex<File>,
    asked: Mutex<BTreeSet<Deed>>,
    told: Mutex<BTreeSet<Deed>>,
}

impl Books {
    pub fn open() -> Self {
        Self {
            journal: Mutex::new(tempfile::tempfile().expect("a file")),
            asked: Mutex::default(),
            told: Mutex::default(),
        }
    }

    fn write(&self, word: &str, deed: &Deed) {
        let mut journal = self.journal.lock().expect("the journal");
        writeln!(journal, "{word} {deed:?}").expect("writes");
        journal.sync_data().expect("writes");
    }

    pub fn asked(&self, deed: &Deed) {
        self.write("asked", deed);
        self.asked.lock().expect("the books").insert(deed.clone());
    }

    pub fn told(&self, deed: &Deed) {
        self.write("told", deed);
        self.told.lock().expect("the books").insert(deed.clone());
    }

    /// Whatever was told is there, nothing is there that nobody asked for, and effects are as often
    /// as promised.
    pub async fn compare(&self, stage: &Stage, acting: &[Caller]) {
        let (invites, orders) = there(stage, acting).await;
        let mut deeds: BTreeSet<Deed> = invites.iter().cloned().map(Deed::Invite).collect();
        let ordered = orders
            .iter()
            .map(|order| Deed::Number(ClientId(order.client_id)));
        deeds.extend(ordered);
        let (asked, told) = (
            self.asked.lock().expect("the books"),
            self.told.lock().expect("the books"),
        );
        println!(
            "JQ-20: {} asked, {} told, {} there",
            asked.len(),
            told.len(),
            deeds.len()
        );
        assert!(told.len() > 50, "too little happened: {}", told.len());
        let lost: Vec<_> = told.difference(&deeds).collect();
        assert!(lost.is_empty(), "told, and not there: {lost:?}");
        let made_up: Vec<_> = deeds.difference(&asked).collect();
        assert!(
            made_up.is_empty(),
            "there, and never asked for: {made_up:?}"
        );
        mails(stage, &invites);
        numbers(stage, &orders);
    }
}

/// The invitations of the callers, and the orders.
async fn there(stage: &Stage, acting: &[Caller]) -> (Vec<String>, Vec<number_order::Model>) {
    let db = stage.database().await;
    let (mut invites, mut orders) = (Vec::new(), Vec::new());
    for caller in acting {
        let rows = invite::Entity::of(caller.partner)
            .all(&db)
            .await
            .expect("reads");
        let emails = rows.into_iter().map(|row| row.email);
        invites.extend(emails.filter(|email| email.starts_with('t')));
        let rows = number_order::Entity::of(caller.partner).all(&db).await;
        orders.extend(rows.expect("reads"));
    }
    db.close().await.expect("closes");
    (invites, orders)
}

/// At least once: each went out, hardly any twice, and those under the same Message-ID.
fn mails(stage: &Stage, invites: &[String]) {
    let mut ids = BTreeMap::<String, Vec<String>>::new();
    let mut times = BTreeMap::<String, Vec<String>>::new();
    for mail in stage.sandbox.mailbox().all() {
        let line = mail
            .headers
            .lines()
            .find(|line| line.to_lowercase().starts_with("message-id:"));
        for to in &mail.recipients {
            let id = line.expect("a Message-ID").to_owned();
            ids.entry(to.clone()).or_default().push(id);
            let at = mail.at.format("%T%.3f").to_string();
            times.entry(to.clone()).or_default().push(at);
        }
    }
    let unsent: Vec<_> = invites
        .iter()
        .filter(|email| !ids.contains_key(*email))
        .collect();
    assert!(unsent.is_empty(), "nobody wrote to {unsent:?}");
    let mut again = 0;
    for (to, ids) in ids.iter().filter(|(to, _)| to.starts_with('t')) {
        assert!(invites.contains(to), "nobody invited {to}");
        assert!(ids.iter().all(|id| *id == ids[0]), "{to}: {ids:?}");
        again += ids.len() - 1;
        if ids.len() > 1 {
            println!("JQ-20: {to} went at {}", times[to].join(" and "));
        }
    }
    // In a short run, one alone may be more than one in a hundred.
    let most = (invites.len() / 100).max(if tortured() { 0 } else { 2 });
    println!(
        "JQ-20: {} invited, {again} mails went twice, {most} at most",
        invites.len()
    );
    assert!(again <= most, "{again} of {} went twice", invites.len());
}

/// Exactly once: one number for each order, and none for nobody.
fn numbers(stage: &Stage, orders: &[number_order::Model]) {
    let bought = stage.sandbox.twilio().numbers();
    for order in orders {
        let name = format!("gangway {}", order.id);
        let own: Vec<_> = bought
            .iter()
            .filter(|number| number.friendly_name == name)
            .collect();
        assert_eq!(own.len(), 1, "{order:?}: {own:?}");
        assert_eq!(order.state, "assigned");
        assert_eq!(order.phone_number.as_ref(), Some(&own[0].phone_number));
    }
    println!(
        "JQ-20: {} orders, {} numbers bought",
        orders.len(),
        bought.len()
    );
    assert_eq!(bought.len(), orders.len(), "numbers of nobody");
}
