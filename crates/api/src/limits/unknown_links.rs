//! Links nobody made, tried one after the other.

use super::bucket::{Bucket, look_all, take_all};
use super::table::UNKNOWN_LINK;
use super::{CallerAddress, refuse_if_dry};
use crate::context::Context;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;

/// Counts requests that open a link and find none, by the caller's address; refuses further ones for
/// a while. A link that exists counts for nothing, so that typing on its page slows nobody.
pub async fn slow_down_unknown_links(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let ctx = request.app_data::<Data<Context>>().cloned();
    let Some(ctx) = ctx.filter(|_| opens_a_link(&request)) else {
        return next.call(request).await;
    };
    let caller = CallerAddress::of(request.request());
    let bucket = [Bucket::of(&ctx, &UNKNOWN_LINK, &caller.subject())];
    refuse_if_dry(look_all(&ctx, &bucket).await?)?;
    let answer = next.call(request).await?;
    if answer.status() == StatusCode::NOT_FOUND {
        refuse_if_dry(take_all(&ctx, &bucket).await?)?;
    }
    Ok(answer)
}

/// Public operations on something that a link names, and the one that is not public.
fn opens_a_link(request: &ServiceRequest) -> bool {
    // As the router reads it: what was asked for may be spelled in many ways.
    let path = request.match_info().as_str();
    let public = path.strip_prefix("/public/v1/");
    // Visitors of a widget have no link, and limits of their own.
    let other = |rest: &str| rest.starts_with("sessions/") || rest.starts_with("widgets/");
    let named = public.is_some_and(|rest| rest.contains('/') && !other(rest));
    request.method() != Method::GET && (named || path == "/api/v1/me/invites/accept")
}
