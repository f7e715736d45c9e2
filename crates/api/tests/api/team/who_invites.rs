//! Who invites whom.

use super::ned;
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::InviteUser;

#[tokio::test]
async fn tn_10_nobody_gives_a_role_above_their_own() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let may: [(StaffRole, &[StaffRole]); 3] = [
        (StaffRole::Owner, &StaffRole::ALL),
        (
            StaffRole::Administrator,
            &[
                StaffRole::Administrator,
                StaffRole::Manager,
                StaffRole::SalesRep,
                StaffRole::Technician,
            ],
        ),
        (
            StaffRole::Manager,
            &[
                StaffRole::Manager,
                StaffRole::SalesRep,
                StaffRole::Technician,
            ],
        ),
    ];
    for (own, given) in may {
        let email = format!("{}@harbor.example", own.as_str());
        let staff = world.staff(&owner, own, &email).await;
        for role in StaffRole::ALL {
            let email = format!("{}.{}@harbor.example", own.as_str(), role.as_str());
            let body = InviteUser { email, ..ned(role) };
            let answer = staff.api.invite_user(&body, &key()).await;
            if given.contains(&role) {
                assert_eq!(answer.expect("invites").role, Role::Staff(role));
            } else {
                refused(answer, ProblemCode::Forbidden);
            }
        }
    }
    let manager = world
        .sign_in("manager@harbor.example")
        .await
        .expect("signs in");
    let left = owner
        .api
        .list_users(gangway_api_client::List::default())
        .await
        .expect("lists");
    let invited = left
        .data
        .iter()
        .find(|user| user.email == "owner.owner@harbor.example");
    let invited = invited.expect("the invited owner").id;
    owner
        .api
        .deactivate_user(invited)
        .await
        .expect("deactivates");
    let again = InviteUser {
        email: "owner.owner@harbor.example".to_owned(),
        ..ned(StaffRole::Technician)
    };
    refused(
        manager.api.invite_user(&again, &key()).await,
        ProblemCode::Forbidden,
    );
}

#[tokio::test]
async fn a10_sales_reps_technicians_and_client_users_invite_no_staff() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for role in [StaffRole::SalesRep, StaffRole::Technician] {
        let staff = world
            .staff(&owner, role, &format!("{}@harbor.example", role.as_str()))
            .await;
        let answer = staff
            .api
            .invite_user(&ned(StaffRole::Technician), &key())
            .await;
        refused(answer, ProblemCode::Forbidden);
    }
    let user = world.client_of(&owner, "jane@client.example").await;
    let answer = user
        .api
        .invite_user(&ned(StaffRole::Technician), &key())
        .await;
    refused(answer, ProblemCode::Forbidden);
    let answer = world
        .client()
        .invite_user(&ned(StaffRole::Technician), &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
