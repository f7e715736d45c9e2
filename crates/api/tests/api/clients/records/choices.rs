use super::{field, group, of_kind};
use crate::support::World;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{CustomFieldKind, UpdateCustomField};

#[tokio::test]
async fn d5_d6_there_is_to_choose_from_what_is_the_partner_s_and_in_use() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harbor.example")
        .await;
    let gone = world
        .staff(&owner, StaffRole::Manager, "gone@harbor.example")
        .await;
    owner
        .api
        .deactivate_user(gone.place())
        .await
        .expect("deactivates");
    let desk = group(&owner, "Service Desk").await;
    group(&other, "Foreign").await;
    let asked = field(&owner, of_kind("Asked", CustomFieldKind::Text)).await;
    let old = field(&owner, of_kind("Old", CustomFieldKind::Text)).await;
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
    let choices = rep.api.read_record_choices().await.expect("reads");
    let staff: Vec<_> = choices.staff.iter().map(|staff| staff.id).collect();
    assert_eq!(staff.len(), 2);
    assert!(staff.contains(&owner.place()) && staff.contains(&rep.place()));
    assert_eq!(
        choices
            .tech_groups
            .iter()
            .map(|one| one.id)
            .collect::<Vec<_>>(),
        [desk]
    );
    assert_eq!(
        choices
            .custom_fields
            .iter()
            .map(|one| one.id)
            .collect::<Vec<_>>(),
        [asked]
    );
}
