//! A12, A13: who is assigned to a client, and what they see.

use super::records::{change, group, written};
use crate::support::{Staff, World, company_info, refused, refused_field};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ClientRecord, UpdateClientRecord};

async fn seen(by: &Staff) -> Vec<String> {
    let page = by.api.list_clients(List::default()).await.expect("lists");
    page.data
        .into_iter()
        .filter_map(|client| client.name)
        .collect()
}

async fn two_clients(owner: &Staff) -> (ClientRecord, ClientRecord) {
    (
        written(owner, "Acme", "pat@acme.example").await,
        written(owner, "Bee", "bee@bee.example").await,
    )
}

#[tokio::test]
async fn a12_an_engineer_sees_and_edits_only_what_is_assigned_to_them() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let (acme, bee) = two_clients(&owner).await;
    assert!(seen(&tech).await.is_empty());
    owner
        .api
        .assign_engineer(acme.id, tech.place())
        .await
        .expect("assigns");
    owner
        .api
        .assign_engineer(acme.id, tech.place())
        .await
        .expect("again");
    assert_eq!(world.events("client.engineer_assigned").await, 1);
    assert_eq!(seen(&tech).await, ["Acme"]);
    let record = tech
        .api
        .read_client_record(acme.id)
        .await
        .expect("reads")
        .value;
    assert_eq!(
        record
            .engineers
            .iter()
            .map(|one| one.id)
            .collect::<Vec<_>>(),
        [tech.place()]
    );
    let body = UpdateClientRecord {
        email: Some("office@acme.example".to_owned()),
        ..UpdateClientRecord::default()
    };
    change(&tech, acme.id, &body).await.expect("edits");
    let read = tech.api.read_client(acme.id).await.expect("reads");
    tech.api
        .update_client(acme.id, &company_info("Acme"), &read.etag)
        .await
        .expect("edits");
    tech.api
        .read_onboarding(acme.id)
        .await
        .expect("sees the set-up");
    let etag = owner
        .api
        .read_client_record(bee.id)
        .await
        .expect("reads")
        .etag;
    refused(tech.api.read_client(bee.id).await, ProblemCode::NotFound);
    refused(
        tech.api.read_client_record(bee.id).await,
        ProblemCode::NotFound,
    );
    refused(
        tech.api.update_client_record(bee.id, &body, &etag).await,
        ProblemCode::NotFound,
    );
    refused(
        tech.api.assign_engineer(bee.id, tech.place()).await,
        ProblemCode::Forbidden,
    );
}

#[tokio::test]
async fn a13_a_removed_engineer_sees_nothing_on_the_next_request() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let (acme, _) = two_clients(&owner).await;
    owner
        .api
        .assign_engineer(acme.id, tech.place())
        .await
        .expect("assigns");
    let etag = tech
        .api
        .read_client_record(acme.id)
        .await
        .expect("reads")
        .etag;
    owner
        .api
        .remove_engineer(acme.id, tech.place())
        .await
        .expect("removes");
    owner
        .api
        .remove_engineer(acme.id, tech.place())
        .await
        .expect("again");
    assert_eq!(world.events("client.engineer_removed").await, 1);
    assert!(seen(&tech).await.is_empty());
    refused(
        tech.api.read_client_record(acme.id).await,
        ProblemCode::NotFound,
    );
    let body = UpdateClientRecord::default();
    let answer = tech.api.update_client_record(acme.id, &body, &etag).await;
    refused(answer, ProblemCode::NotFound);
}

#[tokio::test]
async fn a12_to_answer_for_a_client_or_to_be_in_its_group_is_no_assignment() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let (acme, _) = two_clients(&owner).await;
    let desk = group(&tech_as(&owner, &tech), "Desk").await;
    let body = UpdateClientRecord {
        account_manager: Some(Some(tech.place())),
        tech_groups: Some(vec![desk]),
        ..UpdateClientRecord::default()
    };
    change(&owner, acme.id, &body).await.expect("changes");
    assert!(seen(&tech).await.is_empty());
}

/// The owner, with the place of another: groups of [`group`] have that member.
fn tech_as(owner: &Staff, tech: &Staff) -> Staff {
    Staff {
        api: owner.api.clone(),
        email: owner.email.clone(),
        me: tech.me.clone(),
    }
}

#[tokio::test]
async fn a13_any_administrator_or_manager_can_be_chosen_and_no_sales_rep() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (acme, _) = two_clients(&owner).await;
    for role in [StaffRole::Administrator, StaffRole::Manager] {
        let email = format!("{}@harbor.example", role.as_str());
        let engineer = world.staff(&owner, role, &email).await.place();
        owner
            .api
            .assign_engineer(acme.id, engineer)
            .await
            .expect("assigns");
    }
    let record = owner
        .api
        .read_client_record(acme.id)
        .await
        .expect("reads")
        .value;
    assert_eq!(record.engineers.len(), 2);
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harbor.example")
        .await;
    let answer = owner.api.assign_engineer(acme.id, rep.place()).await;
    refused_field(answer, "", "not_an_engineer");
    let gone = world
        .staff(&owner, StaffRole::Technician, "gone@harbor.example")
        .await
        .place();
    owner.api.deactivate_user(gone).await.expect("deactivates");
    refused_field(
        owner.api.assign_engineer(acme.id, gone).await,
        "",
        "not_active",
    );
    refused(
        owner.api.assign_engineer(acme.id, other.place()).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.assign_engineer(acme.id, other.place()).await,
        ProblemCode::NotFound,
    );
}
