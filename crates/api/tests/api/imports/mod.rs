//! Lists of clients: uploaded, checked, confirmed, imported, undone.

mod corpus;
mod correct;
mod download;
mod export;
#[cfg(feature = "failpoints")]
mod killed;
#[cfg(target_os = "linux")]
mod load;
mod matching;
mod refused;
mod tidied;
mod undo;
mod upload;

use crate::support::{Staff, World, key};
use gangway_domain::ids::ImportId;
use gangway_domain::wire::ClientImport;
use std::fmt::Write as _;

/// The columns of the lists here.
pub const HEADER: &str = "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,Code,PhoneNumber,SiteName,Address,City,State,PostalCode,Country,Timezone,EmailDomains";

/// A list of clients by name, each with an address and a domain that go by the name.
pub fn list(names: &[&str]) -> Vec<u8> {
    let mut text = format!("{HEADER}\r\n");
    for name in names {
        text += &row(name);
    }
    text.into_bytes()
}

/// A list of so many clients.
pub fn long(count: usize) -> Vec<u8> {
    let mut text = format!("{HEADER}\r\n");
    for number in 0..count {
        text += &row(&format!("Client {number:06}"));
    }
    text.into_bytes()
}

/// A row.
pub fn row(name: &str) -> String {
    let plain = name.to_lowercase().replace([' ', '&'], "-");
    let mut text = String::new();
    let _ = write!(
        text,
        "{name},Pat,Doe,pat@{plain}-mail.example,1,2025550143,Head office,1 Main Street,New York,NY,10001,US,America/New_York,{plain}.example\r\n"
    );
    text
}

/// An upload that is taken.
pub async fn uploaded(by: &Staff, file: Vec<u8>) -> ClientImport {
    let made = by
        .api
        .upload_import("clients.csv", file, false, &key())
        .await;
    made.expect("uploads")
}

/// The import as it is now.
pub async fn now(by: &Staff, id: ImportId) -> ClientImport {
    by.api.read_import(id).await.expect("reads")
}

/// Confirms an import and does what is to be done.
pub async fn imported(world: &World, by: &Staff, id: ImportId) -> ClientImport {
    by.api.confirm_import(id).await.expect("confirms");
    world.run_jobs().await;
    now(by, id).await
}

/// The counts of an import are what the database holds.
pub async fn assert_true(world: &World, import: &ClientImport) {
    let id = import.id.0;
    let of = |table: &str| {
        let id = if world.is_on_postgres() {
            format!("'{id}'")
        } else {
            format!("x'{}'", id.simple())
        };
        format!("select cast(count(*) as text) from {table} where import_id = {id}")
    };
    let count = async |sql: String| world.texts(&sql).await[0].parse::<u32>().expect("a number");
    let made = count(of("client_import_clients")).await;
    let rows = count(format!("{} and not corrected", of("client_import_rows"))).await;
    assert_eq!((import.created, import.faulty), (made, rows), "{import:?}");
    assert_eq!(import.good + import.faulty, import.rows, "{import:?}");
}
