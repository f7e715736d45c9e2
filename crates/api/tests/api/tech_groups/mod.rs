//! Groups of the staff.

use crate::clients::{change, new_record, written};
use crate::support::{Staff, World, key, refused, refused_field};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{SaveTechGroup, UpdateClientRecord};
use sea_orm::ConnectionTrait as _;

fn named(name: &str) -> SaveTechGroup {
    SaveTechGroup {
        name: name.to_owned(),
        members: vec![],
    }
}

#[tokio::test]
async fn d5_a_group_is_made_changed_and_deleted_once_nothing_needs_it() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let again = key();
    let body = SaveTechGroup {
        name: " Service Desk ".to_owned(),
        members: vec![owner.place(), owner.place()],
    };
    let made = owner
        .api
        .create_tech_group(&body, &again)
        .await
        .expect("makes");
    assert_eq!(
        owner
            .api
            .create_tech_group(&body, &again)
            .await
            .expect("the same"),
        made
    );
    assert_eq!(
        (made.name.as_str(), made.members.len(), made.clients),
        ("Service Desk", 1, 0)
    );
    let read = tech.api.read_tech_group(made.id).await.expect("reads");
    let body = SaveTechGroup {
        name: "Desk".to_owned(),
        members: vec![tech.place()],
    };
    let changed = owner
        .api
        .update_tech_group(made.id, &body, &read.etag)
        .await
        .expect("changes");
    assert_eq!(changed.value.members[0].id, tech.place());
    let late = owner
        .api
        .update_tech_group(made.id, &named("Late"), &read.etag)
        .await;
    refused(late, ProblemCode::Stale);
    let same = owner
        .api
        .update_tech_group(made.id, &body, &changed.etag)
        .await
        .expect("the same");
    assert_eq!(same.etag, changed.etag);

    let mut client = new_record("Acme", "pat@acme.example");
    client.tech_groups = vec![made.id];
    let client = owner
        .api
        .create_client_record(&client, &key())
        .await
        .expect("writes down");
    let listed = owner
        .api
        .list_tech_groups(List::first())
        .await
        .expect("lists")
        .data;
    assert_eq!(listed[0].clients, 1);
    let etag = same.etag;
    refused(
        owner.api.delete_tech_group(made.id, &etag).await,
        ProblemCode::Conflict,
    );
    let none = UpdateClientRecord {
        tech_groups: Some(vec![]),
        ..UpdateClientRecord::default()
    };
    let record = owner
        .api
        .read_client_record(client.id)
        .await
        .expect("reads");
    owner
        .api
        .update_client_record(client.id, &none, &record.etag)
        .await
        .expect("changes");
    owner
        .api
        .delete_tech_group(made.id, &etag)
        .await
        .expect("deletes");
    refused(
        owner.api.read_tech_group(made.id).await,
        ProblemCode::NotFound,
    );
    for kind in ["created", "changed", "deleted"] {
        assert_eq!(
            world.events(&format!("tech_group.{kind}")).await,
            1,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn d16_a_name_is_one_group_s_and_members_are_the_partner_s_own() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    owner
        .api
        .create_tech_group(&named("Service Desk"), &key())
        .await
        .expect("makes");
    other
        .api
        .create_tech_group(&named("Service Desk"), &key())
        .await
        .expect("makes");
    let answer = owner
        .api
        .create_tech_group(&named("service  DESK"), &key())
        .await;
    refused_field(answer, "/name", "duplicate_existing");
    refused_field(
        owner.api.create_tech_group(&named(" "), &key()).await,
        "/name",
        "required",
    );
    let foreign = SaveTechGroup {
        name: "Network".to_owned(),
        members: vec![owner.place(), other.place()],
    };
    let answer = owner.api.create_tech_group(&foreign, &key()).await;
    refused_field(answer, "/members", "unknown_user");
    let client_user = world.client_of(&owner, "jane@client.example").await;
    let foreign = SaveTechGroup {
        name: "Network".to_owned(),
        members: vec![client_user.me.place_id.expect("a place")],
    };
    let answer = owner.api.create_tech_group(&foreign, &key()).await;
    refused_field(answer, "/members", "unknown_user");
}

#[tokio::test]
async fn up_09_a_name_has_no_comma_and_a_group_that_has_one_already_keeps_it() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let comma = named("Desk, first line");
    let answer = owner.api.create_tech_group(&comma, &key()).await;
    refused_field(answer, "/name", "invalid_text");
    let made = owner.api.create_tech_group(&named("Desk"), &key()).await;
    let id = made.expect("makes").id;
    let read = owner.api.read_tech_group(id).await.expect("reads");
    let answer = owner.api.update_tech_group(id, &comma, &read.etag).await;
    refused_field(answer, "/name", "invalid_text");
    let tx = world.context().db.begin().await.expect("begins");
    tx.execute_unprepared("update tech_groups set name = 'Desk, first line'")
        .await
        .expect("as it was before");
    tx.commit().await.expect("commits");
    let members = SaveTechGroup {
        members: vec![owner.place()],
        ..comma
    };
    let kept = owner.api.update_tech_group(id, &members, &read.etag).await;
    assert_eq!(kept.expect("changes").value.members.len(), 1);
}

#[tokio::test]
async fn tn_03_of_a_group_s_clients_those_are_counted_that_one_sees_and_no_deleted_ones() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let made = owner.api.create_tech_group(&named("Desk"), &key()).await;
    let group = made.expect("makes").id;
    let body = UpdateClientRecord {
        tech_groups: Some(vec![group]),
        ..UpdateClientRecord::default()
    };
    for (name, email) in [("Acme", "pat@acme.example"), ("Bee", "bee@bee.example")] {
        let client = written(&owner, name, email).await;
        change(&owner, client.id, &body).await.expect("changes");
    }
    let clients = owner.api.list_clients(List::first()).await.expect("lists");
    let (own, other) = (clients.data[0].id, clients.data[1].id);
    let assigned = owner.api.assign_engineer(own, tech.place()).await;
    assigned.expect("assigns");
    let count = async |by: &Staff| {
        let listed = by.api.list_tech_groups(List::first()).await.expect("lists");
        let read = by.api.read_tech_group(group).await.expect("reads").value;
        assert_eq!(listed.data[0].clients, read.clients);
        read.clients
    };
    assert_eq!((count(&owner).await, count(&tech).await), (2, 1));
    let etag = owner.api.read_client(other).await.expect("reads").etag;
    owner
        .api
        .delete_client(other, &etag)
        .await
        .expect("deletes");
    assert_eq!((count(&owner).await, count(&tech).await), (1, 1));
}
