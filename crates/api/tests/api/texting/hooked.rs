//! The provider knows where to bring what is texted to a number.

use super::talk::Talk;
use super::{order, ready};
use crate::support::World;
use gangway_sandbox::{Fault, FaultKind};
use sea_orm::ConnectionTrait as _;

#[tokio::test]
async fn sm_04_a_number_is_bought_with_the_address_of_its_webhook() {
    let talk = Talk::begin().await;
    let numbers = talk.world.sandbox().twilio().numbers();
    // Nobody is called again by Twilio who answers, unless the address asks for it (WI-03).
    let address = talk.hook("messages").await + "#rc=5&rp=ct,rt,5xx";
    assert_eq!(numbers[0].sms_url, address);
    assert_eq!(talk.world.run_jobs().await, 0, "nothing is left to tell");
    let requests = talk.world.sandbox().twilio().requests();
    let told = requests
        .iter()
        .filter(|seen| seen.path.contains("IncomingPhoneNumbers/PN"));
    assert_eq!(told.count(), 0);
}

#[tokio::test]
async fn wi_03_a_number_whose_address_does_not_ask_to_be_called_again_is_told_to_by_the_next_start()
{
    let base = "http://gangway.example";
    let mut world = World::start_with(&[("GANGWAY_BASE_URL", base)]).await;
    order(&ready(&world).await).await;
    world.run_jobs().await;
    // As an earlier Gangway wrote it down.
    let tx = world.context().db.begin().await.expect("begins");
    let sql = format!("update number_orders set hook_base = '{base}'");
    tx.execute_unprepared(&sql).await.expect("changes");
    tx.commit().await.expect("commits");
    for (start, times) in [("the next", 1), ("the one after", 0)] {
        world.restart().await;
        world.run_jobs().await;
        let twilio = world.sandbox().twilio();
        let told = twilio.requests_to("POST", "IncomingPhoneNumbers/PN");
        assert_eq!(told.len(), times, "{start}");
        let url = |(name, value): &(String, String)| {
            name == "SmsUrl" && value.ends_with("/messages#rc=5&rp=ct,rt,5xx")
        };
        assert!(
            told.iter().all(|seen| seen.form.iter().any(url)),
            "{told:?}"
        );
    }
}

#[tokio::test]
async fn sm_04_when_the_installation_moves_the_provider_is_told_again_until_it_knows() {
    let mut world = World::start_with(&[("GANGWAY_BASE_URL", "http://old.gangway.example")]).await;
    let jane = ready(&world).await;
    order(&jane).await;
    world.run_jobs().await;
    let sandbox_is_beside = world.sandbox().twilio().numbers()[0].clone();
    assert!(
        sandbox_is_beside
            .sms_url
            .starts_with("http://old.gangway.example/hooks/")
    );
    world.restart().await;
    assert_eq!(
        world.run_jobs().await,
        0,
        "at the same address nothing is told"
    );
    world.set("GANGWAY_BASE_URL", "http://new.gangway.example");
    world.restart().await;
    let fault = Fault::times(5, FaultKind::Throttle { retry_after: None });
    world
        .sandbox()
        .twilio()
        .fault(fault.on("POST", "IncomingPhoneNumbers"));
    for _ in 0..6 {
        world.run_jobs().await;
        world.advance(chrono::Duration::seconds(60));
    }
    let told = world
        .sandbox()
        .twilio()
        .requests_to("POST", "IncomingPhoneNumbers/PN");
    let address = |seen: &gangway_sandbox::RequestSeen| {
        let field = seen.form.iter().find(|(name, _)| name == "SmsUrl");
        field.map(|(_, url)| url.clone())
    };
    let last = told.last().and_then(address).expect("an address");
    assert!(
        last.starts_with("http://new.gangway.example/hooks/twilio/"),
        "{last}"
    );
}
