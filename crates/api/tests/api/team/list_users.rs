use super::ned;
use crate::support::{World, key, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn the_staff_is_listed_newest_first_and_the_caller_is_marked() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.client_of(&owner, "jane@client.example").await;
    world.advance(chrono::Duration::seconds(1));
    owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    let list = List {
        count: true,
        ..List::default()
    };
    let page = owner.api.list_users(list).await.expect("lists");
    let seen: Vec<_> = page
        .data
        .iter()
        .map(|user| (user.email.as_str(), user.is_me))
        .collect();
    assert_eq!(
        seen,
        [
            ("ned@harbor.example", false),
            ("owner@harborit.example", true)
        ]
    );
    assert_eq!((page.total, page.next), (Some(2), None));
}

#[tokio::test]
async fn pages_and_searches_work() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    let first = owner
        .api
        .list_users(List {
            limit: Some(1),
            ..List::default()
        })
        .await
        .expect("one");
    let next = List {
        limit: Some(1),
        ..List::after(first.next.expect("a next page"))
    };
    let second = owner.api.list_users(next).await.expect("two");
    assert_eq!(second.next, None);
    assert_ne!(first.data[0].id, second.data[0].id);
    for (q, wanted) in [("NED@", 1), ("%", 0), ("_", 0), ("harbor", 2), ("zz", 0)] {
        let list = List {
            q: Some(q.to_owned()),
            ..List::default()
        };
        assert_eq!(
            owner.api.list_users(list).await.expect("lists").data.len(),
            wanted,
            "{q}"
        );
    }
}

#[tokio::test]
async fn a10_managers_see_the_staff_and_those_below_and_other_partners_do_not() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    assert_eq!(
        manager
            .api
            .list_users(List::default())
            .await
            .expect("lists")
            .data
            .len(),
        2
    );
    assert_eq!(
        other
            .api
            .list_users(List::default())
            .await
            .expect("lists")
            .data
            .len(),
        1
    );
    for role in [StaffRole::SalesRep, StaffRole::Technician] {
        let staff = world
            .staff(&owner, role, &format!("{}@harbor.example", role.as_str()))
            .await;
        refused(
            staff.api.list_users(List::default()).await,
            ProblemCode::Forbidden,
        );
    }
    let user = world.client_of(&owner, "jane@client.example").await;
    refused(
        user.api.list_users(List::default()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().list_users(List::default()).await,
        ProblemCode::NotSignedIn,
    );
}
