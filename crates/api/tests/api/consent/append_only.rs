//! B33: the database itself refuses to change or remove a consent or a wording.

use super::{entry, ready, recorded};
use crate::support::{World, operations};
use gangway_domain::wire::{ConsentKind, ConsentSource, PutConsentWording};
use sea_orm::ConnectionTrait as _;

#[tokio::test]
async fn b33_no_consent_and_no_wording_is_changed_or_removed() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    recorded(
        &world,
        entry(&jane, ConsentKind::Given, ConsentSource::Widget),
    )
    .await;
    let read = jane.api.read_consent_wording(jane.client).await;
    let text = "Yes, text me about my order. Reply STOP to end it at any time.".to_owned();
    jane.api
        .put_consent_wording(
            jane.client,
            &PutConsentWording { text },
            &read.expect("reads").etag,
        )
        .await
        .expect("writes");
    let before = world.tables().await;
    for table in ["consents", "consent_wordings"] {
        assert_eq!(before[table].len(), 1, "{table}");
        for sql in [
            format!("update {table} set client_id = client_id"),
            format!("delete from {table}"),
            format!("truncate {table}"),
        ] {
            if sql.starts_with("truncate") && !world.is_on_postgres() {
                continue;
            }
            let tx = world.context().db.begin().await.expect("begins");
            let refused = tx.execute_unprepared(&sql).await.expect_err(&sql);
            assert!(
                refused.to_string().contains("are never"),
                "{sql}: {refused}"
            );
            tx.rollback().await.expect("rolls back");
        }
    }
    assert_eq!(world.tables().await, before);
}

#[test]
fn b33_no_operation_changes_or_removes_consents() {
    let of_consents: Vec<_> = operations()
        .into_iter()
        .filter(|operation| operation.path.contains("/consents"))
        .map(|operation| (operation.method, operation.id))
        .collect();
    assert_eq!(of_consents.len(), 3, "{of_consents:?}");
    for (method, id) in of_consents {
        assert!(method == "get" || id == "end_consent", "{method} {id}");
    }
}
