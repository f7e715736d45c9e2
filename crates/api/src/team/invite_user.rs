//! `POST /api/v1/users`

use super::list_users::require_staff;
use super::show::show_one;
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{Caller, May, Valid, WriteUsers, role_of, state_str};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::invites::{self, NewInvite};
use crate::places::{self, NewPlace};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::values::{EmailAddress, PersonName};
use gangway_domain::wire::{InviteKind, InviteUser, User, UserState};
use gangway_entities::place::Model;
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// Invites a staff member
///
/// The role is at most the inviter's own. Whether the address has an account elsewhere cannot be told
/// from the answer.
#[utoipa::path(tag = "Users", request_body = InviteUser, responses((status = 201, body = User)),
    extensions(("x-scope" = json!("users:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/users")]
pub async fn invite_user(
    ctx: Data<Context>,
    may: May<WriteUsers>,
    key: IdempotencyKey,
    body: Valid<InviteUser>,
) -> Answer {
    let caller = may.0;
    let InviteUser {
        first_name,
        last_name,
        email,
        role,
    } = body.body;
    let first = PersonName::parse(&first_name).map_err(|r| Refusal::rejected("/first_name", &r))?;
    let last = PersonName::parse(&last_name).map_err(|r| Refusal::rejected("/last_name", &r))?;
    let email = EmailAddress::parse(&email).map_err(|r| Refusal::rejected("/email", &r))?;
    let role = StaffRole::parse(&role).unwrap_or(StaffRole::Technician);
    may_grant(&caller, role)?;
    let request = Request {
        principal: caller.principal(),
        operation: "invite_user",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        let member = Member {
            email: &email,
            names: Some((&first, &last)),
            role: Role::Staff(role),
        };
        let place = invite_to_place(&ctx, tx, &caller, None, member)
            .await?
            .ok_or_else(|| {
                Refusal::field(
                    "/email",
                    "already_member",
                    "This person is a user already, or has an invitation that still holds.",
                )
            })?;
        let row = require_staff(tx, &caller, place).await?;
        Kept::created(
            format!("/api/v1/users/{place}"),
            &show_one(tx, &caller, row).await?,
        )
    })
    .await
}

/// Refuses a role above the caller's own.
pub fn may_grant(caller: &Caller, role: StaffRole) -> Result<(), Refusal> {
    match caller.staff_role() {
        Some(own) if own.may_grant(role) => Ok(()),
        _ => Err(Refusal::new(
            ProblemCode::Forbidden,
            "You cannot give or change a role above your own.",
        )),
    }
}

/// Someone to invite.
pub struct Member<'a> {
    /// Email.
    pub email: &'a EmailAddress,
    /// First and last name, where known.
    pub names: Option<(&'a PersonName, &'a PersonName)>,
    /// Role.
    pub role: Role,
}

/// Makes or reuses the place of an address and invites it; none when it is active, or when it is
/// invited and the invitation still holds.
pub async fn invite_to_place(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: Option<ClientId>,
    member: Member<'_>,
) -> Result<Option<PlaceId>, Refusal> {
    let partner = caller.partner;
    // Two who invite the same address at once follow one another.
    places::lock_partner(ctx, tx, partner).await?;
    let (first, last) = member.names.unzip();
    let place = match places::by_email(tx, partner, client, member.email).await? {
        Some(row) if row.state == state_str(UserState::Invited) => {
            return renew(ctx, tx, caller, &row).await;
        }
        Some(row) if row.state != state_str(UserState::Deactivated) => return Ok(None),
        // Someone who left, or whose invitation was taken back, comes in anew.
        Some(row) => {
            let place = PlaceId(row.id);
            if let Some(Role::Staff(before)) = role_of(&row) {
                may_grant(caller, before)?;
            }
            places::set_role(ctx, tx, partner, place, member.role).await?;
            places::set_state(ctx, tx, partner, place, UserState::Invited).await?;
            place
        }
        None => {
            let new = NewPlace {
                partner,
                client,
                person: None,
                email: member.email,
                first_name: first.map(PersonName::as_str),
                last_name: last.map(PersonName::as_str),
                role: member.role,
            };
            PlaceId(places::create(ctx, tx, new).await?.id)
        }
    };
    let kind = if client.is_some() {
        InviteKind::ClientUser
    } else {
        InviteKind::Staff
    };
    let invite = NewInvite {
        partner,
        kind,
        email: member.email,
        role: member.role,
        client,
        place: Some(place),
        invited_by: Some(caller.place_id),
        partner_link: None,
    };
    let row = invites::create(ctx, tx, invite).await?;
    if let (Some(first), Some(last)) = (first, last) {
        invites::note_names(tx, &row, Some(first.to_string()), Some(last.to_string())).await?;
    }
    let facts = json!({"email": member.email.as_str(), "role": member.role.as_str()});
    let mut event = Event::by(caller, "user.invited", place).with(facts);
    if let Some(client) = client {
        event = event.about(client);
    }
    record(ctx, tx, event).await?;
    Ok(Some(place))
}

/// Someone whose invitation has expired gets it anew, with the role it had.
async fn renew(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    row: &Model,
) -> Result<Option<PlaceId>, Refusal> {
    let (partner, place) = (caller.partner, PlaceId(row.id));
    if let Some(Role::Staff(role)) = role_of(row) {
        may_grant(caller, role)?;
    }
    let by = caller.place_id;
    let renewed = invites::renew_expired_of_place(ctx, tx, partner, place, by).await?;
    if renewed {
        let facts = json!({"email": row.email, "role": row.role});
        let mut event = Event::by(caller, "user.invited", place).with(facts);
        event.client = row.client_id.map(ClientId);
        record(ctx, tx, event).await?;
    }
    Ok(renewed.then_some(place))
}
