mod end_session;
mod enumeration;
mod forged_tokens;
mod list_my_sessions;
mod password_limits;
mod password_policy;
mod password_reset;
mod read_me;
mod refresh_reuse;
mod refresh_session;
#[expect(clippy::module_inception, reason = "the verb of the capability")]
mod sign_in;
mod sign_out;
mod signing_keys;

use crate::support::World;
use gangway::keys::Purpose;
use gangway_api_client::{Answer, Call, Client};
use gangway_domain::wire::{RefreshSession, SignIn, SignUp};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::{link, person};
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use serde_json::Value;

/// Status and body of an answer without its reference, which differs each time.
pub fn seen(answer: &Answer) -> (u16, Value) {
    let mut body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    if let Some(body) = body.as_object_mut() {
        body.remove("reference");
    }
    (answer.status, body)
}

/// The cookie that holds the refresh token.
pub fn refresh_cookie(client: &Client) -> String {
    let cookies = client.cookies().expect("cookies");
    let mut pairs = cookies.split("; ");
    let cookie = pairs.find(|pair| pair.starts_with("__Host-gangway="));
    cookie.expect("a refresh cookie").to_owned()
}

pub fn sign_in_call(email: &str, password: &str) -> Call {
    let body = SignIn {
        email: email.to_owned(),
        password: password.to_owned(),
    };
    Call::post("sign_in", "/public/v1/sessions").json(&body)
}

pub fn refresh_call() -> Call {
    let body = RefreshSession { place_id: None };
    Call::post("refresh_session", "/public/v1/sessions/refresh").json(&body)
}

/// A sign-up that keeps the rules.
pub fn sign_up_of(company: &str, email: &str) -> SignUp {
    SignUp {
        company_name: company.to_owned(),
        first_name: "Jane".to_owned(),
        last_name: "Doe".to_owned(),
        email: email.to_owned(),
        it_glue_address: None,
    }
}

impl World {
    /// The person of an email, as stored.
    pub async fn person(&self, email: &str) -> person::Model {
        let rows = person::Entity::all().filter(person::Column::Email.eq(email));
        rows.one(self.context().db.reader())
            .await
            .expect("reads")
            .expect("a person")
    }

    /// The token of the newest link of a purpose. Links are made again from ids, so that nothing has
    /// to be mailed.
    pub async fn newest_token(&self, purpose: Purpose) -> String {
        let db = self.context().db.reader();
        let rows = link::Entity::all().filter(link::Column::Purpose.eq(purpose.as_str()));
        let mut rows = rows.all(db).await.expect("reads");
        rows.sort_by_key(|row| (row.created_at, row.subject_id));
        let row = rows.last().expect("a link");
        self.context()
            .keys
            .link_token(purpose, row.subject_id, row.generation)
    }
}
