use super::{change, field, group, of_kind, phone, site, written};
use crate::support::{World, refused, refused_field};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    CustomFieldKind, SaveCustomValue, SaveSite, SecondaryContact, UpdateClientRecord,
    UpdateCustomField,
};

fn nothing() -> UpdateClientRecord {
    UpdateClientRecord::default()
}

#[tokio::test]
async fn d3_each_part_is_replaced_as_a_whole_and_the_others_stay() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let desk = group(&owner, "Service Desk").await;
    let second = SecondaryContact {
        first_name: "Sam".to_owned(),
        ..SecondaryContact::default()
    };
    let body = UpdateClientRecord {
        email: Some("office@acme.example".to_owned()),
        phone: Some(Some(phone("44", "2079460958"))),
        secondary_contact: Some(Some(second.clone())),
        hours: Some(None),
        email_domains: Some(vec!["acme.example".to_owned()]),
        account_manager: Some(Some(owner.place())),
        tech_groups: Some(vec![desk]),
        ..nothing()
    };
    let changed = change(&owner, acme.id, &body).await.expect("changes");
    let record = changed.value;
    assert_eq!(record.secondary_contact, Some(second));
    assert_eq!(
        (record.hours, record.phone),
        (None, Some(phone("44", "2079460958")))
    );
    assert_eq!((&record.name, &record.sites), (&acme.name, &acme.sites));
    assert_eq!(record.primary_contact, acme.primary_contact);
    assert_eq!(world.events("client.record_changed").await, 1);

    let body = UpdateClientRecord {
        email: Some(String::new()),
        phone: Some(None),
        secondary_contact: Some(None),
        email_domains: Some(Vec::new()),
        account_manager: Some(None),
        tech_groups: Some(Vec::new()),
        ..nothing()
    };
    let emptied = change(&owner, acme.id, &body).await.expect("changes").value;
    assert_eq!((emptied.email, emptied.phone), (None, None));
    assert_eq!(
        (emptied.secondary_contact, emptied.account_manager),
        (None, None)
    );
    assert!(emptied.email_domains.is_empty() && emptied.tech_groups.is_empty());
}

#[tokio::test]
async fn id_04_the_second_of_two_editors_sees_that_they_are_late() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let etag = owner
        .api
        .read_client_record(acme.id)
        .await
        .expect("reads")
        .etag;
    let body = UpdateClientRecord {
        email: Some("office@acme.example".to_owned()),
        ..nothing()
    };
    let first = owner.api.update_client_record(acme.id, &body, &etag).await;
    let first = first.expect("changes");
    let late = owner.api.update_client_record(acme.id, &body, &etag).await;
    refused(late, ProblemCode::Stale);
    // Company Info is part of the same client: its editor is late as well.
    let info = crate::support::company_info("Acme");
    let late = owner.api.update_client(acme.id, &info, &etag).await;
    refused(late, ProblemCode::Stale);
    let again = owner
        .api
        .update_client_record(acme.id, &body, &first.etag)
        .await;
    assert_eq!(again.expect("says the same").etag, first.etag);
    assert_eq!(world.events("client.record_changed").await, 1);
}

#[tokio::test]
async fn d4_sites_keep_their_ids_and_exactly_one_is_the_headquarters() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let bee = written(&owner, "Bee", "bee@bee.example").await;
    let mut main: SaveSite = acme.sites[0].clone().into();
    main.is_headquarters = false;
    let mut branch = site("Branch", true);
    branch.region = Some("CA".to_owned());
    branch.time_zone = "America/Los_Angeles".to_owned();
    let sites = |sites: Vec<SaveSite>| UpdateClientRecord {
        sites: Some(sites),
        ..nothing()
    };
    let body = sites(vec![branch.clone(), main.clone()]);
    let changed = change(&owner, acme.id, &body).await.expect("changes").value;
    assert_eq!(changed.sites[1].id, acme.sites[0].id);
    let client = owner.api.read_client(acme.id).await.expect("reads").value;
    assert_eq!(
        (client.region.as_deref(), client.time_zone.as_deref()),
        (Some("CA"), Some("America/Los_Angeles"))
    );
    let both = sites(vec![site("One", true), site("Two", true)]);
    refused_field(
        change(&owner, acme.id, &both).await,
        "/sites",
        "one_headquarters",
    );
    let alike = sites(vec![site("One", true), site(" ONE", false)]);
    refused_field(change(&owner, acme.id, &alike).await, "/sites", "duplicate");
    let mut foreign = site("One", true);
    foreign.id = Some(bee.sites[0].id);
    let foreign = sites(vec![foreign]);
    refused_field(
        change(&owner, acme.id, &foreign).await,
        "/sites/0/id",
        "unknown_site",
    );
    let read = owner.api.read_client_record(bee.id).await.expect("reads");
    assert_eq!(read.value.sites, bee.sites);
}

#[tokio::test]
async fn d6_values_of_archived_fields_stay() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let old = field(&owner, of_kind("Old", CustomFieldKind::Text)).await;
    let new = field(&owner, of_kind("New", CustomFieldKind::YesNo)).await;
    let values = |values: Vec<(_, &str)>| UpdateClientRecord {
        custom_values: Some(
            values
                .into_iter()
                .map(|(field_id, value)| SaveCustomValue {
                    field_id,
                    value: value.to_owned(),
                })
                .collect(),
        ),
        ..nothing()
    };
    let body = values(vec![(old, "kept"), (new, "YES")]);
    change(&owner, acme.id, &body).await.expect("changes");
    let etag = owner.api.read_custom_field(old).await.expect("reads").etag;
    let archive = UpdateCustomField {
        is_archived: Some(true),
        ..UpdateCustomField::default()
    };
    owner
        .api
        .update_custom_field(old, &archive, &etag)
        .await
        .expect("archives");
    let changed = change(&owner, acme.id, &values(vec![(new, "no")])).await;
    let kept: Vec<_> = changed
        .expect("changes")
        .value
        .custom_values
        .into_iter()
        .map(|value| (value.value, value.is_archived))
        .collect();
    assert_eq!(kept, [("kept".to_owned(), true), ("no".to_owned(), false)]);
    let late = change(&owner, acme.id, &values(vec![(old, "new")])).await;
    refused_field(late, "/custom_values/0/field_id", "unknown_field");
}

#[tokio::test]
async fn tn_02_a_record_of_another_partner_is_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let etag = owner
        .api
        .read_client_record(acme.id)
        .await
        .expect("reads")
        .etag;
    refused(
        other.api.read_client_record(acme.id).await,
        ProblemCode::NotFound,
    );
    let answer = other
        .api
        .update_client_record(acme.id, &nothing(), &etag)
        .await;
    refused(answer, ProblemCode::NotFound);
}
