//! What happened, as CSV.

use crate::support::{World, key};
use gangway_domain::wire::{SendInvite, UpdatePartner};

#[tokio::test]
async fn ob_01_up_09_the_export_has_every_event_of_the_filter_and_no_formula() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let partner = owner.api.read_partner().await.expect("reads");
    let body = UpdatePartner {
        support_name: Some("=HYPERLINK(\"https://evil.example\", \"x\")".to_owned()),
        ..UpdatePartner::default()
    };
    owner
        .api
        .update_partner(&body, &partner.etag)
        .await
        .expect("updates");
    for number in 0..3 {
        let email = format!("jane{number}@client.example");
        owner
            .api
            .send_invite(&SendInvite { email }, &key())
            .await
            .expect("invites");
    }
    let read = async |query: &str| {
        let url = format!("{}/api/v1/events/export{query}", world.base());
        let token = owner.api.access_token().expect("signed in");
        let answer = world
            .http()
            .get(url)
            .bearer_auth(token)
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
        assert_eq!(
            answer.headers()["content-disposition"],
            "attachment; filename=\"activity.csv\""
        );
        String::from_utf8(answer.bytes().await.expect("bytes").to_vec()).expect("UTF-8")
    };
    let all = read("").await;
    assert!(all.starts_with("\u{feff}Time,Who,What,Client,"), "{all}");
    assert_eq!(all.matches("\r\n").count(), world.rows("events").await + 1);
    assert!(
        all.contains(",Olive Owner,invited jane0@client.example,"),
        "{all}"
    );
    let cells = all.split([',', '\n']);
    assert!(
        cells.clone().all(|cell| !cell.starts_with(['=', '+', '@'])),
        "{all}"
    );
    assert!(
        all.contains("support_name: Olive Owner -> =HYPERLINK(\"\"https"),
        "{all}"
    );
    let few = read("?group=invitations&q=jane1").await;
    assert_eq!(few.lines().count(), 2, "{few}");
    assert_eq!(read("?group=texting").await.lines().count(), 1);
}
