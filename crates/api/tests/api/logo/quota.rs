//! UP-08: how many files a partner may have.

use super::{any_png, files, put};
use crate::support::{Staff, World, refused};
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;

async fn clients(world: &World, owner: &Staff, count: usize) -> Vec<ClientId> {
    let mut clients = Vec::new();
    for n in 0..count {
        let body = crate::clients::by_hand(&format!("Acme {n}"), &format!("ada{n}@acme.example"));
        let made = owner.api.create_client(&body, &crate::support::key()).await;
        clients.push(made.expect("creates").value.id);
    }
    world.run_jobs().await;
    clients
}

/// Uploads until it is kept or refused for good: a full house asks to come back.
async fn insist(owner: &Staff, client: ClientId) -> u16 {
    loop {
        let answer = put(&owner.api, client, "a.png", any_png()).await;
        if answer.status != 503 {
            return answer.status;
        }
        assert!(answer.header("retry-after").is_some());
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn up_08_fifty_uploads_at_once_stay_within_the_quota() {
    let world = World::start_with(&[("GANGWAY_FILES_PER_PARTNER", "7")]).await;
    let owner = world.partner("Harbor IT").await;
    let clients = clients(&world, &owner, 50).await;
    let all = clients.iter().map(|client| insist(&owner, *client));
    let statuses = futures_util::future::join_all(all).await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 7);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 43);
    assert_eq!(world.rows("files").await, 7);
    assert_eq!(files(&world).len(), 14, "what was refused is gone");
    assert_eq!(world.events("client.logo_set").await, 7);
}

#[tokio::test]
async fn up_08_the_quota_counts_bytes_and_each_partner_by_itself() {
    let world = World::start_with(&[("GANGWAY_FILES_MEGABYTES_PER_PARTNER", "0")]).await;
    let owner = world.partner("Harbor IT").await;
    let client = clients(&world, &owner, 1).await[0];
    let tried = owner.api.put_logo(client, "a.png", any_png()).await;
    let problem = refused(tried, ProblemCode::QuotaReached);
    assert!(problem.detail.contains("0 MB"), "{}", problem.detail);
    assert!(files(&world).is_empty());
}

#[tokio::test]
async fn up_08_a_full_partner_may_still_replace_and_another_is_not_full() {
    let world = World::start_with(&[("GANGWAY_FILES_PER_PARTNER", "1")]).await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Pier IT").await;
    let own = clients(&world, &owner, 2).await;
    let theirs = clients(&world, &other, 1).await[0];
    assert_eq!(insist(&owner, own[0]).await, 200);
    assert_eq!(insist(&owner, own[1]).await, 409);
    assert_eq!(insist(&owner, own[0]).await, 200);
    assert_eq!(insist(&other, theirs).await, 200);
    owner.api.delete_logo(own[0]).await.expect("removes");
    assert_eq!(insist(&owner, own[1]).await, 200);
}
