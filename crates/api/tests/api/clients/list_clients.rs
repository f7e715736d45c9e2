use super::by_hand;
use crate::support::{World, key, refused};
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

fn state(state: &str) -> List {
    List {
        filters: vec![("state", state.to_owned())],
        ..List::default()
    }
}

#[tokio::test]
async fn clients_are_found_by_part_of_name_or_address_and_by_how_far_they_are() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (name, email) in [
        ("Acme 50%_Ltd", "ada@acme.example"),
        ("Bee & Co", "bee@bee.example"),
    ] {
        owner
            .api
            .create_client(&by_hand(name, email), &key())
            .await
            .expect("creates");
        world.advance(Duration::seconds(1));
    }
    world.client_of(&owner, "jane@client.example").await;
    for (q, wanted) in [
        ("50%", 1),
        ("%", 1),
        ("_", 1),
        ("!", 0),
        ("ACME", 1),
        ("bee@", 1),
        ("JANE@", 1),
        ("example", 3),
        ("zz", 0),
    ] {
        let list = List {
            q: Some(q.to_owned()),
            ..List::default()
        };
        assert_eq!(
            owner
                .api
                .list_clients(list)
                .await
                .expect("lists")
                .data
                .len(),
            wanted,
            "{q}"
        );
    }
    for (wanted, found) in [("invited", 2), ("setting_up", 1), ("active", 0)] {
        let list = owner.api.list_clients(state(wanted)).await.expect("lists");
        assert_eq!(list.data.len(), found, "{wanted}");
    }
    refused(
        owner.api.list_clients(state("nonsense")).await,
        ProblemCode::BadParameter,
    );
}

#[tokio::test]
async fn pages_follow_each_other_newest_first() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for number in 0..5 {
        let body = by_hand(
            &format!("Company {number}"),
            &format!("{number}@acme.example"),
        );
        owner
            .api
            .create_client(&body, &key())
            .await
            .expect("creates");
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let list = List {
            limit: Some(2),
            cursor,
            count: true,
            ..List::default()
        };
        let page = owner.api.list_clients(list).await.expect("lists");
        assert_eq!(page.total, Some(5));
        seen.extend(
            page.data
                .into_iter()
                .map(|client| (client.created_at, client.id)),
        );
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let mut sorted = seen.clone();
    sorted.sort_unstable();
    sorted.reverse();
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (5, &sorted));
}

#[tokio::test]
async fn a11_a_sales_rep_sees_only_clients_of_their_own_by_either_way() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    world.client_of(&owner, "theirs@client.example").await;
    owner
        .api
        .create_client(&by_hand("Theirs", "t@acme.example"), &key())
        .await
        .expect("creates");
    let invited = world.client_of(&sales, "own@client.example").await;
    let made = sales
        .api
        .create_client(&by_hand("Own", "o@acme.example"), &key())
        .await;
    let made = made.expect("creates").value;
    let page = sales
        .api
        .list_clients(List {
            count: true,
            ..List::default()
        })
        .await
        .expect("lists");
    let mut seen: Vec<_> = page.data.iter().map(|client| client.id).collect();
    let mut own = [invited.client, made.id];
    seen.sort_unstable();
    own.sort_unstable();
    assert_eq!((seen.as_slice(), page.total), (own.as_slice(), Some(2)));
    let search = List {
        q: Some("theirs".to_owned()),
        count: true,
        ..List::default()
    };
    assert_eq!(
        sales.api.list_clients(search).await.expect("lists").total,
        Some(0)
    );
    assert_eq!(
        owner
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .len(),
        4
    );
}

#[tokio::test]
async fn a12_a_technician_sees_none_and_a_client_s_user_its_own() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    world.client_of(&owner, "ann@other.example").await;
    world.client_of(&other, "zed@foreign.example").await;
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    assert!(
        technician
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
    let own = jane
        .api
        .list_clients(List {
            count: true,
            ..List::default()
        })
        .await
        .expect("lists");
    assert_eq!(
        own.data.iter().map(|one| one.id).collect::<Vec<_>>(),
        [jane.client]
    );
    assert_eq!(own.total, Some(1));
    refused(
        world.client().list_clients(List::default()).await,
        ProblemCode::NotSignedIn,
    );
}
