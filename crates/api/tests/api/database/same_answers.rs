//! DB-08: the same requests get the same answers, whichever database keeps the rows.

use crate::support::{Staff, World, company_info, key, operation};
use chrono::DateTime;
use gangway_api_client::{Call, List};
use gangway_domain::wire::MakeApiKey;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Random requests; more of them by the environment: `DB08_REQUESTS=5000`.
const REQUESTS: u32 = 400;

/// What databases see differently: case, normal forms, wildcards, NUL, order, length.
const TEXTS: [&str; 28] = [
    "Acme",
    "ACME",
    "acme ",
    " Acme",
    "Ac_me",
    "Ac%me",
    "a%",
    "_",
    "%",
    "!",
    "Acme\u{0}Ltd",
    "M\u{fc}ller",
    "Mu\u{308}ller",
    "M\u{dc}LLER",
    "STRASSE",
    "stra\u{df}e",
    "\u{130}stanbul",
    "istanbul",
    "Zebra",
    "zebra",
    "\u{e9}clair",
    "Eclair",
    "\u{1f600} smile",
    "\u{200b}hidden",
    "O'Brien; drop table clients",
    "\\",
    "back\\slash",
    "2",
];

/// A world, and what its answers are compared by: ids in the order in which they came up.
struct Side {
    world: World,
    staff: Staff,
    ids: HashMap<String, usize>,
    clients: Vec<(String, String)>,
    invites: Vec<String>,
    cursors: HashMap<&'static str, String>,
}

impl Side {
    async fn of(world: World) -> Self {
        let staff = world.partner("Harbor IT").await;
        Self {
            world,
            staff,
            ids: HashMap::new(),
            clients: Vec::new(),
            invites: Vec::new(),
            cursors: HashMap::new(),
        }
    }

    /// Sends it; gives status and body as they are on either side.
    async fn sends(&mut self, request: &Request) -> (u16, Value) {
        self.world.advance(chrono::Duration::milliseconds(10));
        let call = self.call(request);
        let token = self.staff.api.access_token();
        let answer = self
            .staff
            .api
            .exchange(&call, token.as_deref())
            .await
            .expect("answers");
        let mut body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let etag = answer.header("etag").unwrap_or_default().to_owned();
        self.note(request, answer.status, &body, etag);
        self.make_alike(&mut body);
        (answer.status, body)
    }

    fn call(&self, request: &Request) -> Call {
        let call = operation(request.id).call();
        match request.what {
            What::Create => call.json(&request.body).key(&key()),
            What::List => {
                let mut list = request.list.clone();
                if request.next {
                    list.cursor = self.cursors.get(request.id).cloned();
                }
                call.list(list)
            }
            What::OfClient => {
                let client = self.clients.get(request.pick % self.clients.len().max(1));
                let nobody = || (NOBODY.to_owned(), String::new());
                let (id, etag) = client.cloned().unwrap_or_else(nobody);
                let call = call.with(id);
                if request.body.is_null() {
                    call
                } else {
                    call.json(&request.body).header("if-match", etag)
                }
            }
            What::OfInvite => {
                let invite = self.invites.get(request.pick % self.invites.len().max(1));
                let call = call.with(invite.cloned().unwrap_or_else(|| NOBODY.to_owned()));
                if call_takes_key(request.id) {
                    call.key(&key())
                } else {
                    call
                }
            }
        }
    }

    /// Keeps what later requests go by.
    fn note(&mut self, request: &Request, status: u16, body: &Value, etag: String) {
        let id = body["id"].as_str().unwrap_or_default().to_owned();
        match (request.id, status) {
            ("create_client", 201) => self.clients.push((id, etag)),
            ("update_client", 200) => {
                for client in self.clients.iter_mut().filter(|client| client.0 == id) {
                    client.1.clone_from(&etag);
                }
            }
            ("send_invite", 201) => self.invites.push(id),
            _ => {}
        }
        if let (What::List, Some(next)) = (request.what, body["next"].as_str()) {
            self.cursors.insert(request.id, next.to_owned());
        }
    }

    /// Ids become their order, times and tokens become words.
    fn make_alike(&mut self, value: &mut Value) {
        match value {
            Value::Array(all) => all.iter_mut().for_each(|one| self.make_alike(one)),
            Value::Object(fields) => {
                for (name, one) in fields {
                    match name.as_str() {
                        "reference" | "request_id" | "hash" | "next" | "url"
                        | "application_key" | "address" | "key" | "last_four" => {
                            *one = json!(one.is_null());
                        }
                        _ => self.make_alike(one),
                    }
                }
            }
            Value::String(text) if text.len() == 36 && text.matches('-').count() == 4 => {
                let count = self.ids.len();
                let number = *self.ids.entry(text.clone()).or_insert(count);
                *text = format!("id {number}");
            }
            Value::String(text)
                if text.ends_with('Z') && DateTime::parse_from_rfc3339(text).is_ok() =>
            {
                "a time".clone_into(text);
            }
            _ => {}
        }
    }
}

/// Asked for while nothing was made yet.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

fn call_takes_key(id: &str) -> bool {
    operation(id).method == "post"
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Create,
    List,
    OfClient,
    OfInvite,
}

/// A request, before either side fills its own ids in.
struct Request {
    id: &'static str,
    what: What,
    body: Value,
    list: List,
    next: bool,
    pick: usize,
}

/// Chance that comes out the same each time: a test that fails can be run again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // Knuth's constants for 64 bits; the low bits are the poor ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn text(&mut self) -> String {
        let mut text = TEXTS[self.roll(TEXTS.len())].to_owned();
        if self.roll(3) > 0 {
            text.push_str(TEXTS[self.roll(TEXTS.len())]);
        }
        text
    }

    fn email(&mut self) -> String {
        const NAMES: [&str; 6] = ["ada", "Ada", "o'neil", "m\u{fc}ller", "a.b+c", "zoe"];
        let name = NAMES[self.roll(NAMES.len())];
        format!("{name}{}@Client{}.example", self.roll(40), self.roll(3))
    }

    fn list(&mut self, sorts: &[&str]) -> List {
        let q = (self.roll(2) == 0).then(|| self.text());
        List {
            q,
            limit: Some(1 + u32::try_from(self.roll(8)).expect("small")),
            sort: (self.roll(2) == 0).then(|| sorts[self.roll(sorts.len())].to_owned()),
            count: self.roll(3) == 0,
            ..List::default()
        }
    }

    fn request(&mut self) -> Request {
        let (text, other) = (self.text(), self.text());
        let person = json!({"first_name": self.text(), "last_name": other, "email": self.email()});
        let company = |text: &str| {
            let mut company = json!(company_info(text));
            company["city"] = json!(text);
            company
        };
        let sorts = [
            "name",
            "-name",
            "created_at",
            "-created_at",
            "email",
            "-nothing",
        ];
        let (id, what, body) = match self.roll(14) {
            0..=2 => {
                let body = json!({"company": company(&text), "administrator": {"first_name": "Ada", "last_name": "A", "email": self.email()}});
                ("create_client", What::Create, body)
            }
            3 => (
                "create_client",
                What::Create,
                json!({"company": company(&text), "administrator": person}),
            ),
            4 => ("send_invite", What::Create, json!({"email": self.email()})),
            5 => {
                let mut body = person;
                body["role"] = json!("technician");
                ("invite_user", What::Create, body)
            }
            6 => {
                let body = MakeApiKey {
                    name: text,
                    scopes: vec!["clients:read".to_owned()],
                    expires_in_days: None,
                };
                ("make_api_key", What::Create, json!(body))
            }
            7 => ("update_client", What::OfClient, company(&text)),
            8 => ("read_client", What::OfClient, Value::Null),
            9 => (
                ["read_invite", "revoke_invite", "resend_invite"][self.roll(3)],
                What::OfInvite,
                Value::Null,
            ),
            10 | 11 => ("list_clients", What::List, Value::Null),
            12 => (
                ["list_invites", "list_users"][self.roll(2)],
                What::List,
                Value::Null,
            ),
            _ => ("list_events", What::List, Value::Null),
        };
        Request {
            id,
            what,
            body,
            list: self.list(&sorts),
            next: self.roll(3) == 0,
            pick: self.roll(1_000),
        }
    }
}

#[tokio::test]
async fn db_08_random_requests_get_the_same_answers_from_both_databases() {
    #[expect(clippy::disallowed_methods, reason = "how much is tried, and where")]
    let (server, count) = (
        std::env::var("GANGWAY_TEST_POSTGRES"),
        std::env::var("DB08_REQUESTS"),
    );
    if server.is_err() {
        println!("skipped: GANGWAY_TEST_POSTGRES names no PostgreSQL");
        return;
    }
    let count = count.map_or(REQUESTS, |text| text.parse().expect("a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let file = format!("sqlite:{}", folder.path().join("gangway.db").display());
    let mut one = Side::of(World::start().await).await;
    let mut other = Side::of(World::start_with(&[("DATABASE_URL", &file)]).await).await;
    assert!(one.world.context().db.is_postgres() && !other.world.context().db.is_postgres());
    let (mut dice, mut done) = (Dice(8), HashMap::new());
    for number in 0..count {
        if number % 30 == 0 {
            for side in [&one, &other] {
                side.world.after_quiet_hours().await;
                side.world.run_jobs().await;
            }
        }
        let request = dice.request();
        let (from_one, from_other) = (one.sends(&request).await, other.sends(&request).await);
        let Request {
            id,
            body,
            list,
            next,
            ..
        } = &request;
        assert_eq!(
            from_one, from_other,
            "request {number}: {id} {body} {list:?} next {next}"
        );
        *done.entry(from_one.0).or_insert(0) += 1;
    }
    assert!(
        done[&201] > count / 10 && done[&200] > count / 10 && done[&422] > 0,
        "{done:?}"
    );
    println!("DB-08: {count} requests, by status {done:?}");
}
