//! UP-09: clients out as a list, and in again.

use super::{imported, uploaded};
use crate::support::{World, key, token_of};
use crate::texting::ready;
use gangway_api_client::List;
use gangway_domain::client_rows::column_names;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{
    ClientRecord, CustomFieldKind, ImportState, NewCustomField, SaveTechGroup, SendInvite, Token,
};
use gangway_sheet::{Writer, guarded};

const NAMES: [&str; 3] = ["=1+1 Ltd", "Straße, \"Söhne\"", "'=cmd"];

#[tokio::test]
async fn up_09_a_client_that_set_itself_up_is_exported_with_whoever_did_and_can_be_imported() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let owner = world.sign_in("owner@harborit.example").await;
    let owner = owner.expect("signs in");
    let read = owner.api.read_client_record(jane.client).await;
    let contact = read
        .expect("reads")
        .value
        .primary_contact
        .expect("a contact");
    assert_eq!(contact.email, "jane@client.example");
    assert_eq!(
        (&*contact.first_name, &*contact.last_name),
        ("Casey", "Comer")
    );
    let file = owner.api.export_clients(false).await.expect("exports");
    let there = world.partner("Other IT").await;
    let import = uploaded(&there, file).await;
    assert_eq!((import.good, import.faulty), (1, 0), "{import:?}");
}

#[tokio::test]
async fn d17_who_sets_two_companies_up_is_the_first_contact_of_the_first() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let body = SendInvite {
        email: jane.email.clone(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let token = token_of(&world.mail_to(&jane.email).await);
    let accepted = jane.api.accept_invite_as_me(&Token { token }).await;
    let me = accepted.expect("accepts").me;
    let second = me.place().and_then(|place| place.client.as_ref());
    let second = second.expect("a client").id;
    let contact_of = async |client| {
        let read = owner.api.read_client_record(client).await.expect("reads");
        read.value.primary_contact.map(|contact| contact.email)
    };
    assert_eq!(contact_of(jane.client).await, Some(jane.email.clone()));
    assert_eq!(contact_of(second).await, None);
}

#[tokio::test]
async fn d1_nobody_of_the_partner_s_own_staff_becomes_a_first_contact() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = "admin@harborit.example";
    let admin = world.staff(&owner, StaffRole::Administrator, admin).await;
    let body = SendInvite {
        email: owner.email.clone(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let token = token_of(&world.mail_to(&owner.email).await);
    let accepted = owner.api.accept_invite_as_me(&Token { token }).await;
    let me = accepted.expect("accepts").me;
    let client = me.place().and_then(|place| place.client.as_ref());
    let client = client.expect("a client").id;
    let read = admin.api.read_client_record(client).await.expect("reads");
    assert_eq!(read.value.primary_contact, None);
}

#[tokio::test]
async fn up_09_what_is_exported_is_imported_again_as_it_was() {
    let world = World::start().await;
    let (mut lists, mut records) = (Vec::new(), Vec::new());
    let here = world.partner("Harbor IT").await;
    let there = world.partner("Other IT").await;
    for by in [&here, &there] {
        let group = SaveTechGroup {
            name: "Service Desk".to_owned(),
            members: Vec::new(),
        };
        by.api
            .create_tech_group(&group, &key())
            .await
            .expect("makes");
        let field = NewCustomField {
            name: "Contract".to_owned(),
            kind: CustomFieldKind::Date,
            choices: Vec::new(),
            is_mandatory: false,
        };
        by.api
            .create_custom_field(&field, &key())
            .await
            .expect("makes");
    }
    here.api.create_test_client(&key()).await.expect("makes");
    let mut file = list_of_everything();
    for by in [&here, &there] {
        let import = uploaded(by, file).await;
        assert_eq!((import.good, import.faulty), (3, 0), "{import:?}");
        let done = imported(&world, by, import.id).await;
        assert_eq!((done.state, done.created), (ImportState::Done, 3));
        file = by.api.export_clients(false).await.expect("exports");
        lists.push(String::from_utf8(file.clone()).expect("text"));
        let clients = by
            .api
            .list_clients(List::first())
            .await
            .expect("lists")
            .data;
        let mut own = Vec::new();
        for client in clients
            .iter()
            .filter(|client| NAMES.contains(&client.name.as_deref().unwrap_or_default()))
        {
            let read = by.api.read_client_record(client.id).await.expect("reads");
            own.push(plain(read.value));
        }
        own.sort();
        assert_eq!(own.len(), 3);
        records.push(own);
    }
    assert_eq!(lists[0], lists[1]);
    assert_eq!(records[0], records[1]);
    assert!(lists[0].starts_with('\u{feff}'));
    let formula = format!("\n{},", guarded(NAMES[0]));
    assert!(lists[0].contains(&formula), "{}", lists[0]);
    let tests = here.api.export_clients(true).await.expect("exports");
    assert_eq!(String::from_utf8(tests).expect("text").lines().count(), 2);
}

fn list_of_everything() -> Vec<u8> {
    let mut columns = column_names(&[]);
    columns.push("Custom:Contract".to_owned());
    let mut writer = Writer::new(Vec::new(), columns.iter().map(String::as_str)).expect("writes");
    for (at, name) in NAMES.into_iter().enumerate() {
        let email = format!("pat@{at}.example");
        let domains = format!("a{at}.example,b{at}.example");
        let cells = [
            name,
            "Pat",
            "O'Doe",
            &email,
            "44",
            "2079460958",
            "Head office",
            "1 High Street\nFlat 2",
            "London",
            "LND",
            "SW1A 1AA",
            "GB",
            "Europe/London",
            &domains,
            "",
            "service desk",
            "Sam Two",
            // The last has no address, as records may be written down.
            if at == 2 { "" } else { "sam@two.example" },
            "2027-01-31",
        ];
        writer.row(cells).expect("writes");
    }
    writer.finish().expect("writes")
}

/// What is the same wherever it is kept.
fn plain(record: ClientRecord) -> String {
    let sites: Vec<_> = record
        .sites
        .iter()
        .map(|site| {
            let address = (&site.address_line1, &site.address_line2);
            (
                &site.name,
                address,
                &site.region,
                &site.postal_code,
                &site.time_zone,
            )
        })
        .collect();
    let groups: Vec<_> = record.tech_groups.iter().map(|group| &group.name).collect();
    let values: Vec<_> = record
        .custom_values
        .iter()
        .map(|value| (&value.name, &value.value))
        .collect();
    format!(
        "{:?} {:?} {:?} {sites:?} {:?} {groups:?} {values:?}",
        record.name, record.primary_contact, record.secondary_contact, record.email_domains
    )
}
