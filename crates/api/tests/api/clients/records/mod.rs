//! What a partner keeps on its clients.

mod choices;
mod create_client_record;
mod create_records;
mod create_test_client;
mod headquarters;
mod taken_once;
mod update_client_record;

use crate::availability::office_hours;
use crate::support::{Staff, key};
use gangway_api_client::{Failure, Tagged};
use gangway_domain::ids::{ClientId, CustomFieldId, TechGroupId};
use gangway_domain::wire::{
    BusinessHours, ClientRecord, CustomFieldKind, NewClientRecord, NewCustomField, Phone,
    PrimaryContact, SaveSite, SaveTechGroup, UpdateClientRecord,
};

/// A client with what is mandatory, and hours.
pub fn new_record(name: &str, email: &str) -> NewClientRecord {
    let hours = office_hours("Hours");
    NewClientRecord {
        name: name.to_owned(),
        primary_contact: PrimaryContact {
            first_name: "Pat".to_owned(),
            last_name: "Doe".to_owned(),
            email: email.to_owned(),
            phone: None,
        },
        sites: vec![site("Main office", true)],
        hours: Some(BusinessHours {
            week: hours.week,
            holidays: hours.holidays,
        }),
        ..NewClientRecord::default()
    }
}

/// A site in New York.
pub fn site(name: &str, is_headquarters: bool) -> SaveSite {
    SaveSite {
        name: name.to_owned(),
        is_headquarters,
        address_line1: Some("1 Main Street".to_owned()),
        city: Some("New York".to_owned()),
        region: Some("NY".to_owned()),
        postal_code: Some("10001".to_owned()),
        country: Some("US".to_owned()),
        time_zone: "America/New_York".to_owned(),
        ..SaveSite::default()
    }
}

pub fn phone(code: &str, number: &str) -> Phone {
    Phone {
        code: code.to_owned(),
        number: number.to_owned(),
    }
}

/// Writes a client down.
pub async fn written(owner: &Staff, name: &str, email: &str) -> ClientRecord {
    let body = new_record(name, email);
    let made = owner.api.create_client_record(&body, &key()).await;
    made.expect("writes down")
}

/// Reads a record, then changes it.
pub async fn change(
    by: &Staff,
    id: ClientId,
    body: &UpdateClientRecord,
) -> Result<Tagged<ClientRecord>, Failure> {
    let etag = by.api.read_client_record(id).await?.etag;
    by.api.update_client_record(id, body, &etag).await
}

/// A group of the partner's.
pub async fn group(owner: &Staff, name: &str) -> TechGroupId {
    let body = SaveTechGroup {
        name: name.to_owned(),
        members: vec![owner.place()],
    };
    let made = owner.api.create_tech_group(&body, &key()).await;
    made.expect("makes").id
}

/// A field of the partner's own.
pub async fn field(owner: &Staff, body: NewCustomField) -> CustomFieldId {
    let made = owner.api.create_custom_field(&body, &key()).await;
    made.expect("makes").id
}

/// A field of a kind.
pub fn of_kind(name: &str, kind: CustomFieldKind) -> NewCustomField {
    NewCustomField {
        name: name.to_owned(),
        kind,
        choices: Vec::new(),
        is_mandatory: false,
    }
}
