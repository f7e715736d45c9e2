//! What one caller, account, user, partner or receiver may cause, and what is told when it is too much.

mod guesses;
mod hashing;
mod invitations;
mod known_devices;
mod mails;
mod partner_links;
mod security_log;
mod stored;
mod unknown_links;
mod whose_address;

use crate::sign_in::sign_in_call;
use crate::support::World;
use gangway_api_client::{Answer, Call, Client};
use std::collections::BTreeMap;

/// What is sent where the password is wrong.
const WRONG: &str = "not the password here";

/// One try to sign in.
async fn try_once(api: &Client, email: &str, password: &str) -> Answer {
    let call = sign_in_call(email, password);
    api.exchange(&call, None).await.expect("an answer")
}

/// The statuses of as many tries with a wrong password.
async fn tries(api: &Client, email: &str, count: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..count {
        statuses.push(try_once(api, email, WRONG).await.status);
    }
    statuses
}

/// How often each status came.
fn counted(statuses: impl IntoIterator<Item = u16>) -> BTreeMap<u16, usize> {
    let mut counted = BTreeMap::new();
    for status in statuses {
        *counted.entry(status).or_default() += 1;
    }
    counted
}

/// A header's number.
fn number(answer: &Answer, name: &str) -> u64 {
    let text = answer.header(name).unwrap_or_else(|| panic!("no {name}"));
    text.parse().expect("a number")
}

/// The statuses of calls sent at once.
async fn at_once(calls: Vec<(Client, Call)>) -> Vec<Answer> {
    let sent = calls
        .into_iter()
        .map(|(api, call)| tokio::spawn(async move { api.exchange(&call, None).await }));
    let mut answers = Vec::new();
    for answer in sent.collect::<Vec<_>>() {
        answers.push(answer.await.expect("ends").expect("an answer"));
    }
    answers
}

impl World {
    /// Mails to an address with these words in the subject.
    async fn mails_about(&self, address: &str, subject: &str) -> usize {
        self.run_jobs().await;
        let mails = self.sandbox().mailbox().to(address);
        mails
            .iter()
            .filter(|mail| mail.subject.contains(subject))
            .count()
    }
}
