use super::{field, of_kind};
use crate::support::{World, key};
use gangway_api_client::List;
use gangway_domain::wire::{CustomFieldKind, NewCustomField};

#[tokio::test]
async fn a26_a_test_client_is_made_with_one_click_and_is_marked_everywhere() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for kind in CustomFieldKind::ALL {
        let choice = kind == CustomFieldKind::Choice;
        let asked = NewCustomField {
            is_mandatory: true,
            choices: if choice {
                vec!["Gold".to_owned()]
            } else {
                Vec::new()
            },
            ..of_kind(kind.title(), kind)
        };
        field(&owner, asked).await;
    }
    let real = written_with(&owner).await;
    let again = key();
    let made = owner.api.create_test_client(&again).await.expect("makes");
    let replayed = owner
        .api
        .create_test_client(&again)
        .await
        .expect("the same");
    assert_eq!(made, replayed);
    let other = owner.api.create_test_client(&key()).await.expect("another");
    assert!(made.is_test && other.is_test && made.name != other.name);
    assert_eq!(made.custom_values.len(), CustomFieldKind::ALL.len());
    assert!(made.email_domains[0].ends_with(".example"));
    for (test, wanted) in [("true", 2), ("false", 1)] {
        let list = List {
            filters: vec![("test", test.to_owned())],
            count: true,
            ..List::default()
        };
        let page = owner.api.list_clients(list).await.expect("lists");
        assert_eq!(page.total, Some(wanted));
        assert!(
            page.data
                .iter()
                .all(|client| client.is_test == (test == "true"))
        );
    }
    assert!(!real);
}

/// Whether a client that is none is marked.
async fn written_with(owner: &crate::support::Staff) -> bool {
    let choices = owner.api.read_record_choices().await.expect("reads");
    let mut body = super::new_record("Acme", "pat@acme.example");
    body.custom_values = choices
        .custom_fields
        .iter()
        .map(|field| gangway_domain::wire::SaveCustomValue {
            field_id: field.id,
            value: match field.kind {
                CustomFieldKind::Text => "a".to_owned(),
                CustomFieldKind::Number => "1".to_owned(),
                CustomFieldKind::Date => "2027-01-31".to_owned(),
                CustomFieldKind::Choice => "gold".to_owned(),
                CustomFieldKind::YesNo => "no".to_owned(),
                CustomFieldKind::Link => "https://www.acme.example".to_owned(),
            },
        })
        .collect();
    let made = owner.api.create_client_record(&body, &key()).await;
    made.expect("writes down").is_test
}
