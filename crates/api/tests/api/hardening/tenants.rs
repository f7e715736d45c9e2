//! TN-12, TN-14: work for one partner never touches another's.

use crate::clients::by_hand;
use crate::jobs::rows::{job, put};
use crate::support::{World, key};
use gangway_domain::wire::SmsNumberState;

#[tokio::test]
async fn tn_12_a_job_with_another_partner_s_id_does_nothing() {
    let world = World::start().await;
    let jane = crate::texting::ready(&world).await;
    crate::texting::order(&jane).await;
    let other = world.partner("River IT").await;
    let order = crate::jobs::rows::jobs(&world, "number_bought")
        .await
        .remove(0);
    let foreign = order.payload.replace(
        &jane.me.place().expect("a place").partner.id.to_string(),
        &other.partner().to_string(),
    );
    assert_ne!(foreign, order.payload, "the job names its partner");
    let swapped = put(world.context(), "number_bought", 1, &foreign).await;
    crate::jobs::rows::make_due(
        &world,
        order.id,
        world.context().now() + chrono::Duration::days(1),
    )
    .await;
    world.run_jobs().await;
    assert_eq!(
        job(&world, swapped).await.state,
        "done",
        "there is no such order there"
    );
    assert_eq!(world.sandbox().twilio().numbers().len(), 0);
    assert_eq!(
        crate::texting::number(&jane).await.state,
        SmsNumberState::Searching
    );
}

#[tokio::test]
async fn tn_14_namesakes_at_two_partners_stay_apart_in_a_thousand_interleaved_requests() {
    let world = World::start().await;
    let (harbor, river) = (
        world.partner("Harbor IT").await,
        world.partner("River IT").await,
    );
    let body = by_hand("Acme", "ada@acme.example");
    let of_harbor = harbor
        .api
        .create_client(&body, &key())
        .await
        .expect("creates")
        .value;
    let of_river = river
        .api
        .create_client(&body, &key())
        .await
        .expect("creates")
        .value;
    let ask = |api: gangway_api_client::Client, mine: gangway_domain::ids::ClientId| {
        tokio::spawn(async move {
            for _ in 0..125 {
                assert_eq!(api.read_client(mine).await.expect("reads").value.id, mine);
                let page = api.list_clients(gangway_api_client::List::default()).await;
                let ids: Vec<_> = page
                    .expect("a page")
                    .data
                    .iter()
                    .map(|client| client.id)
                    .collect();
                assert_eq!(ids, [mine]);
            }
        })
    };
    let askers = [
        ask(harbor.api.clone(), of_harbor.id),
        ask(river.api.clone(), of_river.id),
        ask(harbor.api.clone(), of_harbor.id),
        ask(river.api.clone(), of_river.id),
    ];
    for asker in askers {
        asker.await.expect("never another's");
    }
}
