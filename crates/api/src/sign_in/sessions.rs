//! The table of sessions, the refresh cookie, and the answer that shows who is signed in.

use crate::context::Context;
use crate::events::Event;
use crate::extract::{Device, role_of};
use crate::limits::device_cookie;
use crate::refusal::Refusal;
use crate::{clients, people, places, tokens};
use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite, time::Duration as CookieDuration};
use actix_web::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{ClientId, PartnerId, PersonId, PlaceId, SessionId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{Me, PartnerBrief, Place, Session};
use gangway_entities::finders::{OfNobody, OfPartner as _, place_of};
use gangway_entities::session::{ActiveModel, Column, Entity, Model};
use gangway_entities::{partner, person, place};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect as _,
};

/// The cookie that holds the refresh token.
pub const COOKIE: &str = "__Host-gangway";
/// The cookie that only says that there is a session, so that the browser application need not ask.
const HINT: &str = "gangway-signed-in";
/// How long a refresh token that was just replaced is still borne: two tabs refresh at once.
pub const GRACE: Duration = Duration::seconds(10);

/// A session just opened or refreshed, ready to be answered once its transaction is committed.
pub struct Opened {
    session: SessionId,
    generation: i32,
    person: PersonId,
    place: Option<PlaceId>,
}

/// Opens a session for a person in the caller's transaction.
pub async fn open(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
    place: Option<PlaceId>,
    device: Device,
) -> Result<Opened, Refusal> {
    let now = ctx.now();
    let session: SessionId = ctx.new_id();
    let row = ActiveModel {
        id: Set(session.0),
        person_id: Set(person.0),
        generation: Set(1),
        rotated_at: Set(now),
        created_at: Set(now),
        last_used_at: Set(now),
        expires_at: Set(now + ctx.config.sessions.longest),
        ended_at: Set(None),
        end_reason: Set(None),
        address: Set(device.address),
        user_agent: Set(device.user_agent),
        proven_at: Set(Some(now)),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    people::note_sign_in(ctx, tx, person, place).await?;
    Ok(Opened {
        session,
        generation: 1,
        person,
        place,
    })
}

/// An event of a person's session, at the partner of the place it is in.
pub async fn event(
    tx: &DatabaseTransaction,
    kind: &'static str,
    subject: impl Into<uuid::Uuid>,
    person: PersonId,
    place: Option<PlaceId>,
) -> Result<Event, Refusal> {
    let mut event = Event::of(kind, subject).done_by(person);
    let row = match place {
        None => None,
        Some(id) => place_of(person, id).one(tx).await?,
    };
    if let Some(row) = row {
        event = event
            .at(PartnerId(row.partner_id))
            .in_place(PlaceId(row.id));
        event.client = row.client_id.map(ClientId);
    }
    Ok(event)
}

/// A session by its id, ended or not, held until the transaction ends: two tabs that refresh at once
/// follow one another. SQLite's writer is alone anyway.
pub async fn lock(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: SessionId,
) -> Result<Option<Model>, Refusal> {
    let row = Entity::all().filter(Column::Id.eq(id.0));
    let row = if ctx.db.is_postgres() {
        row.lock_exclusive()
    } else {
        row
    };
    Ok(row.one(tx).await?)
}

/// Moves a session to its next refresh token, if it still is at this one.
pub async fn rotate(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    place: Option<PlaceId>,
    device: Device,
) -> Result<Option<Opened>, Refusal> {
    let now = ctx.now();
    let moved = Entity::change_all()
        .col_expr(Column::Generation, Expr::value(row.generation + 1))
        .col_expr(Column::RotatedAt, Expr::value(now))
        .col_expr(Column::LastUsedAt, Expr::value(now))
        .col_expr(Column::Address, Expr::value(device.address))
        .col_expr(Column::UserAgent, Expr::value(device.user_agent))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Generation.eq(row.generation))
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    let generation = row.generation + 1;
    let (session, person) = (SessionId(row.id), PersonId(row.person_id));
    Ok((moved.rows_affected == 1).then_some(Opened {
        session,
        generation,
        person,
        place,
    }))
}

/// Lets a session that follows another one carry its proof: nothing was proved anew.
pub async fn carry_proof(
    tx: &DatabaseTransaction,
    opened: &Opened,
    proven_at: Option<DateTime<Utc>>,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::ProvenAt, Expr::value(proven_at))
        .filter(Column::Id.eq(opened.session.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that the session's person has just proved who they are.
pub async fn note_proof(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: SessionId,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::ProvenAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// The session as it is, for a second tab within the grace.
pub fn unchanged(row: &Model, place: Option<PlaceId>) -> Opened {
    Opened {
        session: SessionId(row.id),
        generation: row.generation,
        person: PersonId(row.person_id),
        place,
    }
}

/// Ends a session; false when it had ended.
pub async fn end(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: SessionId,
    reason: &str,
) -> Result<bool, Refusal> {
    let ended = Entity::change_all()
        .col_expr(Column::EndedAt, Expr::value(ctx.now()))
        .col_expr(Column::EndReason, Expr::value(reason))
        .filter(Column::Id.eq(id.0))
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Ends every session of a person; gives how many were open.
pub async fn end_all(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
    reason: &str,
) -> Result<u64, Refusal> {
    let ended = Entity::change_all()
        .col_expr(Column::EndedAt, Expr::value(ctx.now()))
        .col_expr(Column::EndReason, Expr::value(reason))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected)
}

/// The place to begin in: the one asked for, else the last one, else the first.
pub async fn choose_place(
    db: &impl ConnectionTrait,
    person: &person::Model,
    wanted: Option<PlaceId>,
) -> Result<Option<PlaceId>, Refusal> {
    let places = places::active_of(db, PersonId(person.id)).await?;
    let has = |id: &uuid::Uuid| places.iter().any(|place| place.id == *id);
    if let Some(wanted) = wanted {
        return if has(&wanted.0) {
            Ok(Some(wanted))
        } else {
            Err(Refusal::not_found())
        };
    }
    let last = person.last_place_id.filter(has);
    Ok(last
        .or_else(|| places.first().map(|place| place.id))
        .map(PlaceId))
}

impl Opened {
    /// The answer with the access token in the body and the refresh token in its cookie.
    pub async fn answer(&self, ctx: &Context, status: StatusCode) -> Result<HttpResponse, Refusal> {
        let person = people::by_id(ctx.db.reader(), self.person)
            .await?
            .ok_or_else(Refusal::not_signed_in)?;
        let me = show_me(ctx, &person, self.place).await?;
        let place = me.place().map(|place| (place.id, place.partner.id));
        let body = Session {
            access_token: tokens::issue(ctx, self.person, self.session, place)
                .map_err(Refusal::internal)?,
            expires_in_seconds: u64::try_from(ctx.config.sessions.access_token.num_seconds())
                .unwrap_or_default(),
            me,
        };
        let token = ctx.keys.refresh_token(self.session, self.generation);
        let longest = ctx.config.sessions.longest.num_seconds();
        let [cookie, hint] = cookies(token, "1", CookieDuration::seconds(longest));
        let mut answer = HttpResponse::build(status);
        answer.cookie(cookie).cookie(hint);
        // Refreshing proves nothing new; signing in does.
        if status == StatusCode::CREATED {
            answer.cookie(device_cookie(ctx, self.person));
        }
        Ok(answer.json(body))
    }
}

/// The cookies that clear what a session leaves in the browser.
pub fn no_cookies() -> [Cookie<'static>; 2] {
    cookies(String::new(), "", CookieDuration::ZERO)
}

/// The refresh cookie, out of reach of scripts, and the hint, which they may read.
fn cookies(token: String, hint: &'static str, age: CookieDuration) -> [Cookie<'static>; 2] {
    let token = Cookie::build(COOKIE, token).http_only(true);
    [token, Cookie::build(HINT, hint)].map(|cookie| {
        cookie
            .path("/")
            .secure(true)
            .same_site(SameSite::Strict)
            .max_age(age)
            .finish()
    })
}

/// The person with every place they hold.
pub async fn show_me(
    ctx: &Context,
    person: &person::Model,
    place: Option<PlaceId>,
) -> Result<Me, Refusal> {
    let db = ctx.db.reader();
    let mut shown = Vec::new();
    for row in places::active_of(db, PersonId(person.id)).await? {
        shown.extend(show_place(db, row).await?);
    }
    let current = shown.iter().find(|known: &&Place| Some(known.id) == place);
    let permissions = current
        .map(|place| place.role)
        .map_or_else(Vec::new, |role| {
            let held = Permission::ALL
                .iter()
                .filter(|permission| role.may(**permission));
            held.map(|permission| permission.scope().to_owned())
                .collect()
        });
    let place_id = current.map(|place| place.id);
    let person::Model {
        id,
        email,
        first_name,
        last_name,
        ..
    } = person.clone();
    Ok(Me {
        id: id.into(),
        email,
        first_name,
        last_name,
        places: shown,
        place_id,
        permissions,
    })
}

async fn show_place(
    db: &impl ConnectionTrait,
    row: place::Model,
) -> Result<Option<Place>, Refusal> {
    let id = PartnerId(row.partner_id);
    let Some(partner) = partner::Entity::of(id).one(db).await? else {
        return Ok(None);
    };
    let Some(role) = role_of(&row) else {
        return Ok(None);
    };
    let client = match row.client_id {
        None => None,
        Some(client) => clients::brief(db, id, ClientId(client)).await?,
    };
    let clients_word = crate::partners::clients_word(&partner);
    let partner = PartnerBrief {
        id,
        name: partner.name,
        clients_word,
    };
    Ok(Some(Place {
        id: PlaceId(row.id),
        role,
        partner,
        client,
    }))
}
