//! An object store that speaks as much of S3 as Gangway asks for, and refuses what is not signed.

use actix_web::web::{Bytes, Data, Query, to};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use std::collections::{BTreeMap, HashMap};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

pub const BUCKET: &str = "gangway-files";
pub const KEY_ID: &str = "AKIDEXAMPLE";
pub const SECRET: &str = "wJalrXUtnFEMI";

/// Objects by key, and how often it was called; it can be told to fail.
#[derive(Clone, Default)]
pub struct Played(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    objects: BTreeMap<String, Bytes>,
    failing: bool,
    calls: usize,
}

impl Played {
    /// Starts it on a free port.
    pub fn start() -> (Self, SocketAddr) {
        let played = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let addr = listener.local_addr().expect("an address");
        let data = Data::new(played.clone());
        let app = move || {
            App::new()
                .app_data(data.clone())
                .default_service(to(answer))
        };
        let server = HttpServer::new(app).workers(1).disable_signals();
        actix_web::rt::spawn(server.listen(listener).expect("listens").run());
        (played, addr)
    }

    pub fn keys(&self) -> Vec<String> {
        self.0
            .lock()
            .expect("whole")
            .objects
            .keys()
            .cloned()
            .collect()
    }

    pub fn calls(&self) -> usize {
        self.0.lock().expect("whole").calls
    }

    pub fn fail(&self, failing: bool) {
        self.0.lock().expect("whole").failing = failing;
    }
}

async fn answer(
    played: Data<Played>,
    request: HttpRequest,
    query: Query<HashMap<String, String>>,
    body: Bytes,
) -> HttpResponse {
    let mut state = played.0.lock().expect("whole");
    state.calls += 1;
    if state.failing {
        return HttpResponse::InternalServerError().finish();
    }
    if !is_signed(&request, &body) {
        return HttpResponse::Forbidden().finish();
    }
    let path = request.path().trim_start_matches('/');
    let Some(key) = path.strip_prefix(BUCKET) else {
        return HttpResponse::NotFound().finish();
    };
    let key = key.trim_start_matches('/').to_owned();
    match request.method().as_str() {
        "PUT" => {
            state.objects.insert(key, body);
            HttpResponse::Ok().insert_header(("etag", "\"e\"")).finish()
        }
        "DELETE" => {
            state.objects.remove(&key);
            HttpResponse::NoContent().finish()
        }
        _ if query.contains_key("list-type") => {
            let prefix = query.get("prefix").map_or("", String::as_str);
            HttpResponse::Ok()
                .content_type("application/xml")
                .body(listed(&state, prefix))
        }
        _ => match state.objects.get(&key) {
            Some(bytes) => HttpResponse::Ok()
                .insert_header(("etag", "\"e\""))
                .insert_header(("last-modified", "Thu, 26 Nov 2026 12:00:00 GMT"))
                .body(bytes.clone()),
            None => HttpResponse::NotFound().finish(),
        },
    }
}

fn listed(state: &State, prefix: &str) -> String {
    let entries = state
        .objects
        .iter()
        .filter(|(key, _)| key.starts_with(prefix));
    let entries: String = entries
        .map(|(key, bytes)| {
            let size = bytes.len();
            format!("<Contents><Key>{key}</Key><Size>{size}</Size><LastModified>2026-11-26T12:00:00.000Z</LastModified><ETag>e</ETag></Contents>")
        })
        .collect();
    format!("<ListBucketResult><IsTruncated>false</IsTruncated>{entries}</ListBucketResult>")
}

/// By AWS Signature Version 4, computed here from its description.
fn is_signed(request: &HttpRequest, body: &[u8]) -> bool {
    let header = |name: &str| {
        let value = request.headers().get(name)?.to_str().ok()?;
        Some(value.trim().to_owned())
    };
    let hash = hex(ring::digest::digest(&ring::digest::SHA256, body).as_ref());
    let (Some(given), Some(at)) = (header("authorization"), header("x-amz-date")) else {
        return false;
    };
    let part = |name: &str| {
        let rest = given.split(name).nth(1)?;
        Some(rest.split([',', ' ']).next()?.to_owned())
    };
    let names = part("SignedHeaders=").unwrap_or_default();
    let signed: String = names
        .split(';')
        .map(|name| format!("{name}:{}\n", header(name).unwrap_or_default()))
        .collect();
    let mut query: Vec<&str> = request
        .query_string()
        .split('&')
        .filter(|one| !one.is_empty())
        .collect();
    query.sort_unstable();
    let canonical = format!(
        "{}\n{}\n{}\n{signed}\n{names}\n{hash}",
        request.method(),
        request.path(),
        query.join("&")
    );
    let canonical = hex(ring::digest::digest(&ring::digest::SHA256, canonical.as_bytes()).as_ref());
    let day = at.get(..8).unwrap_or_default();
    let scope = format!("{day}/eu-test-1/s3/aws4_request");
    let text = format!("AWS4-HMAC-SHA256\n{at}\n{scope}\n{canonical}");
    let mut key = format!("AWS4{SECRET}").into_bytes();
    for part in [day, "eu-test-1", "s3", "aws4_request"] {
        key = hmac(&key, part);
    }
    header("x-amz-content-sha256") == Some(hash)
        && part("Credential=") == Some(format!("{KEY_ID}/{scope}"))
        && part("Signature=") == Some(hex(&hmac(&key, &text)))
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, key);
    ring::hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    gangway::keys::hex(bytes)
}
