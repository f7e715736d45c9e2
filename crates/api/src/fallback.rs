//! Addresses that no route took: a method the address does not have, nothing there, or a page of the
//! browser application.

use crate::assets;
use crate::contract;
use crate::refusal::Refusal;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, ResponseError as _};
use gangway_domain::problem::ProblemCode;

/// Answers what no route took.
pub async fn fallback(request: HttpRequest) -> HttpResponse {
    let methods = contract::methods_of(request.path());
    if !methods.is_empty() {
        let allowed = methods.join(", ");
        let words = format!("This address takes {allowed}.");
        let mut answer = Refusal::new(ProblemCode::MethodNotAllowed, words).error_response();
        if let Ok(value) = HeaderValue::from_str(&allowed) {
            answer.headers_mut().insert(ALLOW, value);
        }
        return answer;
    }
    assets::application(&request)
}
