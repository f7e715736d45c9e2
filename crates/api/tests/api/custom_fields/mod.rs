//! Fields of a partner's own.

use crate::support::{World, key, refused, refused_field};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{CustomFieldKind, NewCustomField, OrderCustomFields, UpdateCustomField};

fn new(name: &str, kind: CustomFieldKind) -> NewCustomField {
    NewCustomField {
        name: name.to_owned(),
        kind,
        choices: Vec::new(),
        is_mandatory: false,
    }
}

#[tokio::test]
async fn d6_fields_are_made_renamed_archived_and_put_in_order() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let again = key();
    let body = new("Contract", CustomFieldKind::Text);
    let one = owner
        .api
        .create_custom_field(&body, &again)
        .await
        .expect("makes");
    assert_eq!(
        owner
            .api
            .create_custom_field(&body, &again)
            .await
            .expect("the same"),
        one
    );
    let two = owner
        .api
        .create_custom_field(&new("Since", CustomFieldKind::Date), &key())
        .await;
    let two = two.expect("makes");
    let order = OrderCustomFields {
        ids: vec![two.id, one.id],
    };
    let ordered = owner
        .api
        .order_custom_fields(&order)
        .await
        .expect("orders")
        .data;
    assert_eq!(
        ordered.iter().map(|field| field.id).collect::<Vec<_>>(),
        order.ids
    );
    owner
        .api
        .order_custom_fields(&order)
        .await
        .expect("says the same");
    assert_eq!(world.events("custom_field.ordered").await, 1);
    for ids in [
        vec![one.id],
        vec![one.id, one.id],
        vec![one.id, two.id, two.id],
    ] {
        let answer = owner
            .api
            .order_custom_fields(&OrderCustomFields { ids })
            .await;
        refused_field(answer, "/ids", "not_every_field");
    }
    let read = owner.api.read_custom_field(one.id).await.expect("reads");
    let body = UpdateCustomField {
        name: Some("Agreement".to_owned()),
        is_mandatory: Some(true),
        ..UpdateCustomField::default()
    };
    let changed = owner
        .api
        .update_custom_field(one.id, &body, &read.etag)
        .await
        .expect("changes");
    assert!(changed.value.is_mandatory);
    let late = owner
        .api
        .update_custom_field(one.id, &body, &read.etag)
        .await;
    refused(late, ProblemCode::Stale);
    let same = owner
        .api
        .update_custom_field(one.id, &body, &changed.etag)
        .await
        .expect("the same");
    assert_eq!(same.etag, changed.etag);
    let archive = |is_archived| UpdateCustomField {
        is_archived: Some(is_archived),
        ..UpdateCustomField::default()
    };
    let archived = owner
        .api
        .update_custom_field(one.id, &archive(true), &same.etag)
        .await;
    let archived = archived.expect("archives");
    assert!(archived.value.archived_at.is_some());
    let back = owner
        .api
        .update_custom_field(one.id, &archive(false), &archived.etag)
        .await;
    assert_eq!(back.expect("comes back").value.archived_at, None);
    for (kind, times) in [("created", 2), ("archived", 1), ("changed", 2)] {
        assert_eq!(
            world.events(&format!("custom_field.{kind}")).await,
            times,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn d6_a_choice_has_choices_and_nothing_else_has() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let choice = |choices: &[&str]| NewCustomField {
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        ..new("Plan", CustomFieldKind::Choice)
    };
    let answer = owner.api.create_custom_field(&choice(&[]), &key()).await;
    refused_field(answer, "", "choices_missing");
    let answer = owner
        .api
        .create_custom_field(&choice(&["Gold", " gold "]), &key())
        .await;
    refused_field(answer, "/choices", "duplicate");
    let wrong = NewCustomField {
        choices: vec!["Gold".to_owned()],
        ..new("Plan", CustomFieldKind::Text)
    };
    refused_field(
        owner.api.create_custom_field(&wrong, &key()).await,
        "",
        "choices_not_wanted",
    );
    let made = owner
        .api
        .create_custom_field(&choice(&["Gold", "Silver"]), &key())
        .await;
    let made = made.expect("makes");
    let answer = owner
        .api
        .create_custom_field(&new("PLAN", CustomFieldKind::Link), &key())
        .await;
    refused_field(answer, "/name", "duplicate_existing");
    other
        .api
        .create_custom_field(&choice(&["Gold"]), &key())
        .await
        .expect("makes");
    let etag = owner
        .api
        .read_custom_field(made.id)
        .await
        .expect("reads")
        .etag;
    let none = UpdateCustomField {
        choices: Some(Vec::new()),
        ..UpdateCustomField::default()
    };
    let answer = owner.api.update_custom_field(made.id, &none, &etag).await;
    refused_field(answer, "/choices", "choices_missing");
    refused(
        other.api.read_custom_field(made.id).await,
        ProblemCode::NotFound,
    );
}

#[tokio::test]
async fn a10_fields_are_configuration_and_no_manager_s() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    let answer = manager
        .api
        .create_custom_field(&new("Plan", CustomFieldKind::Text), &key())
        .await;
    refused(answer, ProblemCode::Forbidden);
    assert!(
        manager
            .api
            .read_custom_fields()
            .await
            .expect("lists")
            .data
            .is_empty()
    );
}
