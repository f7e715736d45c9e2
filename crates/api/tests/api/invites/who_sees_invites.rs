//! Whose invitations one sees.

use super::list_invites::kind;
use super::to;
use crate::support::{World, key, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteTeam, TeamMember};

#[tokio::test]
async fn a11_a_sales_rep_sees_only_invitations_of_their_own() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let theirs = owner
        .api
        .send_invite(&to("theirs@client.example"), &key())
        .await
        .expect("invites");
    let own = sales
        .api
        .send_invite(&to("own@client.example"), &key())
        .await
        .expect("invites");
    let seen = sales
        .api
        .list_invites(List::default())
        .await
        .expect("lists")
        .data;
    assert_eq!(
        seen.iter().map(|invite| invite.id).collect::<Vec<_>>(),
        [own.id]
    );
    assert!(
        sales
            .api
            .list_invites(kind("staff"))
            .await
            .expect("lists")
            .data
            .is_empty()
    );
    assert!(
        sales
            .api
            .list_invites(kind("client_user"))
            .await
            .expect("lists")
            .data
            .is_empty()
    );
    refused(
        sales.api.read_invite(theirs.id).await,
        ProblemCode::NotFound,
    );
    refused(
        sales.api.copy_invite_link(theirs.id).await,
        ProblemCode::NotFound,
    );
    refused(
        sales.api.revoke_invite(theirs.id).await,
        ProblemCode::NotFound,
    );
    refused(
        sales.api.resend_invite(theirs.id, &key()).await,
        ProblemCode::NotFound,
    );
    let all = owner
        .api
        .list_invites(List::default())
        .await
        .expect("lists")
        .data;
    assert_eq!(all.len(), 2);
}

#[tokio::test]
async fn a_client_s_administrator_sees_the_invitations_of_its_team_only() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    let other = world.client_of(&owner, "ann@other.example").await;
    let team = |email: &str| InviteTeam {
        members: vec![TeamMember {
            email: email.to_owned(),
        }],
    };
    user.api
        .invite_client_users(user.client, &team("a@client.example"), &key())
        .await
        .expect("a");
    other
        .api
        .invite_client_users(other.client, &team("b@other.example"), &key())
        .await
        .expect("b");
    let seen = user
        .api
        .list_invites(List::default())
        .await
        .expect("lists")
        .data;
    assert_eq!(
        seen.iter()
            .map(|one| one.email.as_str())
            .collect::<Vec<_>>(),
        ["a@client.example"]
    );
    assert_eq!(
        owner
            .api
            .list_invites(kind("client_user"))
            .await
            .expect("lists")
            .data
            .len(),
        2
    );
}

#[tokio::test]
async fn another_partner_and_a_technician_see_none() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let page = other
        .api
        .list_invites(List {
            count: true,
            ..List::default()
        })
        .await
        .expect("lists");
    assert_eq!((page.data.len(), page.total), (0, Some(0)));
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.list_invites(List::default()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().list_invites(List::default()).await,
        ProblemCode::NotSignedIn,
    );
}
