//! The logo of a client.

mod corpus;
mod delete_logo;
#[cfg(feature = "failpoints")]
mod killed;
mod many;
mod names;
mod put_logo;
mod quota;
mod read_logo;
mod refused;
mod s3;
mod s3_played;
mod swept;

use crate::support::{ClientUser, World};
use gangway_api_client::{Answer, Call, Client};
use gangway_domain::ids::ClientId;
use image::{ImageFormat, Rgb, RgbImage};
use reqwest::Method;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

const LOGO: &str = "/api/v1/clients/{id}/logo";

/// A PNG in one color.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    colored(width, height, 0x00c8_1e3c)
}

/// A PNG that there was not before.
pub fn any_png() -> Vec<u8> {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    colored(70, 70, NEXT.fetch_add(1, Ordering::Relaxed))
}

fn colored(width: u32, height: u32, color: u32) -> Vec<u8> {
    let [_, r, g, b] = color.to_be_bytes();
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(width, height, Rgb([r, g, b]))
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

/// A user of a client, signed in.
async fn jane(world: &World) -> ClientUser {
    let owner = world.partner("Harbor IT").await;
    world.client_of(&owner, "jane@client.example").await
}

/// Uploads a body as it is, whatever comes.
async fn put(api: &Client, client: ClientId, name: &str, body: Vec<u8>) -> Answer {
    let call = Call::new("put_logo", Method::PUT, LOGO).with(client);
    sent(api, call.query("name", name).file(body)).await
}

/// Reads in a size, whatever comes.
async fn get(api: &Client, client: ClientId, size: &str) -> Answer {
    sent(
        api,
        Call::get("read_logo", LOGO)
            .with(client)
            .query("size", size),
    )
    .await
}

async fn sent(api: &Client, call: Call) -> Answer {
    let token = api.access_token();
    api.exchange(&call, token.as_deref())
        .await
        .expect("an answer")
}

/// The folder where files lie.
fn folder(world: &World) -> PathBuf {
    let named = |(name, _): &&(String, String)| name == "GANGWAY_DATA_DIR";
    let data = &world.settings().iter().find(named).expect("a folder").1;
    Path::new(data).join("files")
}

/// Every file in it, by its path from there.
fn files(world: &World) -> Vec<String> {
    let mut found = Vec::new();
    look(&folder(world), "", &mut found);
    found.sort();
    found
}

fn look(folder: &Path, at: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{at}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            look(&entry.path(), &name, found);
        } else {
            found.push(name);
        }
    }
}
