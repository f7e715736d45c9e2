//! What callers asked for and what they were told, on disk before it is asked. What they ask for is
//! API keys: they have names, cost no mail, and are made once.

use gangway::context::{Chance as _, OsChance};
use gangway_api_client::{Client, Failure, IdempotencyKey, List};
use gangway_domain::wire::MakeApiKey;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;

/// A journal of keys that were made, by the name each was given.
pub struct Journal {
    file: Mutex<File>,
    asked: Mutex<BTreeSet<String>>,
    told: Mutex<BTreeSet<String>>,
}

/// How an attempt ended for the caller.
#[derive(Debug)]
pub enum Told {
    /// It is done.
    Done,
    /// It is refused, or nobody knows.
    Failed(Failure),
}

impl Journal {
    /// A new journal in the folder.
    pub fn new(folder: &Path) -> Self {
        let file = File::create(folder.join("journal")).expect("a file");
        Self {
            file: Mutex::new(file),
            asked: Mutex::default(),
            told: Mutex::default(),
        }
    }

    fn write(&self, line: &str) {
        let mut file = self.file.lock().expect("the journal");
        writeln!(file, "{line}").expect("writes");
        file.sync_data().expect("writes");
    }

    /// Makes a key with a name of its own. While `patient` says so of a failure, asks for the same
    /// again under the same Idempotency-Key.
    pub async fn create(&self, api: &Client, patient: impl Fn(&Failure) -> bool) -> (String, Told) {
        let mut random = [0; 8];
        OsChance::new().fill(&mut random);
        let name = format!("c{:016x}", u64::from_le_bytes(random));
        let key = IdempotencyKey::new(name.clone());
        self.write(&format!("asked {name}"));
        self.asked.lock().expect("names").insert(name.clone());
        let body = MakeApiKey {
            name: name.clone(),
            scopes: vec!["clients:read".to_owned()],
            expires_in_days: None,
        };
        loop {
            match api.make_api_key(&body, &key).await {
                Ok(_) => {
                    self.write(&format!("told {name}"));
                    self.told.lock().expect("names").insert(name.clone());
                    return (name, Told::Done);
                }
                Err(failure) if patient(&failure) => {
                    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                }
                Err(failure) => return (name, Told::Failed(failure)),
            }
        }
    }

    /// How many were told that it is done.
    pub fn told(&self) -> usize {
        self.told.lock().expect("names").len()
    }

    /// Whatever was told to be done is there, and nothing twice.
    pub async fn check_told(&self, api: &Client, when: &str) {
        let there = there(api).await;
        let told = self.told.lock().expect("names");
        let lost: Vec<_> = told
            .iter()
            .filter(|name| !there.contains_key(*name))
            .collect();
        let twice: Vec<_> = there.iter().filter(|(_, count)| **count > 1).collect();
        assert!(
            lost.is_empty() && twice.is_empty(),
            "{when}: lost {lost:?}, twice {twice:?}"
        );
    }

    /// Besides, nothing is there that nobody asked for.
    pub async fn check(&self, api: &Client, when: &str) {
        self.check_told(api, when).await;
        let there = there(api).await;
        let asked = self.asked.lock().expect("names");
        let made_up: Vec<_> = there.keys().filter(|name| !asked.contains(*name)).collect();
        assert!(made_up.is_empty(), "{when}: nobody asked for {made_up:?}");
    }
}

/// The keys that are there, by name.
async fn there(api: &Client) -> BTreeMap<String, usize> {
    let mut there = BTreeMap::<String, usize>::new();
    let mut list = List {
        limit: Some(100),
        ..List::first()
    };
    loop {
        let page = api.list_api_keys(list).await.expect("lists");
        for made in page.data {
            *there.entry(made.name).or_default() += 1;
        }
        let Some(next) = page.next else { break };
        list = List {
            limit: Some(100),
            cursor: Some(next),
            ..List::first()
        };
    }
    there
}
