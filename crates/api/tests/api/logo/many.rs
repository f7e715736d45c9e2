//! Many at once: who comes to a full house is told to come back, and others go on.

use super::{any_png, jane, put};
use crate::support::World;

#[tokio::test]
async fn up_08_a_full_house_answers_503_and_everything_else_goes_on() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let intake = world.context().intake.clone();
    let mut places = Vec::new();
    // Two partners have as many places as there are.
    for _ in 0..2 {
        let partner = world.context().new_id();
        while let Ok(place) = intake.enter(partner) {
            places.push(place);
        }
    }
    assert_eq!(places.len(), 16);
    let answer = put(&jane.api, jane.client, "a.png", any_png()).await;
    assert_eq!(answer.status, 503);
    assert!(answer.header("retry-after").is_some());
    jane.api.read_client(jane.client).await.expect("goes on");
    drop(places);
    assert_eq!(
        put(&jane.api, jane.client, "a.png", any_png()).await.status,
        200
    );
}
