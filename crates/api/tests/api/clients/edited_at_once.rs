//! Two who edit a company's settings at the same time.

use super::by_hand;
use crate::support::{World, company_info, key, refused};
use gangway_api_client::{Call, Etag};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::CompanyInfo;
use reqwest::Method;

#[tokio::test]
async fn b28_two_who_edit_at_once_do_not_undo_each_other() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let made = owner
        .api
        .create_client(&by_hand("Acme", "ada@acme.example"), &key())
        .await;
    let id = made.expect("creates").value.id;
    let read = owner.api.read_client(id).await.expect("reads");
    let first = CompanyInfo {
        city: "Bangor".to_owned(),
        ..company_info("Acme")
    };
    let second = CompanyInfo {
        city: "Bath".to_owned(),
        ..company_info("Acme")
    };
    owner
        .api
        .update_client(id, &first, &read.etag)
        .await
        .expect("changes");
    let late = refused(
        owner.api.update_client(id, &second, &read.etag).await,
        ProblemCode::Stale,
    );
    assert_eq!(late.status, 412);
    let odd = Etag("*".to_owned());
    refused(
        owner.api.update_client(id, &second, &odd).await,
        ProblemCode::Stale,
    );
    let call = Call::new("update_client", Method::PATCH, "/api/v1/clients/{id}")
        .with(id)
        .json(&second);
    assert_eq!(
        refused(owner.api.send(call).await, ProblemCode::IfMatchNeeded).status,
        428
    );
    let now = owner.api.read_client(id).await.expect("reads");
    assert_eq!(now.value.city.as_deref(), Some("Bangor"));
    let same = owner
        .api
        .update_client(id, &first, &now.etag)
        .await
        .expect("is content");
    assert_eq!(same.etag, now.etag, "nothing changed, so the version stays");
}

#[tokio::test]
async fn id_04_of_ten_parallel_edits_of_one_version_one_counts() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let made = owner
        .api
        .create_client(&by_hand("Acme", "ada@acme.example"), &key())
        .await;
    let id = made.expect("creates").value.id;
    let read = owner.api.read_client(id).await.expect("reads");
    let edits = (0..10).map(|number| {
        let (api, etag) = (owner.api.clone(), read.etag.clone());
        let body = CompanyInfo {
            city: format!("City {number}"),
            ..company_info("Acme")
        };
        tokio::spawn(async move {
            api.update_client(id, &body, &etag)
                .await
                .map(|now| now.value)
        })
    });
    let mut changed = Vec::new();
    for edit in edits.collect::<Vec<_>>() {
        match edit.await.expect("runs") {
            Ok(value) => changed.push(value.city),
            refusal => {
                refused(refusal, ProblemCode::Stale);
            }
        }
    }
    let now = owner.api.read_client(id).await.expect("reads").value;
    assert_eq!(changed, [now.city]);
}
