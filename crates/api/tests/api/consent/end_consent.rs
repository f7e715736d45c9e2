use super::{CUSTOMER, partner, ready, recorded, stands, with_number};
use crate::support::{World, key, refused, refused_field};
use gangway::consent::Entry;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ConsentKind, ConsentSource, ConsentStanding, EndConsent};

fn of(number: &str) -> EndConsent {
    EndConsent {
        customer_number: number.to_owned(),
    }
}

#[tokio::test]
async fn b18_who_asks_on_the_telephone_is_not_texted_any_more() {
    let world = World::start().await;
    let (_, jane, number) = with_number(&world).await;
    let given = Entry::new(
        (partner(&jane), jane.client),
        &number,
        CUSTOMER,
        ConsentKind::Given,
        ConsentSource::Text,
    );
    recorded(&world, given).await;
    assert!(stands(&world, &jane, &number, CUSTOMER).await.may_text());
    let ended = jane
        .api
        .end_consent(jane.client, &of("+1 (202) 555-0143"), &key())
        .await
        .expect("ends");
    assert_eq!(ended.customer_number, CUSTOMER);
    assert_eq!(ended.company_number, number);
    assert_eq!(
        (ended.kind, ended.source, ended.standing),
        (
            ConsentKind::Ended,
            ConsentSource::Staff,
            ConsentStanding::Ended
        )
    );
    assert_eq!(ended.recorded_by.as_deref(), Some("Casey Comer"));
    assert!(!stands(&world, &jane, &number, CUSTOMER).await.may_text());
    assert_eq!(world.events("consent.ended").await, 1);
}

#[tokio::test]
async fn b18_asking_twice_records_once_and_a_replay_answers_the_same() {
    let world = World::start().await;
    let (_, jane, _) = with_number(&world).await;
    let once = key();
    let first = jane
        .api
        .end_consent(jane.client, &of(CUSTOMER), &once)
        .await;
    let first = first.expect("ends");
    for key in [once, key()] {
        let again = jane.api.end_consent(jane.client, &of(CUSTOMER), &key).await;
        assert_eq!(again.expect("answers"), first);
    }
    let listed = jane.api.list_consents(jane.client, List::first()).await;
    assert_eq!(listed.expect("lists").data, [first]);
}

#[tokio::test]
async fn b18_what_cannot_be_ended_is_refused() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let end = async |number: &str| jane.api.end_consent(jane.client, &of(number), &key()).await;
    refused(end(CUSTOMER).await, ProblemCode::Conflict);
    refused_field(
        end("202-555-0143").await,
        "/customer_number",
        "invalid_phone",
    );
    refused_field(end(" ").await, "/customer_number", "required");
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let by_rep = rep
        .api
        .end_consent(jane.client, &of(CUSTOMER), &key())
        .await;
    refused(by_rep, ProblemCode::Forbidden);
    let other = world.partner("Other IT").await;
    let by_other = other
        .api
        .end_consent(jane.client, &of(CUSTOMER), &key())
        .await;
    refused(by_other, ProblemCode::NotFound);
    assert_eq!(world.rows("consents").await, 0);
}
