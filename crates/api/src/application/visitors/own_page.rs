//! Who may ask: a page of the company's own web site, as its one `Origin` header says.

use super::super::{origins, style};
use crate::clients;
use crate::context::Context;
use crate::refusal::{Answer, Refusal};
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderMap, HeaderValue, ORIGIN, VARY};
use actix_web::{HttpRequest, HttpResponse, ResponseError as _};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::client;

/// A page that may ask, and whose it is.
pub struct OwnPage {
    /// The company.
    pub client: client::Model,
    /// How its application looks.
    pub style: style::StyleRow,
    origin: HeaderValue,
}

impl OwnPage {
    /// The company's partner.
    pub fn partner(&self) -> PartnerId {
        PartnerId(self.client.partner_id)
    }

    /// The company's id.
    pub fn client_id(&self) -> ClientId {
        ClientId(self.client.id)
    }

    /// The page's origin.
    pub fn address(&self) -> &str {
        self.origin.to_str().unwrap_or_default()
    }

    /// The same answer, also a refusal, for the page to read.
    pub fn may_read(&self, answer: Answer) -> HttpResponse {
        let mut answer = answer.unwrap_or_else(|refusal| refusal.error_response());
        let headers = answer.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, self.origin.clone());
        vary(headers);
        answer
    }
}

/// The page that asks. An unknown key, a page of another site and an application that is switched off
/// look the same.
pub async fn own_page(ctx: &Context, request: &HttpRequest) -> Result<OwnPage, Refusal> {
    let mut origins = request.headers().get_all(ORIGIN);
    let (Some(origin), None) = (origins.next(), origins.next()) else {
        return Err(Refusal::not_found());
    };
    let key = request
        .match_info()
        .get("application_key")
        .filter(|key| is_key(key))
        .ok_or_else(Refusal::not_found)?;
    let db = ctx.db.reader();
    let client = clients::of_application(db, key)
        .await?
        .filter(|client| {
            let allowed = origins::of_client(ctx, client.website.as_deref());
            origin.to_str().is_ok_and(|origin| allowed.allows(origin))
        })
        .ok_or_else(Refusal::not_found)?;
    let (partner, id) = (PartnerId(client.partner_id), ClientId(client.id));
    let style = style::of_client(db, partner, id).await?;
    if !style.enabled {
        return Err(Refusal::not_found());
    }
    let origin = origin.clone();
    Ok(OwnPage {
        client,
        style,
        origin,
    })
}

/// What no key looks like is not looked up.
fn is_key(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Without leave to read it: a page of another site sees nothing, and no cache mixes the two up.
pub fn refused(refusal: &Refusal) -> HttpResponse {
    let mut answer = refusal.error_response();
    vary(answer.headers_mut());
    answer
}

/// The same where something would be changed: the page may not, whatever there is.
pub fn forbidden(refusal: Refusal) -> HttpResponse {
    if refusal.status_code() != StatusCode::NOT_FOUND {
        return refused(&refusal);
    }
    let words = "The application works only on pages of the company's own web site.";
    refused(&Refusal::new(ProblemCode::ForeignOrigin, words))
}

fn vary(headers: &mut HeaderMap) {
    headers.insert(VARY, HeaderValue::from_static("Origin"));
}
