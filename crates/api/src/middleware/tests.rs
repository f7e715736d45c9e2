use actix_web::{App, HttpResponse, HttpServer, Responder, http::header, web};
use gangway_domain::problem::Problem;
use reqwest::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, STRICT_TRANSPORT_SECURITY};

use super::*;
use crate::outgoing::{Attempts, Outgoing};

/// A real server with handlers that behave and misbehave, and a client for it.
async fn server(pairs: &[(&str, &str)]) -> (String, reqwest::Client) {
    let door = Door::new(&Config::from_pairs(pairs).unwrap());
    let app = move || {
        App::new()
            .wrap(door)
            .route("/id/{thing}", web::get().to(|id: RequestId| async { id.0 }))
            .route("/panic", web::get().to(panics))
            .route(
                "/refuse",
                web::get().to(|| async { Err::<&str, _>(Refusal::not_found()) }),
            )
            .route("/cached", web::get().to(cached))
    };
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", server.addrs()[0]);
    tokio::spawn(server.disable_signals().run());
    let pairs = [("GANGWAY_TWILIO_BASE_URL", base.as_str())];
    let outgoing = Outgoing::new(&Config::from_pairs(&pairs).unwrap(), Attempts::counted());
    (base.clone(), outgoing.unwrap().provider_client())
}

async fn cached() -> impl Responder {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "max-age=60"))
        .finish()
}

async fn panics() -> &'static str {
    panic!("a detail nobody outside should read")
}

#[actix_web::test]
async fn ob_02_a_panic_is_a_500_with_a_reference_and_the_process_lives() {
    let (base, http) = server(&[]).await;
    for _ in 0..3 {
        let answer = http.get(format!("{base}/panic")).send().await.unwrap();
        assert_eq!(answer.status(), 500);
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        assert!(answer.headers().contains_key(CONTENT_SECURITY_POLICY));
        let id = answer.headers()["x-request-id"]
            .to_str()
            .unwrap()
            .to_owned();
        let text = answer.text().await.unwrap();
        assert!(
            !text.contains("nobody outside") && !text.contains(".rs"),
            "{text}"
        );
        let problem: Problem = serde_json::from_str(&text).unwrap();
        assert_eq!((problem.code(), &problem.reference), ("internal", &id));
    }
    assert_eq!(
        http.get(format!("{base}/id/1"))
            .send()
            .await
            .unwrap()
            .status(),
        200
    );
}

#[actix_web::test]
async fn the_request_id_comes_in_and_goes_out() {
    let (base, http) = server(&[]).await;
    let call = http
        .get(format!("{base}/id/1"))
        .header("x-request-id", "from.caller-1");
    let answer = call.send().await.unwrap();
    assert_eq!(answer.headers()["x-request-id"], "from.caller-1");
    assert_eq!(answer.text().await.unwrap(), "from.caller-1");
    let call = http
        .get(format!("{base}/refuse"))
        .header("x-request-id", "bad id");
    let answer = call.send().await.unwrap();
    let id = answer.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(!id.contains(' '));
    assert_eq!(answer.json::<Problem>().await.unwrap().reference, id);
}

#[actix_web::test]
async fn xs_02_every_kind_of_answer_has_the_security_headers() {
    let (base, http) = server(&[]).await;
    for path in ["/id/1", "/refuse", "/panic", "/cached", "/nowhere"] {
        let answer = http.get(format!("{base}{path}")).send().await.unwrap();
        let headers = answer.headers();
        assert!(
            headers[CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap()
                .contains("object-src 'none'")
        );
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
        assert_eq!(
            headers["cross-origin-opener-policy"], "same-origin",
            "{path}"
        );
        let cache = if path == "/cached" {
            "max-age=60"
        } else {
            "no-store"
        };
        assert_eq!(headers[CACHE_CONTROL], cache, "{path}");
        assert!(!headers.contains_key(STRICT_TRANSPORT_SECURITY), "{path}");
    }
}

#[actix_web::test]
async fn xs_02_browsers_are_told_to_stay_with_tls_where_there_is_tls() {
    let (base, http) = server(&[("GANGWAY_BASE_URL", "https://gangway.example")]).await;
    let answer = http.get(format!("{base}/nowhere")).send().await.unwrap();
    assert!(answer.headers().contains_key(STRICT_TRANSPORT_SECURITY));
}

#[actix_web::test]
async fn h7_requests_are_counted_by_route_template() {
    metrics::install();
    let (base, http) = server(&[]).await;
    http.get(format!("{base}/id/someone@example.com?q=secret"))
        .send()
        .await
        .unwrap();
    let text = metrics::render();
    assert!(
        text.contains("route=\"/id/{thing}\",status=\"200\""),
        "{text}"
    );
    assert!(
        !text.contains("someone") && !text.contains("q=secret"),
        "{text}"
    );
}
