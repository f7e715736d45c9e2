//! Who may ask: a page of the company's own web site, as its one `Origin` header says.

use super::super::{origins, style};
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

    /// The same answer, also a refusal, for the page to read.
    pub fn may_read(&self, answer: Answer) -> HttpResponse {
        for_page(&self.origin, answer)
    }
}

/// The page that asks. An unknown key, a page of another site and an application that is switched off
/// look the same.
pub async fn own_page(ctx: &Context, request: &HttpRequest) -> Result<OwnPage, Refusal> {
    let (key, origin) = asked(request)?;
    let found = switched_on(ctx, key).await?.filter(|(client, _)| {
        let allowed = origins::of_client(ctx, client.website.as_deref());
        origin.to_str().is_ok_and(|origin| allowed.allows(origin))
    });
    let (client, _) = found.ok_or_else(Refusal::not_found)?;
    Ok(OwnPage {
        client,
        origin: origin.clone(),
    })
}

/// The key that a request names, and its one origin.
pub fn asked(request: &HttpRequest) -> Result<(&str, &HeaderValue), Refusal> {
    let mut origins = request.headers().get_all(ORIGIN);
    let (Some(origin), None) = (origins.next(), origins.next()) else {
        return Err(Refusal::not_found());
    };
    let key = request.match_info().get("application_key");
    let key = key.filter(|key| is_key(key));
    Ok((key.ok_or_else(Refusal::not_found)?, origin))
}

/// The company whose application carries a key, unless that is switched off.
pub async fn switched_on(
    ctx: &Context,
    key: &str,
) -> Result<Option<(client::Model, style::StyleRow)>, Refusal> {
    let found = style::of_key(ctx.db.reader(), key).await?;
    Ok(found.filter(|(_, style)| style.enabled))
}

/// What no key looks like is not looked up.
fn is_key(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// An answer, also a refusal, for the page of an origin to read.
pub fn for_page(origin: &HeaderValue, answer: Answer) -> HttpResponse {
    let mut answer = answer.unwrap_or_else(|refusal| refusal.error_response());
    let headers = answer.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    vary(headers);
    answer
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
