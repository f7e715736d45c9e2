//! DB-06: the database commits, and its answer is lost on the way.

use super::stand::Stand;
use crate::support::postgres::Postgres;
use crate::support::proxy::{Proxy, Wire};
use crate::support::{World, key};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{MakeApiKey, SendInvite};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_06_when_the_answer_to_the_commit_is_lost_the_same_request_again_does_not_double() {
    let Some(postgres) = Postgres::start(40) else {
        return;
    };
    let wire = Proxy::to(postgres.addr()).await;
    let url = postgres.url_at(wire.addr());
    let world = World::start_with(&[("DATABASE_URL", &url)]).await;
    let stand = Stand::new(&world).await;
    let api = stand.api(&world.base());
    for round in 0..5 {
        let body = MakeApiKey {
            name: format!("Key {round}"),
            scopes: vec!["clients:read".to_owned()],
            expires_in_days: None,
        };
        let key = key();
        wire.set(Wire::CutAfterCommit);
        let lost = api.make_api_key(&body, &key).await;
        let lost = lost.expect_err("nobody knows");
        assert!(lost.is(ProblemCode::Unavailable), "{lost:?}");
        assert_eq!(wire.wire(), Wire::Whole, "it was cut after the commit");
        let there = async || {
            let list = api.list_api_keys(List::first()).await.expect("lists");
            list.data
                .iter()
                .filter(|made| made.name == body.name)
                .count()
        };
        assert_eq!(there().await, 1, "it is done all the same");
        api.make_api_key(&body, &key)
            .await
            .expect("the answer of then");
        assert_eq!(there().await, 1, "and not twice");
    }
    assert_eq!(world.events("api_key.created").await, 5);
    // What is caused goes along: one invitation, one mail.
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    let key = key();
    wire.set(Wire::CutAfterCommit);
    api.send_invite(&body, &key)
        .await
        .expect_err("nobody knows");
    api.send_invite(&body, &key)
        .await
        .expect("the answer of then");
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 1);
}
