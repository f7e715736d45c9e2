use super::{number, order, ready};
use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::SmsNumberState;

#[tokio::test]
async fn without_an_order_there_is_none() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let seen = number(&jane).await;
    assert_eq!(
        (seen.state, seen.number, seen.ordered_at),
        (SmsNumberState::None, None, None)
    );
}

#[tokio::test]
async fn another_client_s_and_another_partner_s_number_is_not_there() {
    let world = World::start().await;
    let jane = ready(&world).await;
    order(&jane).await;
    world.run_jobs().await;
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let other = world.partner("Other IT").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    for api in [&ann.api, &other.api, &sales.api] {
        refused(
            api.read_sms_number(jane.client).await,
            ProblemCode::NotFound,
        );
    }
    let seen = owner.api.read_sms_number(jane.client).await.expect("reads");
    assert_eq!(seen, number(&jane).await);
    refused(
        world.client().read_sms_number(jane.client).await,
        ProblemCode::NotSignedIn,
    );
}
