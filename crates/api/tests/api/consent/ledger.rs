use super::{COMPANY, CUSTOMER, entry, partner, ready, recorded, stands};
use crate::support::World;
use chrono::Duration;
use gangway::consent::{Entry, Recorded, Standing, record};
use gangway_domain::wire::ConsentKind::{Ended, Given, Restored};
use gangway_domain::wire::ConsentSource::{Keyword, Provider, Staff, Text, Widget};

#[tokio::test]
async fn b18_without_an_entry_nobody_has_agreed() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let standing = stands(&world, &jane, COMPANY, CUSTOMER).await;
    assert_eq!(standing, Standing::None);
    assert!(!standing.may_text());
}

#[tokio::test]
async fn b32_consent_is_given_ended_and_restored_in_turn() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let before = world.context().now();
    for (kind, source, may) in [
        (Given, Text, true),
        (Ended, Keyword, false),
        (Restored, Keyword, true),
        (Ended, Provider, false),
        (Restored, Keyword, true),
        (Ended, Staff, false),
    ] {
        let recorded = recorded(&world, entry(&jane, kind, source)).await;
        assert!(matches!(recorded, Recorded::Added { .. }), "{kind:?}");
        let standing = stands(&world, &jane, COMPANY, CUSTOMER).await;
        assert_eq!(standing, recorded.standing());
        assert_eq!(standing.may_text(), may, "{kind:?} by {source:?}");
        let (Standing::Given { at } | Standing::Ended { at }) = standing else {
            panic!("nothing holds")
        };
        assert!(at >= before);
        world.advance(Duration::seconds(1));
    }
    for (kind, count) in [("given", 1), ("ended", 3), ("restored", 2)] {
        assert_eq!(
            world.events(&format!("consent.{kind}")).await,
            count,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn sm_02_after_stop_neither_a_text_nor_a_ticked_box_restores_consent() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    recorded(&world, entry(&jane, Given, Text)).await;
    let ended = recorded(&world, entry(&jane, Ended, Keyword))
        .await
        .standing();
    world.advance(Duration::days(1));
    let text = recorded(&world, entry(&jane, Given, Text)).await;
    assert_eq!(text, Recorded::Unchanged { standing: ended });
    // The box proves what was agreed to, so it is kept; it does not unblock.
    let ticked = recorded(&world, entry(&jane, Given, Widget)).await;
    assert!(matches!(ticked, Recorded::Added { standing, .. } if standing == ended));
    assert_eq!(stands(&world, &jane, COMPANY, CUSTOMER).await, ended);
    // Nor does anybody but the customer.
    let by_staff = recorded(&world, entry(&jane, Restored, Staff)).await;
    assert_eq!(by_staff, Recorded::Unchanged { standing: ended });
    let start = recorded(&world, entry(&jane, Restored, Keyword)).await;
    assert!(start.standing().may_text());
}

#[tokio::test]
async fn sm_02_stop_of_someone_who_never_agreed_counts_against_what_they_text_later() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    recorded(&world, entry(&jane, Ended, Keyword)).await;
    recorded(&world, entry(&jane, Given, Text)).await;
    assert!(!stands(&world, &jane, COMPANY, CUSTOMER).await.may_text());
}

#[tokio::test]
async fn b32_what_holds_already_is_not_recorded_again() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    recorded(&world, entry(&jane, Restored, Keyword)).await;
    for source in [Text, Keyword] {
        let kind = if source == Text { Given } else { Restored };
        let again = recorded(&world, entry(&jane, kind, source)).await;
        assert!(matches!(again, Recorded::Unchanged { .. }), "{kind:?}");
    }
    recorded(&world, entry(&jane, Ended, Keyword)).await;
    for source in [Keyword, Provider, Staff] {
        let again = recorded(&world, entry(&jane, Ended, source)).await;
        assert!(matches!(again, Recorded::Unchanged { .. }), "{source:?}");
    }
    assert_eq!(world.rows("consents").await, 2);
}

#[tokio::test]
async fn wg_10_every_ticked_box_is_kept_while_consent_goes_back_to_the_first() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let first = recorded(&world, entry(&jane, Given, Widget))
        .await
        .standing();
    world.advance(Duration::days(3));
    recorded(&world, entry(&jane, Given, Widget)).await;
    assert_eq!(world.rows("consents").await, 2);
    assert_eq!(stands(&world, &jane, COMPANY, CUSTOMER).await, first);
}

#[tokio::test]
async fn b19_sm_03_consent_is_for_the_pair_of_numbers_and_a_new_number_starts_without() {
    let world = World::start().await;
    let (owner, jane) = ready(&world).await;
    let joe = world.client_of(&owner, "joe@other.example").await;
    recorded(&world, entry(&jane, Given, Widget)).await;
    assert!(stands(&world, &jane, COMPANY, CUSTOMER).await.may_text());
    for (user, company, customer) in [
        (&jane, "+12025550101", CUSTOMER),
        (&jane, COMPANY, "+12025550144"),
        (&joe, COMPANY, CUSTOMER),
    ] {
        let standing = stands(&world, user, company, customer).await;
        assert_eq!(standing, Standing::None, "{company} {customer}");
    }
    let stop = Entry::new(
        (partner(&jane), jane.client),
        "+12025550101",
        CUSTOMER,
        Ended,
        Keyword,
    );
    recorded(&world, stop).await;
    assert!(stands(&world, &jane, COMPANY, CUSTOMER).await.may_text());
}

#[tokio::test]
async fn sm_02_entries_of_many_at_once_are_counted_without_gap_and_stop_wins() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let told = |number: usize| {
        let (world, jane) = (&world, &jane);
        async move {
            let (kind, source) = match number % 3 {
                0 => (Ended, Keyword),
                1 => (Given, Widget),
                _ => (Given, Text),
            };
            recorded(world, entry(jane, kind, source)).await
        }
    };
    let all = futures_util::future::join_all((0..18).map(told)).await;
    let added = all
        .iter()
        .filter(|one| matches!(one, Recorded::Added { .. }))
        .count();
    let sql = "select cast(sequence as text) from consents order by sequence";
    let counted: Vec<usize> = world
        .texts(sql)
        .await
        .iter()
        .map(|text| text.parse().expect("a number"))
        .collect();
    assert_eq!(counted, (1..=added).collect::<Vec<_>>());
    assert!(!stands(&world, &jane, COMPANY, CUSTOMER).await.may_text());
}

#[tokio::test]
async fn b33_what_was_not_committed_was_not_agreed_to() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    record(ctx, &tx, entry(&jane, Given, Widget))
        .await
        .expect("records");
    tx.rollback().await.expect("rolls back");
    assert_eq!(
        stands(&world, &jane, COMPANY, CUSTOMER).await,
        Standing::None
    );
    assert_eq!(world.events("consent.given").await, 0);
}
