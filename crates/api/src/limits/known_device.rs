//! The cookie that shows that somebody signed in on a device before. It opens nothing: it only lets
//! its owner try a password while strangers have used up the account's tries.

use crate::context::Context;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration as CookieDuration};
use chrono::TimeDelta;
use gangway_domain::ids::PersonId;
use uuid::Uuid;

/// The cookie's name.
pub const DEVICE_COOKIE: &str = "__Host-gangway-device";

/// How long a device stays known after its last sign-in.
const STAYS: TimeDelta = TimeDelta::days(180);

/// The cookie of a device on which a person has just proven who they are.
pub fn device_cookie(ctx: &Context, person: PersonId) -> Cookie<'static> {
    let device: Uuid = ctx.new_id();
    let until = ctx.now() + STAYS;
    let token = ctx.keys.device_token(device, person, until.timestamp());
    Cookie::build(DEVICE_COOKIE, token)
        .http_only(true)
        .path("/")
        .secure(true)
        .same_site(SameSite::Strict)
        .max_age(CookieDuration::seconds(STAYS.num_seconds()))
        .finish()
}

/// The device of a request, where this person signed in on it before.
pub fn known_device(ctx: &Context, request: &HttpRequest, person: PersonId) -> Option<Uuid> {
    let cookie = request.cookie(DEVICE_COOKIE)?;
    let (device, whose, until_s) = ctx.keys.read_device_token(cookie.value())?;
    (whose == person && until_s > ctx.now().timestamp()).then_some(device)
}
