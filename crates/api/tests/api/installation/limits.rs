use super::ask;
use crate::support::{World, key, refused};
use crate::texting::ready;
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::CheckInstallation;

#[tokio::test]
async fn ss_06_a_site_is_looked_at_so_often_and_no_more() {
    let world = World::start().await;
    let jane = ready(&world).await;
    for _ in 0..20 {
        ask(&jane).await;
    }
    let body = CheckInstallation::default();
    let over = jane
        .api
        .check_installation(jane.client, &body, &key())
        .await;
    refused(over, ProblemCode::TooManyRequests);
    world.advance(Duration::seconds(30));
    ask(&jane).await;
}
