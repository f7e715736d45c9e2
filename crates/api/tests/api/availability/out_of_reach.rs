//! Whose schedules and applications these are.

use super::{acme, call_us, made, office_hours, version};
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::ApplicationKind;

#[tokio::test]
async fn b29_a_schedule_of_another_client_is_not_there_even_beside_one_s_own() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let joe = world.client_of(&owner, "joe@client.example").await;
    let id = made(&joe, &office_hours("Office")).await.id;
    let etag = version(&joe, id).await;
    let before = world.tables().await;
    for (api, client) in [
        (&jane.api, joe.client),
        (&jane.api, jane.client),
        (&owner.api, jane.client),
    ] {
        let read = api.read_schedule(client, id).await;
        refused(read, ProblemCode::NotFound);
        let body = office_hours("Mine");
        let changed = api.update_schedule(client, id, &body, &etag).await;
        refused(changed, ProblemCode::NotFound);
        let deleted = api.delete_schedule(client, id, &etag).await;
        refused(deleted, ProblemCode::NotFound);
    }
    let made = jane
        .api
        .create_schedule(joe.client, &office_hours("Mine"), &key())
        .await;
    refused(made, ProblemCode::NotFound);
    assert_eq!(world.tables().await, before);
    let read = owner.api.read_schedule(joe.client, id).await;
    assert_eq!(read.expect("the partner sees it").value.id, id);
}

#[tokio::test]
async fn b29_who_may_not_is_refused_and_another_partner_s_client_is_not_there() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let kind = ApplicationKind::CallUsNow;
    let etag = jane.api.read_widget_application(jane.client, kind).await;
    let etag = etag.expect("reads").etag;
    let other = world.partner("Other IT").await;
    let technician = world
        .staff(&other, StaffRole::Technician, "tech@other.example")
        .await;
    for (api, code) in [
        (world.client(), ProblemCode::NotSignedIn),
        (technician.api.clone(), ProblemCode::Forbidden),
        (other.api.clone(), ProblemCode::NotFound),
    ] {
        let saved = api
            .save_widget_application(jane.client, kind, &call_us(None), &etag)
            .await;
        refused(saved, code);
        let read = api.read_widget_application(jane.client, kind).await;
        refused(read, code);
        let seen = api.read_availability(jane.client, None).await;
        refused(seen, code);
    }
}
