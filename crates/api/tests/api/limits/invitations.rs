//! IN-13, EM-04: how many mails one user, one partner and one receiver see.

use super::counted;
use crate::invites::to;
use crate::support::{Staff, World, key, refused};
use chrono::Duration;
use gangway_api_client::{Call, Failure};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteTeam, RefreshSession, SendTestEmail, TeamMember};

/// How many invitations to different addresses are let through, of as many.
async fn sent(staff: &Staff, name: &str, count: usize) -> usize {
    let mut statuses = Vec::new();
    for number in 0..count {
        let call = Call::post("send_invite", "/api/v1/invites")
            .json(&to(&format!("{name}{number}@client.example")))
            .key(&key());
        let token = staff.api.access_token();
        let answer = staff.api.exchange(&call, token.as_deref()).await;
        statuses.push(answer.expect("an answer").status);
    }
    let statuses = counted(statuses);
    assert!(statuses.keys().all(|status| matches!(status, 201 | 429)));
    statuses.get(&201).copied().unwrap_or_default()
}

#[tokio::test]
async fn in_13_a_thousand_invitations_by_one_user_are_stopped() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let before = world.rows("mails").await;
    let let_through = sent(&owner, "flood", 1_000).await;
    assert!((60..=70).contains(&let_through), "{let_through}");
    assert_eq!(world.rows("invites").await, let_through);
    assert_eq!(world.rows("mails").await, before + let_through);
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().all().len(), before + let_through);
}

#[tokio::test]
async fn in_13_em_04_a_partner_sends_at_most_200_mails_an_hour() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sam = world
        .staff(&owner, StaffRole::Administrator, "sam@harborit.example")
        .await;
    let ana = world
        .staff(&owner, StaffRole::Administrator, "ana@harborit.example")
        .await;
    let mut all = 2;
    for part in 0..6 {
        for (name, staff) in [("o", &owner), ("s", &sam), ("a", &ana)] {
            all += sent(staff, &format!("{name}{part}-"), 30).await;
        }
        world.advance(Duration::seconds(550));
        // Access tokens live for ten minutes.
        for staff in [&owner, &sam, &ana] {
            staff
                .api
                .refresh_session(&RefreshSession { place_id: None })
                .await
                .expect("refreshes");
        }
    }
    assert!((120..=200).contains(&all), "{all}");
    let other = world.partner("River IT").await;
    assert_eq!(
        sent(&other, "x", 1).await,
        1,
        "other partners are not slowed"
    );
}

#[tokio::test]
async fn in_13_em_04_an_address_gets_at_most_three_mails_an_hour() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = to("jane@client.example");
    let mut statuses = Vec::new();
    for _ in 0..50 {
        let answer = owner.api.send_invite(&jane, &key()).await;
        statuses.push(answer.map_or(429, |_| 201));
    }
    assert_eq!(counted(statuses), [(201, 3), (429, 47)].into());
    let problem = refused(
        owner.api.send_invite(&jane, &key()).await,
        ProblemCode::TooManyRequests,
    );
    assert!(
        problem.detail.contains("Try again in"),
        "{}",
        problem.detail
    );
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 3);
    let other = world.partner("River IT").await;
    other
        .api
        .send_invite(&jane, &key())
        .await
        .expect("another partner learns nothing of it");
}

#[tokio::test]
async fn in_13_sending_again_twenty_times_sends_three_mails_and_the_newest_link_works() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invite = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let mut sent = 1;
    for _ in 0..20 {
        match owner.api.resend_invite(invite.id, &key()).await {
            Ok(_) => sent += 1,
            Err(failure) => assert!(failure.is(ProblemCode::TooManyRequests), "{failure:?}"),
        }
    }
    assert_eq!(sent, 3);
    world.accept("jane@client.example").await;
    let mails = world.sandbox().mailbox().to("jane@client.example");
    assert!(mails.len() <= 3, "{}", mails.len());
}

#[tokio::test]
async fn in_13_a_repeat_with_the_same_key_counts_for_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (body, same) = (to("jane@client.example"), key());
    let first = owner.api.send_invite(&body, &same).await.expect("invites");
    for _ in 0..10 {
        let again = owner.api.send_invite(&body, &same).await;
        assert_eq!(again.expect("the same answer").id, first.id);
    }
    owner
        .api
        .send_invite(&body, &key())
        .await
        .expect("a second");
}

#[tokio::test]
async fn in_13_a_refused_list_invites_nobody() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    sent(&owner, "flood", 80).await;
    let team = InviteTeam {
        members: (0..9)
            .map(|number| TeamMember {
                email: format!("c{number}@client.example"),
            })
            .collect(),
    };
    // The partner has about as many left as the owner did not get.
    let mut refusal = None;
    for _ in 0..3 {
        let before = world.tables().await;
        let mut team = team.clone();
        for member in &mut team.members {
            member.email = format!("{}{}", before["invites"].len(), member.email);
        }
        match jane
            .api
            .invite_client_users(jane.client, &team, &key())
            .await
        {
            Ok(_) => {}
            Err(failure) => {
                assert_eq!(world.tables().await, before, "nothing is left of it");
                refusal = Some(failure);
            }
        }
    }
    let refusal: Failure = refusal.expect("the partner's mails are used up");
    assert!(refusal.is(ProblemCode::TooManyRequests), "{refusal:?}");
}

#[tokio::test]
async fn em_04_test_mails_to_one_address_are_limited() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendTestEmail {
        to: Some("postmaster@far.example".to_owned()),
    };
    for _ in 0..5 {
        owner
            .api
            .send_test_email(&body, &key())
            .await
            .expect("sends");
    }
    let sixth = owner.api.send_test_email(&body, &key()).await;
    refused(sixth, ProblemCode::TooManyRequests);
    world.advance(Duration::minutes(10));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    owner
        .api
        .send_test_email(&body, &key())
        .await
        .expect("sends");
}
