use crate::support::{Staff, World, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ChangeUserRole, UserState};
use reqwest::Method;

/// Two owners, each with the token of its sign-in.
async fn two_owners(world: &World) -> (Staff, Staff) {
    let one = world.partner("Harbor IT").await;
    let two = world
        .staff(&one, StaffRole::Owner, "two@harbor.example")
        .await;
    (one, two)
}

#[tokio::test]
async fn a09_the_last_administrator_is_neither_removed_nor_lowered() {
    let world = World::start().await;
    let (one, two) = two_owners(&world).await;
    two.api
        .deactivate_user(one.place())
        .await
        .expect("one may go");
    refused(
        two.api.deactivate_user(two.place()).await,
        ProblemCode::Conflict,
    );
    let read = two.api.read_user(two.place()).await.expect("reads");
    let lower = ChangeUserRole {
        role: StaffRole::Manager,
    };
    let answer = two
        .api
        .change_user_role(two.place(), &lower, &read.etag)
        .await;
    refused(answer, ProblemCode::Forbidden);
    two.api.read_partner().await.expect("still administers");
}

#[tokio::test]
async fn an_invited_administrator_does_not_count_before_accepting() {
    let world = World::start().await;
    let (one, two) = two_owners(&world).await;
    let invited = super::ned(StaffRole::Administrator);
    one.api
        .invite_user(&invited, &crate::support::key())
        .await
        .expect("invites");
    one.api
        .deactivate_user(two.place())
        .await
        .expect("deactivates");
    let (_, me) = world.accept("ned@harbor.example").await;
    assert!(me.may(gangway_domain::roles::Permission::WritePartner));
}

#[tokio::test]
async fn tn_09_two_who_remove_each_other_at_once_do_not_leave_the_partner_without() {
    let world = World::start().await;
    let (one, two) = two_owners(&world).await;
    let tokens = [&one, &two].map(|staff| staff.api.access_token().expect("a token"));
    let remove = |whom: &Staff| {
        Call::post("deactivate_user", "/api/v1/users/{id}/deactivate").with(whom.place())
    };
    let mut conflicts = 0;
    for run in 0..50 {
        let (first, second) = (remove(&two), remove(&one));
        let (a, b) = tokio::join!(
            one.api.exchange(&first, Some(&tokens[0])),
            two.api.exchange(&second, Some(&tokens[1])),
        );
        let statuses = [a, b].map(|answer| answer.expect("answers").status);
        let won = statuses.iter().filter(|status| **status == 200).count();
        assert_eq!(won, 1, "run {run}: {statuses:?}");
        conflicts += statuses.iter().filter(|status| **status == 409).count();
        assert!(
            statuses
                .iter()
                .all(|status| matches!(status, 200 | 409 | 401)),
            "{statuses:?}"
        );
        let (left, gone) = if statuses[0] == 200 {
            (&one, &two)
        } else {
            (&two, &one)
        };
        let back = left
            .api
            .reactivate_user(gone.place())
            .await
            .expect("one is left");
        assert_eq!(back.state, UserState::Active);
    }
    println!("{conflicts} of 50 met in the middle");
}

#[tokio::test]
async fn tn_09_two_who_lower_each_other_at_once_do_not_leave_the_partner_without() {
    let world = World::start().await;
    let (one, two) = two_owners(&world).await;
    let tokens = [&one, &two].map(|staff| staff.api.access_token().expect("a token"));
    let lower = ChangeUserRole {
        role: StaffRole::Technician,
    };
    for run in 0..50 {
        let etags = [
            one.api.read_user(one.place()).await.expect("reads").etag,
            one.api.read_user(two.place()).await.expect("reads").etag,
        ];
        let call = |whom: &Staff, etag| {
            Call::new("change_user_role", Method::PATCH, "/api/v1/users/{id}")
                .with(whom.place())
                .json(&lower)
                .if_match(etag)
        };
        let (first, second) = (call(&two, &etags[1]), call(&one, &etags[0]));
        let (a, b) = tokio::join!(
            one.api.exchange(&first, Some(&tokens[0])),
            two.api.exchange(&second, Some(&tokens[1])),
        );
        let statuses = [a, b].map(|answer| answer.expect("answers").status);
        assert_eq!(
            statuses.iter().filter(|s| **s == 200).count(),
            1,
            "run {run}: {statuses:?}"
        );
        assert!(
            statuses.iter().all(|s| matches!(s, 200 | 409 | 403)),
            "run {run}: {statuses:?}"
        );
        let (left, gone) = if statuses[0] == 200 {
            (&one, &two)
        } else {
            (&two, &one)
        };
        let read = left.api.read_user(gone.place()).await.expect("one is left");
        let back = ChangeUserRole {
            role: StaffRole::Owner,
        };
        left.api
            .change_user_role(gone.place(), &back, &read.etag)
            .await
            .expect("raises again");
    }
}
