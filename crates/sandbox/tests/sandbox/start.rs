use std::net::SocketAddr;

use gangway_sandbox::{Options, Sandbox};

use crate::house::{House, any_http};

#[tokio::test]
async fn an_address_others_could_reach_is_refused() {
    for addr in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let addr: SocketAddr = addr.parse().unwrap();
        let http = Options {
            http_addr: addr,
            ..Options::default()
        };
        let smtp = Options {
            smtp_addr: addr,
            ..Options::default()
        };
        for options in [http, smtp] {
            let refusal = Sandbox::start(options).map(|_| ()).unwrap_err();
            assert_eq!(refusal.kind(), std::io::ErrorKind::InvalidInput);
        }
    }
}

#[tokio::test]
async fn several_sandboxes_run_side_by_side_and_know_nothing_of_each_other() {
    let (one, two) = (House::open(), House::open());
    one.buy().await;
    assert_eq!(one.sandbox.twilio().numbers().len(), 1);
    assert_eq!(two.sandbox.twilio().numbers().len(), 0);
}

#[tokio::test]
async fn a_stopped_sandbox_frees_its_ports_and_can_be_started_on_them_again() {
    let first = Sandbox::start(Options::default()).unwrap();
    let http_addr: SocketAddr = first.http_base()["http://".len()..].parse().unwrap();
    let smtp_addr = first.smtp_addr();
    first.stop().await;
    let again = Options {
        http_addr,
        smtp_addr,
        ..Options::default()
    };
    let mut started = None;
    for _ in 0..100 {
        match Sandbox::start(again.clone()) {
            Ok(sandbox) => {
                started = Some(sandbox);
                break;
            }
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
        }
    }
    let sandbox = started.expect("the ports are free again");
    let url = format!("{}/_sandbox", sandbox.http_base());
    assert_eq!(any_http().get(url).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_stopped_sandbox_serves_connections_no_longer_that_are_still_open() {
    let house = House::open();
    let House {
        sandbox, client, ..
    } = house;
    client.check_credentials().await.unwrap();
    sandbox.stop().await;
    client.check_credentials().await.unwrap_err();
}

#[test]
fn it_starts_inside_an_actix_system_too() {
    let system = actix_web::rt::System::new();
    system.block_on(async {
        let house = House::open();
        house.find().await;
        house.sandbox.stop().await;
    });
}
