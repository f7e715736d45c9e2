//! The address in Company Info and the headquarters are one.

use super::change;
use crate::support::{World, company_info, key};
use gangway_domain::wire::{SaveSite, UpdateClientRecord};

#[tokio::test]
async fn d10_company_info_makes_the_headquarters_and_moves_them() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let record = owner
        .api
        .read_client_record(jane.client)
        .await
        .expect("reads");
    assert!(record.value.sites.is_empty());
    jane.api
        .submit_company_info(jane.client, &company_info("Acme"), &key())
        .await
        .expect("submits");
    let read = owner
        .api
        .read_client_record(jane.client)
        .await
        .expect("reads")
        .value;
    let [site] = read.sites.as_slice() else {
        panic!("one site: {read:?}")
    };
    assert!(site.is_headquarters);
    assert_eq!(
        (site.name.as_str(), site.region.as_deref()),
        ("Headquarters", Some("ME"))
    );

    let mut named: SaveSite = site.clone().into();
    named.name = "Harbour".to_owned();
    let body = UpdateClientRecord {
        sites: Some(vec![named]),
        ..UpdateClientRecord::default()
    };
    change(&owner, jane.client, &body).await.expect("changes");
    let client = jane.api.read_client(jane.client).await.expect("reads");
    let mut info = company_info("Acme");
    info.city = "Boston".to_owned();
    info.region = Some("massachusetts".to_owned());
    jane.api
        .update_client(jane.client, &info, &client.etag)
        .await
        .expect("changes");
    let moved = owner
        .api
        .read_client_record(jane.client)
        .await
        .expect("reads")
        .value;
    assert_eq!(moved.sites.len(), 1);
    let moved = &moved.sites[0];
    assert_eq!((moved.id, moved.name.as_str()), (site.id, "Harbour"));
    assert_eq!(
        (moved.city.as_deref(), moved.region.as_deref()),
        (Some("Boston"), Some("MA"))
    );
}
