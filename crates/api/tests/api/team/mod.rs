//! Users: a partner's staff and a client's team.

mod change_user_role;
mod deactivate_client_user;
mod deactivate_user;
mod invite_client_users;
mod invite_user;
mod invited_again;
mod last_administrator;
mod list_client_users;
mod list_users;
mod reactivate_client_user;
mod reactivate_user;
mod read_user;
mod sign_out_user;
mod who_invites;

use crate::support::{ClientUser, World, key};
use gangway_domain::ids::PlaceId;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteTeam, InviteUser, TeamMember};

/// The body that invites Ned to the staff.
pub fn ned(role: StaffRole) -> InviteUser {
    InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: role.as_str().to_owned(),
    }
}

/// The body that invites a team.
pub fn team(emails: &[&str]) -> InviteTeam {
    let member = |email: &&str| TeamMember {
        email: (*email).to_owned(),
    };
    InviteTeam {
        members: emails.iter().map(member).collect(),
    }
}

/// Someone the user invited to the team, signed in.
pub async fn colleague(world: &World, user: &ClientUser, email: &str) -> (ClientUser, PlaceId) {
    let invited = user
        .api
        .invite_client_users(user.client, &team(&[email]), &key())
        .await;
    let place = invited
        .expect("invites")
        .results
        .remove(0)
        .user
        .expect("a user")
        .id;
    let (api, me) = world.accept(email).await;
    (
        ClientUser {
            api,
            email: email.to_owned(),
            me,
            client: user.client,
        },
        place,
    )
}
