//! A visitor's browser on a page of a company's web site.

use crate::support::{ClientUser, World, key};
use crate::texting::{order, ready};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

pub const OWN: &str = "https://www.client.example";

/// A visitor, from an address of their own.
pub struct Visitor<'a> {
    pub world: &'a World,
    pub application_key: String,
    pub address: String,
    pub origin: &'static str,
    /// One for all of a crowd, which is quicker than one for each request.
    pub http: reqwest::Client,
}

/// A client that can be texted.
pub async fn texting(world: &World) -> ClientUser {
    let jane = ready(world).await;
    order(&jane).await;
    world.run_jobs().await;
    jane
}

impl<'a> Visitor<'a> {
    pub async fn of(world: &'a World, client: &ClientUser) -> Self {
        let read = client.api.read_application(client.client).await;
        Self {
            world,
            application_key: read.expect("reads").application_key,
            address: world.new_address(),
            origin: OWN,
            http: world.http(),
        }
    }

    /// The same person from another address.
    pub fn elsewhere(&self) -> Self {
        Self {
            application_key: self.application_key.clone(),
            address: self.world.new_address(),
            http: self.http.clone(),
            ..*self
        }
    }

    pub fn request(&self, method: Method, what: &str) -> RequestBuilder {
        let key = &self.application_key;
        let url = format!("{}/public/v1/widgets/{key}{what}", self.world.base());
        self.http
            .request(method, url)
            .header("origin", self.origin)
            .header("x-forwarded-for", &self.address)
            .header("user-agent", "Visitor's browser")
    }

    pub async fn settings(&self) -> Value {
        let answer = self.request(Method::GET, "").send().await.expect("answers");
        assert_eq!(answer.status(), 200);
        answer.json().await.expect("JSON")
    }

    /// Opens the panel.
    pub async fn visit(&self) -> String {
        let request = self.request(Method::POST, "/visits").json(&json!({}));
        let answer = request.send().await.expect("answers");
        assert_eq!(answer.status(), 201);
        let body: Value = answer.json().await.expect("JSON");
        body["visit"].as_str().expect("a visit").to_owned()
    }

    /// Opens the panel and fills in the form, as a person does.
    pub async fn visit_and_write(&self) -> String {
        let visit = self.visit().await;
        self.world.advance(chrono::Duration::seconds(5));
        visit
    }

    /// What a person sends.
    pub async fn form(&self, phone: &str) -> Value {
        let settings = self.settings().await;
        json!({
            "name": "Ann O'Neil", "phone": phone, "message": "Are you open?", "agreed": true,
            "wording_version": settings["consent"]["version"],
            "page": "https://www.client.example/contact", "website": "",
        })
    }

    /// Sends a text.
    pub async fn text(&self, visit: &str, body: &Value) -> Response {
        self.text_again(visit, body, key().as_str()).await
    }

    /// Sends a text with a key of its own.
    pub async fn text_again(&self, visit: &str, body: &Value, key: &str) -> Response {
        let request = self.request(Method::POST, "/texts").json(body);
        let request = request
            .header("gangway-visit", visit)
            .header("idempotency-key", key);
        request.send().await.expect("answers")
    }
}

/// The status and the code of a problem.
pub async fn problem(answer: Response) -> (u16, String) {
    let status = answer.status().as_u16();
    let body: Value = answer.json().await.expect("a problem");
    let kind = body["type"].as_str().unwrap_or_default();
    let code = kind.rsplit('/').next().unwrap_or_default();
    (status, code.to_owned())
}

/// A header of an answer.
pub fn header<'r>(answer: &'r Response, name: &str) -> Option<&'r str> {
    let value = answer.headers().get(name);
    value.map(|value| value.to_str().expect("text"))
}
