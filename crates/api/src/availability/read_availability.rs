//! `GET /api/v1/clients/{id}/availability`

use super::calendar::first_moment;
use super::standing::{standings, zone};
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadApplication};
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};
use chrono::{DateTime, Datelike as _, NaiveDateTime, Utc};
use chrono_tz::Tz;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Availability;
use serde::Deserialize;

#[derive(Deserialize)]
struct When {
    at: Option<String>,
}

/// Reads what a visitor of a client's web site sees
///
/// Now, or at another time: for each application whether it is there, why, and when its schedule
/// changes that.
#[utoipa::path(tag = "Availability",
    params(("id" = ClientId, Path, description = "The client."),
        ("at" = Option<String>, Query, description = "Another time than now, of the years 2000 to 2199: with its \
            offset, as `2026-12-24T17:00:00Z`, or on the clock of the company's time zone, as `2026-12-24T12:00`.")),
    responses((status = 200, body = Availability)),
    extensions(("x-scope" = json!("application:read"))))]
#[get("/api/v1/clients/{id}/availability")]
pub async fn read_availability(
    ctx: Data<Context>,
    may: May<ReadApplication>,
    id: PathId<ClientId>,
    request: HttpRequest,
) -> Answer {
    let db = ctx.db.reader();
    let client = clients::require(db, &may.0, id.0).await?;
    let zone = zone(&client);
    let at = match wanted(&request)? {
        Some(text) => moment(zone, &text).ok_or_else(no_time)?,
        None => ctx.now(),
    };
    let applications = standings(db, &client, at).await?.into_iter();
    ok(&Availability {
        at,
        local: at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string(),
        time_zone: zone.name().to_owned(),
        applications: applications.map(|standing| standing.shown).collect(),
    })
}

fn wanted(request: &HttpRequest) -> Result<Option<String>, Refusal> {
    let Query(when) = Query::<When>::from_query(request.query_string()).map_err(|_| no_time())?;
    Ok(when.at.filter(|text| !text.is_empty()))
}

/// The moment of a text: with an offset, or on the clock of the zone.
fn moment(zone: Tz, text: &str) -> Option<DateTime<Utc>> {
    let with_offset = DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc));
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].into_iter();
    let mut local = local.filter_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let moment = with_offset.ok().or_else(|| {
        let local = local.next().filter(|local| within(local.year()))?;
        Some(first_moment(zone, local))
    });
    moment.filter(|at| within(at.year()))
}

fn within(year: i32) -> bool {
    (2000..2200).contains(&year)
}

fn no_time() -> Refusal {
    let words = "at is a time of the years 2000 to 2199, such as 2026-12-24T17:00:00Z or, on the company's clock, 2026-12-24T12:00.";
    Refusal::new(ProblemCode::BadParameter, words)
}
