//! IN-15: scripts do not flood a partner through its shareable link.

use super::counted;
use crate::invites::to;
use crate::support::{Staff, World, key};
use gangway_api_client::{Call, Client};
use gangway_domain::wire::UsePartnerLink;

async fn shared(owner: &Staff) -> String {
    let link = owner.api.make_partner_link(&key()).await.expect("makes");
    let url = link.url.expect("an address");
    url.split_once('#').expect("a token").1.to_owned()
}

async fn company(api: &Client, token: &str, number: usize) -> u16 {
    let body = UsePartnerLink {
        token: token.to_owned(),
        email: format!("office@company{number}.example"),
    };
    let call = Call::post("use_partner_link", "/public/v1/partner-links/use");
    let answer = api.exchange(&call.json(&body).key(&key()), None).await;
    answer.expect("an answer").status
}

#[tokio::test]
async fn in_15_five_hundred_scripted_companies_hit_the_limit_and_staff_still_invites() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = shared(&owner).await;
    let mut statuses = Vec::new();
    for number in 0..500 {
        statuses.push(company(&world.client(), &token, number).await);
    }
    let statuses = counted(statuses);
    assert!((30..=40).contains(&statuses[&202]), "{statuses:?}");
    assert_eq!(statuses[&202] + statuses[&429], 500);
    assert_eq!(world.rows("invites").await, statuses[&202]);
    owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("the partner's people go on");
    let anew = shared(&owner).await;
    assert_eq!(
        company(&world.client(), &anew, 501).await,
        429,
        "a second link does not double it"
    );
}

#[tokio::test]
async fn in_15_one_computer_uses_a_link_for_ten_companies_at_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = shared(&owner).await;
    let api = world.client();
    let mut statuses = Vec::new();
    for number in 0..50 {
        statuses.push(company(&api, &token, number).await);
    }
    assert_eq!(counted(statuses), [(202, 10), (429, 40)].into());
    assert_eq!(company(&world.client(), &token, 50).await, 202);
}
