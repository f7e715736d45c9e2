//! `POST /api/v1/clients/{id}/users`

use super::invite_user::{Member, invite_to_place};
use super::show::show_one;
use crate::answer::Kept;
use crate::context::Context;
use crate::extract::{Caller, May, PathId, Valid, WriteClientUsers, state_str};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use crate::{clients, onboarding, places};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Role;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{
    InviteTeam, TEAM_ROLE, TeamMember, TeamOutcome, TeamResult, TeamResults, UserState,
};
use gangway_domain::wizard::Step;
use sea_orm::DatabaseTransaction;
use std::collections::HashSet;

/// Invites a client's team
///
/// Every line is answered on its own: good lines are invited, the others say why not. Each invited
/// person becomes Company Administrator of this company on accepting.
#[utoipa::path(tag = "Users", params(("id" = ClientId, Path, description = "The client.")),
    request_body = InviteTeam, responses((status = 200, body = TeamResults)),
    extensions(("x-scope" = json!("client_users:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/users")]
pub async fn invite_client_users(
    ctx: Data<Context>,
    may: May<WriteClientUsers>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<InviteTeam>,
) -> Answer {
    let caller = may.0;
    let request = Request {
        principal: caller.principal(),
        operation: "invite_client_users",
        key: &key,
        body_hash: &format!("{} {}", id.0, body.hash),
    };
    once(&ctx, request, async |tx| {
        clients::require(tx, &caller, id.0).await?;
        let mut seen = HashSet::new();
        let mut results = Vec::new();
        for member in &body.body.members {
            results.push(invite_line(&ctx, tx, &caller, id.0, member, &mut seen).await?);
        }
        if results
            .iter()
            .any(|result| result.outcome == TeamOutcome::Invited)
        {
            onboarding::step_done(
                &ctx,
                tx,
                caller.partner,
                id.0,
                Step::InviteTeam,
                Some(caller.person_id),
            )
            .await?;
        }
        Kept::ok(&TeamResults { results })
    })
    .await
}

async fn invite_line(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
    member: &TeamMember,
    seen: &mut HashSet<EmailAddress>,
) -> Result<TeamResult, Refusal> {
    let result = |outcome, message: &str| TeamResult {
        email: member.email.clone(),
        outcome,
        message: message.to_owned(),
        user: None,
    };
    let email = match EmailAddress::parse(&member.email) {
        Ok(email) => email,
        Err(rejection) => return Ok(result(TeamOutcome::Invalid, &rejection.message)),
    };
    if email.as_str() == caller.email {
        return Ok(result(
            TeamOutcome::Yourself,
            "This is your own address; you are in already.",
        ));
    }
    if !seen.insert(email.clone()) {
        return Ok(result(
            TeamOutcome::Repeated,
            "This address is on the list twice; one invitation is enough.",
        ));
    }
    let to = Member {
        email: &email,
        names: None,
        role: Role::Client(TEAM_ROLE),
    };
    let invited = invite_to_place(ctx, tx, caller, Some(client), to).await?;
    let row = places::by_email(tx, caller.partner, Some(client), &email)
        .await?
        .ok_or_else(Refusal::not_found)?;
    let waits = row.state == state_str(UserState::Invited);
    let user = Some(show_one(tx, caller, row).await?);
    let told = match (invited, waits) {
        (Some(_), _) => result(TeamOutcome::Invited, "Invitation sent."),
        (None, true) => result(
            TeamOutcome::AlreadyInvited,
            "Already invited; the invitation still holds.",
        ),
        (None, false) => result(
            TeamOutcome::AlreadyMember,
            "Already a user of this company.",
        ),
    };
    Ok(TeamResult { user, ..told })
}
