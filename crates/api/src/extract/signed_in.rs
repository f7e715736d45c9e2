//! Who is signed in, read from the database on every request: a role taken away is gone at once.

use super::Requires;
use super::caller::{Authority, Caller};
use crate::api_keys;
use crate::context::Context;
use crate::db::{reads, whose};
use crate::refusal::Refusal;
use crate::{limits, sign_in, telemetry, tokens};
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage as _, HttpRequest};
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, PartnerId, PersonId, PlaceId, SessionId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::UserState;
use gangway_entities::signed_in::signed_in;
use gangway_entities::{person, place, session};
use std::future::{Ready, ready};
use std::marker::PhantomData;

/// A signed-in person; acts in no place.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// The person.
    pub person: person::Model,
    /// The place the token names, when the person still holds it.
    pub place: Option<place::Model>,
    /// When the person last proved who they are in this session.
    pub proven_at: Option<DateTime<Utc>>,
}

/// A caller whose role or key holds a permission.
pub struct May<P: Requires>(pub Caller, PhantomData<P>);

impl SignedIn {
    async fn of(ctx: &Context, token: &str) -> Result<Self, Refusal> {
        let (found, session) = Self::found(ctx, token).await?;
        sign_in::note_use(ctx, &session).await;
        Ok(found)
    }

    /// The same without counting as a use of the session.
    pub(super) async fn found(
        ctx: &Context,
        token: &str,
    ) -> Result<(Self, session::Model), Refusal> {
        let claims = tokens::read(ctx, token).ok_or_else(Refusal::not_signed_in)?;
        let now = ctx.now();
        let idle = ctx.config.sessions.idle;
        let (session, person) = (SessionId(claims.sid), PersonId(claims.sub));
        let held = state_str(UserState::Active);
        let asked = signed_in(session, person, claims.plc.map(PlaceId), held);
        // The place named is that partner's or nobody's, so PostgreSQL need show no other rows.
        let found = whose::at(claims.prt.map(PartnerId), asked.one(ctx.db.reader()))
            .await?
            .filter(|found| {
                let row = &found.session;
                row.expires_at > now && row.last_used_at + idle > now
            })
            .ok_or_else(Refusal::not_signed_in)?;
        let signed_in = Self {
            session,
            person: found.person,
            place: found.place,
            proven_at: found.session.proven_at,
        };
        Ok((signed_in, found.session))
    }

    /// The place acted in.
    pub fn place_id(&self) -> Option<PlaceId> {
        self.place.as_ref().map(|place| PlaceId(place.id))
    }

    pub(super) fn in_place(self) -> Result<Caller, Refusal> {
        let place = self.place.ok_or_else(Refusal::not_signed_in)?;
        let caller = Caller::in_place(self.person, &place).ok_or_else(Refusal::not_signed_in)?;
        Ok(Caller {
            proven_at: self.proven_at,
            ..caller
        })
    }
}

impl Caller {
    /// A person in one of their places; none where the place's role is none we know.
    pub fn in_place(person: person::Model, place: &place::Model) -> Option<Self> {
        Some(Self {
            person_id: PersonId(person.id),
            name: format!("{} {}", person.first_name, person.last_name),
            email: person.email,
            place_id: PlaceId(place.id),
            partner: PartnerId(place.partner_id),
            client: place.client_id.map(ClientId),
            authority: Authority::Role(role_of(place)?),
            proven_at: None,
        })
    }
}

/// The role a place's row carries.
pub fn role_of(place: &place::Model) -> Option<Role> {
    match place.client_id {
        None => StaffRole::parse(&place.role).map(Role::Staff),
        Some(_) => ClientRole::parse(&place.role).map(Role::Client),
    }
}

/// A place's state as stored.
pub const fn state_str(state: UserState) -> &'static str {
    match state {
        UserState::Invited => "invited",
        UserState::Active => "active",
        UserState::Deactivated => "deactivated",
    }
}

/// The token of the one `Authorization` header, when it is a bearer token.
pub(super) fn bearer(request: &HttpRequest) -> Option<&str> {
    let mut headers = request.headers().get_all(AUTHORIZATION);
    let value = headers.next()?.to_str().ok()?;
    if headers.next().is_some() {
        return None;
    }
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

/// Finds out who is signed in before any handler's extractors run, so that who may not is told so
/// before anything is said about the body.
pub async fn identify(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    reads::lending(whose::watched(None, Box::pin(answer(request, next)))).await
}

async fn answer(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if !request.path().starts_with("/api/") {
        return next.call(request).await;
    }
    if !request.method().is_safe()
        && let Some(ctx) = request.app_data::<Data<Context>>()
    {
        // What would have to wait too long to be written is turned away before anything is read for it.
        ctx.db.has_room_to_write().map_err(Refusal::from)?;
    }
    // What comes without a body is read at once, with the connection of this statement.
    if request.method() == Method::GET {
        reads::lend();
    }
    let found = counted(&request, who(request.request()).await).await;
    let standing = found.as_ref().ok().and_then(|(_, standing)| *standing);
    let found = found.map(|(who, _)| who);
    request.extensions_mut().insert(Identified(found));
    let mut answer = next.call(request).await?;
    if let Some(standing) = standing {
        standing.tell(answer.headers_mut());
    }
    Ok(answer)
}

/// A key has only so many requests; a person is not counted here.
async fn counted(
    request: &ServiceRequest,
    found: Result<Who, Refusal>,
) -> Result<(Who, Option<limits::Standing>), Refusal> {
    let found = found?;
    let key = match &found {
        Who::Key(caller) => caller.key(),
        Who::Person(_) => None,
    };
    match (key, request.app_data::<Data<Context>>()) {
        (Some(key), Some(ctx)) => {
            let standing = limits::count_key_request(ctx, key).await?;
            Ok((found, Some(standing)))
        }
        _ => Ok((found, None)),
    }
}

/// A person, or a key.
enum Who {
    Person(Box<SignedIn>),
    Key(Box<Caller>),
}

async fn who(request: &HttpRequest) -> Result<Who, Refusal> {
    let ctx = request
        .app_data::<Data<Context>>()
        .ok_or_else(|| Refusal::internal(anyhow::anyhow!("no context")))?;
    api_keys::refuse_in_address(request.query_string())?;
    let token = bearer(request).ok_or_else(Refusal::not_signed_in)?;
    if token.starts_with(api_keys::PREFIX) {
        return Ok(Who::Key(Box::new(api_keys::caller(ctx, token).await?)));
    }
    Ok(Who::Person(Box::new(SignedIn::of(ctx, token).await?)))
}

/// What [`identify`] found; taken by the one extractor that asks.
struct Identified(Result<Who, Refusal>);

fn identified(request: &HttpRequest) -> Result<Who, Refusal> {
    match request.extensions_mut().remove::<Identified>() {
        Some(Identified(found)) => found,
        None => Err(Refusal::not_signed_in()),
    }
}

impl FromRequest for SignedIn {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(identified(request).and_then(|who| match who {
            Who::Person(person) => Ok(*person),
            Who::Key(_) => Err(Refusal::new(
                ProblemCode::Forbidden,
                "No API key may do this. Sign in as a person.",
            )),
        }))
    }
}

impl<P: Requires> FromRequest for May<P> {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = identified(request).and_then(|who| match who {
            Who::Person(person) => person.in_place(),
            Who::Key(caller) => Ok(*caller),
        });
        ready(caller.and_then(|caller| {
            telemetry::asked_by(caller.person_id);
            telemetry::about_partner(caller.partner);
            caller.require(P::PERMISSION)?;
            whose::only(caller.partner);
            Ok(Self(caller, PhantomData))
        }))
    }
}
