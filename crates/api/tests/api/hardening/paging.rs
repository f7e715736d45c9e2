//! ID-05: pages hold while rows come and go.

use crate::clients::by_hand;
use crate::support::{World, key};
use gangway_api_client::List;
use std::collections::BTreeSet;

#[tokio::test]
async fn id_05_rows_that_come_in_between_neither_double_nor_hide_those_that_were_there() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let make = async |number: usize| {
        let body = by_hand(
            &format!("Acme {number}"),
            &format!("ada{number}@acme.example"),
        );
        owner
            .api
            .create_client(&body, &key())
            .await
            .expect("creates")
            .value
            .id
    };
    let mut there = BTreeSet::new();
    // Several within one millisecond too, since the clock stands still.
    for number in 0..60 {
        if number == 40 {
            world.after_quiet_hours().await;
        }
        if number % 7 == 0 {
            world.advance(chrono::Duration::milliseconds(1));
        }
        there.insert(make(number).await);
    }
    let (mut seen, mut cursor, mut number) = (Vec::new(), None, 60);
    loop {
        let list = List {
            limit: Some(7),
            cursor: cursor.take(),
            ..List::default()
        };
        let page = owner.api.list_clients(list).await.expect("a page");
        seen.extend(page.data.iter().map(|client| client.id));
        make(number).await;
        number += 1;
        match page.next {
            Some(next) => cursor = Some(next),
            None => break,
        }
    }
    let once: BTreeSet<_> = seen.iter().copied().collect();
    assert_eq!(once.len(), seen.len(), "none twice");
    assert!(there.is_subset(&once), "none is missing");
}
