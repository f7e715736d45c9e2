//! OB-03: who is refused what they may not do is in the log.

use crate::support::World;
use crate::support::process::{gangway, tell};
use gangway_domain::roles::StaffRole;
use std::io::{BufRead as _, BufReader};

#[tokio::test]
async fn ob_03_a_denied_request_is_a_security_event_in_the_log() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let token = rep.api.access_token().expect("signed in");
    world.pause().await;
    let mut settings = world.settings().to_vec();
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let listen = free.local_addr().expect("an address").to_string();
    drop(free);
    settings.push(("GANGWAY_LISTEN".to_owned(), listen.clone()));
    let settings: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut child = gangway(&["serve"], &settings);
    let mut lines = BufReader::new(child.stdout.take().expect("standard output")).lines();
    lines
        .by_ref()
        .map(|line| line.expect("text"))
        .find(|line| line.starts_with("Gangway "))
        .expect("it is ready");
    let url = format!("http://{listen}/api/v1/users");
    let request = world
        .http()
        .get(url)
        .bearer_auth(&token)
        .header("x-request-id", "denied-request-1");
    assert_eq!(request.send().await.expect("answers").status(), 403);
    tell(&child, "TERM");
    let log: Vec<String> = lines.map_while(Result::ok).collect();
    let line = log
        .iter()
        .find(|line| line.contains("authorisation_denied"))
        .unwrap_or_else(|| panic!("not in the log: {log:?}"));
    assert!(line.contains("denied-request-1"), "{line}");
    assert!(line.contains(&rep.me.id.to_string()), "{line}");
    assert!(!line.contains(&token) && !line.contains("rep@"), "{line}");
    child.wait().expect("ends");
    world.resume().await;
}
