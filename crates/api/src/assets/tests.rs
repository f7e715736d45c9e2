use actix_web::{App, HttpServer, body::to_bytes, test::TestRequest, web};
use rust_embed::Metadata;

use super::*;
use crate::{
    config::Config,
    outgoing::{Attempts, Outgoing},
};

const SCRIPT: &str = "gangway_frontend-0a1b2c3d4e5f6071.js";

fn files(path: &str) -> Option<EmbeddedFile> {
    let (content, mime): (&'static [u8], _) = match path {
        "index.html" => (b"<html>", "text/html"),
        "gangway_frontend-0a1b2c3d4e5f6071.js" => (b"plain", "text/javascript"),
        "gangway_frontend-0a1b2c3d4e5f6071.js.br" => (b"brotli", "application/octet-stream"),
        "gangway_frontend-0a1b2c3d4e5f6071.js.gz" => (b"gzip", "application/gzip"),
        "favicon.svg" => (b"<svg>", "image/svg+xml"),
        _ => return None,
    };
    let mut hash = [0; 32];
    hash[..content.len()].copy_from_slice(content);
    let metadata = Metadata::__rust_embed_new(hash, None, None, mime);
    Some(EmbeddedFile {
        data: Cow::Borrowed(content),
        metadata,
    })
}

fn ask(request: TestRequest) -> HttpResponse {
    page_or_file(&request.to_http_request(), files)
}

fn get(path: &str) -> HttpResponse {
    ask(TestRequest::get().uri(path))
}

fn header<'a>(response: &'a HttpResponse, name: &str) -> &'a str {
    response
        .headers()
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

async fn body(response: HttpResponse) -> Bytes {
    to_bytes(response.into_body()).await.ok().unwrap()
}

#[actix_web::test]
async fn pages_of_the_application_are_its_index() {
    for path in [
        "/",
        "/clients",
        "/clients/01/wizard/company-info",
        "/invite",
    ] {
        let response = get(path);
        assert_eq!(response.status(), 200, "{path}");
        assert_eq!(header(&response, "cache-control"), "no-cache");
        assert_eq!(
            header(&response, "content-type"),
            "text/html; charset=utf-8"
        );
        assert_eq!(body(response).await, "<html>");
    }
}

#[test]
fn what_is_no_page_and_no_file_is_not_found() {
    for path in [
        "/api/v1/nothing",
        "/public/x",
        "/hooks/twilio",
        "/widget/v2.js",
        "/problems/nope",
        "/docs/x",
        "/api",
        "/missing.js",
        "/assets/missing-0a1b2c3d.css",
        "/../Cargo.toml",
        "/.env",
        "/gangway_frontend-0a1b2c3d4e5f6071.js.br",
    ] {
        let response = get(path);
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(
            header(&response, "content-type"),
            "application/problem+json"
        );
    }
}

#[test]
fn other_methods_are_refused_by_name() {
    let response = ask(TestRequest::post().uri("/clients"));
    assert_eq!(response.status(), 405);
    assert_eq!(header(&response, "allow"), "GET, HEAD");
    assert_eq!(
        ask(TestRequest::post().uri("/api/v1/nothing")).status(),
        404
    );
}

#[actix_web::test]
async fn the_best_accepted_encoding_is_sent() {
    for (accepted, encoding, content) in [
        ("gzip, deflate, br", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip", "gzip", "gzip"),
        ("identity", "", "plain"),
        ("", "", "plain"),
    ] {
        let request = TestRequest::get().uri(&format!("/{SCRIPT}"));
        let response = ask(request.insert_header((ACCEPT_ENCODING, accepted)));
        assert_eq!(
            header(&response, "content-encoding"),
            encoding,
            "{accepted}"
        );
        assert_eq!(
            header(&response, "content-type"),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(header(&response, "vary"), "accept-encoding");
        assert_eq!(body(response).await, content, "{accepted}");
    }
    assert_eq!(header(&get(&format!("/{SCRIPT}")), "content-encoding"), "");
}

#[test]
fn hashed_names_are_kept_for_ever_and_others_asked_for() {
    assert_eq!(cache_control(SCRIPT), FOR_EVER);
    assert_eq!(
        cache_control("gangway_frontend-0a1b2c3d4e5f6071_bg.wasm"),
        FOR_EVER
    );
    for path in [
        "favicon.svg",
        "index.html",
        "snippets/leptos-0a1b2c3d4e5f6071/inline0.js",
    ] {
        assert_eq!(cache_control(path), ASK_FIRST, "{path}");
    }
}

#[actix_web::test]
async fn what_the_caller_has_is_not_sent_again() {
    let tag = header(&get("/favicon.svg"), "etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() == 45, "{tag}");
    for given in [tag.clone(), format!("\"other\", W/{tag}"), "*".to_owned()] {
        let response = ask(TestRequest::get()
            .uri("/favicon.svg")
            .insert_header((IF_NONE_MATCH, given)));
        assert_eq!(response.status(), 304);
        assert_eq!(header(&response, "etag"), tag);
        assert!(body(response).await.is_empty());
    }
    let other = ask(TestRequest::get()
        .uri("/favicon.svg")
        .insert_header((IF_NONE_MATCH, "\"x\"")));
    assert_eq!(other.status(), 200);
}

#[actix_web::test]
async fn without_a_build_the_page_says_how_to_build() {
    let request = TestRequest::get().uri("/").to_http_request();
    let response = page_or_file(&request, |_| None);
    assert_eq!(response.status(), 503);
    assert!(String::from_utf8_lossy(&body(response).await).contains("./just web"));
}

#[actix_web::test]
async fn head_is_answered_without_a_body() {
    let handler = |request: HttpRequest| async move { page_or_file(&request, files) };
    let app = move || App::new().default_service(web::to(handler));
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", server.addrs()[0]);
    tokio::spawn(server.disable_signals().run());
    let config = Config::from_pairs(&[("GANGWAY_TWILIO_BASE_URL", &base)]).unwrap();
    let http = Outgoing::new(&config, Attempts::counted())
        .unwrap()
        .provider_client();
    let answer = http
        .head(format!("{base}/favicon.svg"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-length"], "5");
    assert!(answer.bytes().await.unwrap().is_empty());
}
