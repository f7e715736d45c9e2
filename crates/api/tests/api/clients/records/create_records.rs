//! What an import is made of: many clients in one transaction, each whole.

use super::{new_record, written};
use crate::support::{Staff, World};
use gangway::clients::records::{MOST_RECORDS, Outcome, Record, create_records, held};
use gangway::extract::{Authority, Caller};
use gangway_domain::roles::{Role, StaffRole};
use serde_json::json;

fn caller(owner: &Staff) -> Caller {
    Caller {
        person_id: owner.me.id,
        email: owner.email.clone(),
        name: "Olive Owner".to_owned(),
        place_id: owner.place(),
        partner: owner.partner(),
        client: None,
        authority: Authority::Role(Role::Staff(StaffRole::Owner)),
        proven_at: None,
    }
}

fn record(name: &str, email: &str) -> Record {
    let mut body = new_record(name, email);
    body.email_domains = vec![format!(
        "{}.example",
        email.split('@').next().expect("a name")
    )];
    Record::parse(body).expect("right")
}

#[tokio::test]
async fn up_04_five_hundred_clients_are_written_whole_or_not_at_all_in_one_transaction() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    written(&owner, "Existing", "existing@client.example").await;
    let mut records: Vec<Record> = (0..MOST_RECORDS - 4)
        .map(|number| {
            record(
                &format!("Client {number}"),
                &format!("pat{number}@acme.example"),
            )
        })
        .collect();
    records.insert(7, record(" EXISTING ", "new@client.example"));
    records.insert(8, record("New", "Existing@client.example"));
    records.insert(9, record("client 0", "other@client.example"));
    records.insert(10, record("Own", &owner.email));
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    let begun = std::time::Instant::now();
    let made = create_records(ctx, &tx, &caller(&owner), &records, &json!({"import": 1})).await;
    let outcomes = made.expect("writes");
    tx.commit().await.expect("commits");
    println!("UP-04: {} clients in {:?}", records.len(), begun.elapsed());
    assert_eq!(outcomes.len(), MOST_RECORDS);
    let refused = |at: usize| match &outcomes[at] {
        Outcome::Refused(faults) => (faults[0].pointer.clone(), faults[0].code.clone()),
        Outcome::Made(_) => panic!("{at} was made"),
    };
    let fault = |pointer: &str, code: &str| (pointer.to_owned(), code.to_owned());
    assert_eq!(refused(7), fault("/name", "duplicate_existing"));
    assert_eq!(
        refused(8),
        fault("/primary_contact/email", "duplicate_existing")
    );
    assert_eq!(refused(9), fault("/name", "duplicate_existing"));
    assert_eq!(refused(10), fault("/primary_contact/email", "own_email"));
    let whole = MOST_RECORDS - 4;
    let is_made = |outcome: &&Outcome| matches!(outcome, Outcome::Made(_));
    assert_eq!(outcomes.iter().filter(is_made).count(), whole);
    for table in [
        "clients",
        "contacts",
        "sites",
        "client_hours",
        "onboardings",
    ] {
        assert_eq!(world.rows(table).await, whole + 1, "{table}");
    }
    assert_eq!(world.rows("client_domains").await, whole);
    assert_eq!(world.events("client.created").await, whole + 1);
    let held = held(ctx.db.reader(), owner.partner()).await.expect("reads");
    let counts = (held.names.len(), held.emails.len(), held.domains.len());
    assert_eq!(counts, (whole + 1, whole + 1, whole));
    let checked = gangway::events::verify(ctx).await.expect("verifies");
    assert_eq!(checked.broken, None);
}

#[tokio::test]
async fn up_05_two_batches_at_once_with_the_same_names_make_each_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let records: Vec<Record> = (0..40)
        .map(|number| {
            record(
                &format!("Client {number}"),
                &format!("pat{number}@acme.example"),
            )
        })
        .collect();
    let batch = async |records: Vec<Record>| {
        let ctx = world.context();
        let tx = ctx.db.begin().await.expect("begins");
        let made = create_records(ctx, &tx, &caller(&owner), &records, &json!({})).await;
        tx.commit().await.expect("commits");
        made.expect("writes")
    };
    let backwards = records.iter().rev().cloned().collect();
    let (one, other) = tokio::join!(batch(records), batch(backwards));
    let is_made = |outcome: &&Outcome| matches!(outcome, Outcome::Made(_));
    let made = one.iter().chain(&other).filter(is_made).count();
    assert_eq!((made, world.rows("clients").await), (40, 40));
}
