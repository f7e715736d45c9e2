//! The same set-up on two devices.

use super::save_draft::typed;
use crate::support::World;
use gangway_domain::wire::{Draft, TeamMember};
use serde_json::json;

#[tokio::test]
async fn b34_fields_typed_on_two_devices_do_not_undo_each_other() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let tab = world.sign_in(&jane.email).await.expect("on another device");
    let name = typed(|info| info.name = Some("Acme".to_owned()));
    let city = typed(|info| info.city = Some("Bonn".to_owned()));
    let site = typed(|info| info.website = Some("acme.c".to_owned()));
    let mates = Draft {
        team: Some(vec![TeamMember {
            email: "jo".to_owned(),
        }]),
        ..Draft::default()
    };
    let (a, b, c) = tokio::join!(
        jane.api.save_draft(jane.client, &name),
        tab.api.save_draft(jane.client, &city),
        tab.api.save_draft(jane.client, &mates),
    );
    a.and(b).and(c).expect("saves");
    let saved = jane
        .api
        .save_draft(jane.client, &site)
        .await
        .expect("saves");
    assert!(saved.draft_saved_at.is_some());
    let seen = tab
        .api
        .read_onboarding(jane.client)
        .await
        .expect("reads")
        .draft;
    let whole = Draft {
        team: mates.team,
        ..typed(|info| {
            info.name = Some("Acme".to_owned());
            info.city = Some("Bonn".to_owned());
            info.website = Some("acme.c".to_owned());
        })
    };
    assert_eq!(seen, whole);
    let emptied = typed(|info| info.city = Some(String::new()));
    let seen = tab
        .api
        .save_draft(jane.client, &emptied)
        .await
        .expect("saves")
        .draft;
    let left = seen.company_info.expect("a draft");
    assert_eq!(
        (left.city, left.name.as_deref()),
        (None, Some("Acme")),
        "what was emptied is empty"
    );
}

#[tokio::test]
async fn b34_twenty_fields_saved_at_once_all_stay() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let fields = [
        "name",
        "address_line1",
        "address_line2",
        "city",
        "region",
        "postal_code",
        "country",
        "time_zone",
        "reply_to",
        "website",
    ];
    let saves = fields.map(|field| {
        let (api, client) = (jane.api.clone(), jane.client);
        let body = json!({"company_info": {field: field}});
        let draft: Draft = serde_json::from_value(body).expect("a draft");
        tokio::spawn(async move { api.save_draft(client, &draft).await.map(|_| ()) })
    });
    for save in saves {
        save.await.expect("runs").expect("saves");
    }
    let seen = jane
        .api
        .read_onboarding(jane.client)
        .await
        .expect("reads")
        .draft;
    let seen = serde_json::to_value(seen.company_info).expect("JSON");
    for field in fields {
        assert_eq!(seen[field], json!(field));
    }
}
