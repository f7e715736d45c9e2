use super::{COMPANY, CUSTOMER, entry, partner, ready, recorded, row};
use crate::support::{ClientUser, World, refused};
use chrono::Duration;
use gangway::consent::{Entry, current_wording, settings};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ConsentKind, ConsentSource, ConsentStanding};

#[tokio::test]
async fn b33_wg_10_an_entry_shows_the_exact_words_the_page_the_time_and_the_address() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let (client, db) = (row(&world, &jane).await, world.context().db.reader());
    let settings = settings(db, &client).await.expect("reads");
    let wording = current_wording(db, &client, &settings)
        .await
        .expect("reads");
    let page = "https://www.client.example/contact?from=ad";
    let agent = format!("Mozilla/5.0 {}", "x".repeat(400));
    let ticked = entry(&jane, ConsentKind::Given, ConsentSource::Widget)
        .agreeing_to(wording.clone())
        .from_page(Some(page), Some("198.51.100.7"), Some(&agent));
    let at = world.context().now();
    recorded(&world, ticked).await;
    for api in [&jane.api, &owner.api] {
        let listed = api.list_consents(jane.client, List::first()).await;
        let listed = listed.expect("lists").data;
        let [consent] = listed.as_slice() else {
            panic!("{listed:?}")
        };
        assert_eq!(consent.wording.as_deref(), Some(wording.text.as_str()));
        assert!(
            wording.text.contains("text messages from Acme"),
            "{wording:?}"
        );
        assert_eq!(consent.wording_version, Some(wording.version.clone()));
        assert_eq!(consent.page.as_deref(), Some(page));
        assert_eq!(consent.address.as_deref(), Some("198.51.100.7"));
        assert_eq!(consent.user_agent.as_deref().map(str::len), Some(255));
        assert_eq!(
            (
                consent.company_number.as_str(),
                consent.customer_number.as_str()
            ),
            (COMPANY, CUSTOMER)
        );
        let what = (consent.kind, consent.source, consent.standing);
        let wanted = (
            ConsentKind::Given,
            ConsentSource::Widget,
            ConsentStanding::Given,
        );
        assert_eq!(what, wanted);
        assert!(consent.at >= at && consent.at < at + Duration::minutes(1));
        assert_eq!(
            (consent.recorded_by.as_ref(), consent.message_id),
            (None, None)
        );
    }
}

async fn many(world: &World, jane: &ClientUser, count: usize) -> Vec<String> {
    let mut numbers = Vec::new();
    for number in 0..count {
        let customer = format!("+1202555{:04}", 1000 + number);
        let ids = (partner(jane), jane.client);
        let (kind, source) = (ConsentKind::Given, ConsentSource::Text);
        recorded(world, Entry::new(ids, COMPANY, &customer, kind, source)).await;
        numbers.push(customer);
        world.advance(Duration::milliseconds(10));
    }
    numbers
}

#[tokio::test]
async fn b33_the_list_is_newest_first_in_pages_and_can_be_filtered_by_customer() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let mut wanted = many(&world, &jane, 7).await;
    wanted.reverse();
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let list = List {
            limit: Some(3),
            count: true,
            cursor,
            ..List::default()
        };
        let page = jane
            .api
            .list_consents(jane.client, list)
            .await
            .expect("lists");
        assert_eq!(page.total, Some(7));
        seen.extend(page.data.into_iter().map(|one| one.customer_number));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, wanted);
    let of = async |number: &str| {
        let list = List {
            filters: vec![("customer_number", number.to_owned())],
            ..List::default()
        };
        jane.api.list_consents(jane.client, list).await
    };
    for written in [wanted[0].as_str(), "+1 (202) 555-1006"] {
        let found = of(written).await.expect("lists").data;
        let numbers: Vec<_> = found.iter().map(|one| &one.customer_number).collect();
        assert_eq!(numbers, [&wanted[0]], "{written}");
    }
    assert!(of("+12025559999").await.expect("lists").data.is_empty());
    refused(of("202-555").await, ProblemCode::BadParameter);
    for (q, count) in [("555-100", 7), ("1004", 1), ("%", 0), ("_", 0)] {
        let list = List {
            q: Some(q.to_owned()),
            ..List::default()
        };
        let found = jane.api.list_consents(jane.client, list).await;
        assert_eq!(found.expect("lists").data.len(), count, "{q}");
    }
}

#[tokio::test]
async fn b33_the_ledger_is_shown_to_those_who_see_texts_and_to_nobody_else() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    recorded(
        &world,
        entry(&jane, ConsentKind::Given, ConsentSource::Text),
    )
    .await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let listed = rep.api.list_consents(jane.client, List::first()).await;
    refused(listed, ProblemCode::Forbidden);
    let joe = world.client_of(&owner, "joe@other.example").await;
    let listed = joe.api.list_consents(jane.client, List::first()).await;
    refused(listed, ProblemCode::NotFound);
    let own = joe.api.list_consents(joe.client, List::first()).await;
    assert!(own.expect("lists").data.is_empty());
    let other = world.partner("Other IT").await;
    let listed = other.api.list_consents(jane.client, List::first()).await;
    refused(listed, ProblemCode::NotFound);
    let file = other
        .api
        .download_consents(jane.client, List::first())
        .await;
    refused(file, ProblemCode::NotFound);
}
