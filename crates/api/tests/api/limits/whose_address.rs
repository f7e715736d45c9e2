//! AU-03: whose address counts.

use super::{WRONG, counted, try_once};
use crate::support::World;

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_03_a_caller_cannot_choose_its_address() {
    let world = World::start_with(&[("GANGWAY_TRUSTED_PROXIES", "")]).await;
    let mut statuses = Vec::new();
    for number in 0..30 {
        let address = format!("203.0.113.{number}");
        let api = world
            .client_from(&address)
            .with_header("x-real-ip", address.clone())
            .with_header("forwarded", format!("for={address}"));
        statuses.push(try_once(&api, OWNER, WRONG).await.status);
    }
    assert_eq!(counted(statuses), [(401, 10), (429, 20)].into());
}

#[tokio::test]
async fn au_03_behind_a_proxy_only_what_the_proxy_added_counts() {
    let world = World::start().await;
    let mut statuses = Vec::new();
    for number in 0..30 {
        let api = world
            .client_from(&format!("203.0.113.{number}, 198.51.100.7"))
            .with_header("x-real-ip", format!("203.0.113.{number}"))
            .with_header("forwarded", format!("for=203.0.113.{number}"));
        statuses.push(try_once(&api, OWNER, WRONG).await.status);
    }
    assert_eq!(counted(statuses), [(401, 10), (429, 20)].into());
    let other = world.client_from("198.51.100.7, 203.0.113.1");
    assert_eq!(try_once(&other, OWNER, WRONG).await.status, 401);
}

#[tokio::test]
async fn au_01_addresses_of_one_ipv6_network_are_one_caller() {
    let world = World::start().await;
    let mut statuses = Vec::new();
    for number in 0..20 {
        let api = world.client_from(&format!("2001:db8:1:2::{number:x}"));
        statuses.push(try_once(&api, OWNER, WRONG).await.status);
    }
    assert_eq!(counted(statuses), [(401, 10), (429, 10)].into());
}
