use super::to;
use crate::support::{World, company_info, key, refused};
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{InviteStatus, MailState};
use gangway_domain::wizard::Step;

/// Invitations of one kind.
pub fn kind(kind: &str) -> List {
    List {
        filters: vec![("kind", kind.to_owned())],
        ..List::default()
    }
}

#[tokio::test]
async fn b10_the_status_goes_from_sent_by_opened_and_the_step_reached_to_done() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let seen = async || {
        let mut page = owner
            .api
            .list_invites(List::default())
            .await
            .expect("lists");
        let invite = page.data.remove(0);
        (invite.status, invite.step, invite.mail)
    };
    let (_, token) = super::invited(&world, &owner, "jane@client.example").await;
    assert_eq!(
        seen().await,
        (InviteStatus::Sent, None, Some(MailState::Sent))
    );
    world.client().look_up_invite(&token).await.expect("opens");
    assert_eq!(seen().await.0, InviteStatus::Sent, "looking is not opening");
    world
        .client()
        .mark_invite_opened(&token)
        .await
        .expect("begins");
    assert_eq!(
        seen().await,
        (InviteStatus::Opened, None, Some(MailState::Sent))
    );
    let (jane, me) = world.accept("jane@client.example").await;
    assert_eq!(seen().await.0, InviteStatus::Accepted);
    assert_eq!(seen().await.1, Some(Step::CompanyInfo));
    let client = me
        .place()
        .and_then(|place| place.client.clone())
        .expect("a client")
        .id;
    jane.submit_company_info(client, &company_info("Acme"), &key())
        .await
        .expect("submits");
    assert_eq!(seen().await.1, Some(Step::EnableSms));
    for step in [Step::EnableSms, Step::EnableApplication, Step::InviteTeam] {
        assert_eq!(seen().await.1, Some(step));
        jane.skip_step(client, step).await.expect("skips");
    }
    assert_eq!(
        seen().await,
        (InviteStatus::Done, None, Some(MailState::Sent))
    );
}

#[tokio::test]
async fn b10_expired_and_revoked_are_told_apart() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner
        .api
        .send_invite(&to("late@client.example"), &key())
        .await
        .expect("invites");
    let gone = owner
        .api
        .send_invite(&to("gone@client.example"), &key())
        .await
        .expect("invites");
    owner.api.revoke_invite(gone.id).await.expect("revokes");
    world.advance(Duration::hours(121));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let page = owner
        .api
        .list_invites(List::default())
        .await
        .expect("lists");
    let seen: Vec<_> = page
        .data
        .iter()
        .map(|one| (one.email.as_str(), one.status))
        .collect();
    let wanted = [
        ("gone@client.example", InviteStatus::Revoked),
        ("late@client.example", InviteStatus::Expired),
    ];
    assert_eq!(seen, wanted);
}

#[tokio::test]
async fn pages_follow_each_other_newest_first() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for number in 1..=5 {
        let email = format!("{number}@client.example");
        owner
            .api
            .send_invite(&to(&email), &key())
            .await
            .expect("invites");
        world.advance(Duration::seconds(1));
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let list = List {
            limit: Some(2),
            cursor,
            count: true,
            ..List::default()
        };
        let page = owner.api.list_invites(list).await.expect("lists");
        assert_eq!(page.total, Some(5));
        seen.extend(page.data.into_iter().map(|invite| invite.email));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let wanted: Vec<String> = (1..=5)
        .rev()
        .map(|number| format!("{number}@client.example"))
        .collect();
    assert_eq!(seen, wanted);
    for list in [
        List {
            limit: Some(0),
            ..List::default()
        },
        List {
            limit: Some(101),
            ..List::default()
        },
        List {
            cursor: Some("nonsense".to_owned()),
            ..List::default()
        },
        kind("nonsense"),
    ] {
        refused(
            owner.api.list_invites(list).await,
            ProblemCode::BadParameter,
        );
    }
}

#[tokio::test]
async fn what_stands_for_other_characters_in_sql_is_searched_for_as_it_is() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for email in [
        "a_b@client.example",
        "axb@client.example",
        "a%b@client.example",
    ] {
        owner
            .api
            .send_invite(&to(email), &key())
            .await
            .expect("invites");
    }
    for (q, wanted) in [
        ("a_b", 1),
        ("%", 1),
        ("_", 1),
        ("A%B@", 1),
        ("client", 3),
        ("zz", 0),
    ] {
        let list = List {
            q: Some(q.to_owned()),
            ..List::default()
        };
        assert_eq!(
            owner
                .api
                .list_invites(list)
                .await
                .expect("lists")
                .data
                .len(),
            wanted,
            "{q}"
        );
    }
}
