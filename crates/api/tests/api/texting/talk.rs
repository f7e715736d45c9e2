//! A client with a number, a customer with a phone, and it is noon.

use super::{number, order, ready};
use crate::support::{ClientUser, World, key};
use chrono::{Duration, NaiveTime};
use gangway::config::TwilioAccount;
use gangway_api_client::{Failure, List};
use gangway_domain::ids::{ConversationId, NumberOrderId};
use gangway_domain::wire::{Conversation, Message, SendMessage};
use gangway_sandbox::{TextIn, TextInAnswer};
use gangway_twilio::signature::sign;
use reqwest::Response;
use std::sync::atomic::{AtomicU32, Ordering};

/// The customer's phone, in Washington.
pub const CUSTOMER: &str = "+12025550143";

/// Everyone and everything for a talk.
pub struct Talk {
    pub world: World,
    pub jane: ClientUser,
    /// The client's number.
    pub number: String,
    pub email: String,
}

impl Talk {
    pub async fn begin() -> Self {
        Self::begin_with(&[]).await
    }

    pub async fn begin_with(more: &[(&str, &str)]) -> Self {
        let mut settings = vec![("GANGWAY_BASE_URL", "http://127.0.0.1:0")];
        settings.extend_from_slice(more);
        let world = World::start_with(&settings).await;
        to_noon(&world);
        let jane = ready(&world).await;
        order(&jane).await;
        world.run_jobs().await;
        let number = number(&jane).await.number.expect("a number");
        let email = jane.email.clone();
        Self {
            world,
            jane,
            number,
            email,
        }
    }

    /// Jane signs in again, after the clock was moved.
    pub async fn jane_again(&mut self) {
        self.jane.api = self.world.sign_in(&self.email).await.expect("signs in").api;
    }

    /// The customer texts.
    pub async fn text_in(&self, body: &str) -> TextInAnswer {
        self.text_from(CUSTOMER, body).await
    }

    pub async fn text_from(&self, from: &str, body: &str) -> TextInAnswer {
        self.text(TextIn {
            from: from.to_owned(),
            body: body.to_owned(),
            ..TextIn::default()
        })
        .await
    }

    /// Somebody texts the client's number, in any way.
    pub async fn text(&self, text: TextIn) -> TextInAnswer {
        let to = self.number.clone();
        let text = TextIn { to, ..text };
        self.world
            .sandbox()
            .twilio()
            .text_in(text)
            .await
            .expect("is delivered")
    }

    /// Jane texts the customer.
    pub async fn send(&self, body: &str) -> Result<Message, Failure> {
        self.send_to(CUSTOMER, body).await
    }

    pub async fn send_to(&self, to: &str, body: &str) -> Result<Message, Failure> {
        let body = to_number(to, body);
        self.jane
            .api
            .send_message(self.jane.client, &body, &key())
            .await
    }

    pub async fn conversations(&self) -> Vec<Conversation> {
        self.list(List::first()).await
    }

    pub async fn list(&self, list: List) -> Vec<Conversation> {
        let (api, client) = (&self.jane.api, self.jane.client);
        api.list_conversations(client, list)
            .await
            .expect("lists")
            .data
    }

    /// The one conversation there is.
    pub async fn conversation(&self) -> Conversation {
        let mut all = self.conversations().await;
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    /// The texts of the one conversation, newest first.
    pub async fn messages(&self) -> Vec<Message> {
        let id = self.conversation().await.id;
        self.messages_of(id).await
    }

    pub async fn messages_of(&self, id: ConversationId) -> Vec<Message> {
        let (api, client) = (&self.jane.api, self.jane.client);
        let list = List {
            limit: Some(100),
            ..List::default()
        };
        api.list_messages(client, id, list)
            .await
            .expect("lists")
            .data
    }

    /// The newest text as it is now.
    pub async fn newest(&self) -> Message {
        self.messages().await.remove(0)
    }

    /// What the provider sent to phones, oldest first.
    pub fn sent(&self) -> Vec<String> {
        let messages = self.world.sandbox().twilio().messages();
        let out = messages
            .into_iter()
            .filter(|message| message.direction == "outbound-api");
        out.map(|message| message.body).collect()
    }

    /// Runs the jobs, with time between them for every retry.
    pub async fn later(&self) {
        for _ in 0..8 {
            self.world.run_jobs().await;
            self.world.advance(Duration::seconds(40));
        }
    }

    /// The order of the number, which names it in webhooks.
    pub async fn order(&self) -> NumberOrderId {
        let numbers = self.world.sandbox().twilio().numbers();
        let ours = numbers.iter().find(|it| it.phone_number == self.number);
        let name = &ours.expect("ours").friendly_name;
        let id = name.strip_prefix("gangway ").expect("our name for it");
        id.parse().expect("an id")
    }

    /// A text as Twilio would bring it.
    pub fn params(&self, sid: &str, body: &str) -> Vec<(String, String)> {
        let account = &account(&self.world).sid;
        pairs(&[
            ("MessageSid", sid),
            ("AccountSid", account),
            ("From", CUSTOMER),
            ("To", &self.number),
            ("Body", body),
            ("NumMedia", "0"),
            ("NumSegments", "1"),
        ])
    }

    /// The address of a webhook, as Twilio knows it.
    pub async fn hook(&self, what: &str) -> String {
        let order = self.order().await;
        format!("{}/hooks/twilio/{order}/{what}", self.world.base())
    }

    /// Posts a form that is signed for its address.
    pub async fn post(&self, url: &str, params: &[(String, String)]) -> Response {
        self.post_signed(url, params, &signature(&self.world, url, params))
            .await
    }

    pub async fn post_signed(
        &self,
        url: &str,
        params: &[(String, String)],
        signature: &str,
    ) -> Response {
        let request = self.world.http().post(url).form(params);
        let request = request.header("x-twilio-signature", signature);
        request.send().await.expect("an answer")
    }
}

/// A text from the customer to a number, with the address it is brought to.
pub fn incoming(world: &World, number: &str, body: &str) -> (String, Vec<(String, String)>) {
    static SIDS: AtomicU32 = AtomicU32::new(0);
    let numbers = world.sandbox().twilio().numbers();
    let owned = numbers.iter().find(|owned| owned.phone_number == number);
    let account = &account(world).sid;
    let sid = format!("SM{:032x}", SIDS.fetch_add(1, Ordering::Relaxed));
    let params = pairs(&[
        ("MessageSid", &sid),
        ("AccountSid", account),
        ("From", CUSTOMER),
        ("To", number),
        ("Body", body),
    ]);
    (owned.expect("an owned number").sms_url.clone(), params)
}

/// The signature by the account's own token.
pub fn signature(world: &World, url: &str, params: &[(String, String)]) -> String {
    sign(&account(world).auth_token, url, params)
}

/// The account at the provider.
pub fn account(world: &World) -> &TwilioAccount {
    let account = world.context().config.twilio.account.as_ref();
    account.expect("an account")
}

pub fn pairs(params: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    params.iter().map(owned).collect()
}

/// The same with one parameter changed.
pub fn with(params: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let mut params = params.to_vec();
    params.retain(|(known, _)| known != name);
    params.push((name.to_owned(), value.to_owned()));
    params
}

pub fn to_number(to: &str, body: &str) -> SendMessage {
    SendMessage {
        to: Some(to.to_owned()),
        conversation_id: None,
        body: body.to_owned(),
    }
}

/// Moves the clock to the next 18:00 UTC, when it is day all over North America.
pub fn to_noon(world: &World) {
    to_time(world, 18, 0);
}

/// Moves the clock to the next time of that hour and minute, UTC.
pub fn to_time(world: &World, hour: u32, minute: u32) {
    let now = world.context().now();
    let time = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
    let today = now.date_naive().and_time(time).and_utc();
    let then = if today > now {
        today
    } else {
        today + Duration::days(1)
    };
    world.advance(then - now);
}
