//! What is counted and timed, and where Prometheus reads it.

use std::{io, net::SocketAddr, sync::OnceLock, time::Duration};

use actix_web::{App, HttpResponse, HttpServer, dev::ServerHandle, http::Method, web};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::jobs::{Job, Provider, Standing};

const REQUESTS: &str = "gangway_http_requests_total";
const REQUEST_SECONDS: &str = "gangway_http_request_seconds";
const JOBS: &str = "gangway_jobs_total";
const JOBS_WAITING: &str = "gangway_jobs_waiting";
const JOBS_OLDEST: &str = "gangway_jobs_oldest_seconds";
const JOBS_RUNNING: &str = "gangway_jobs_running";
const JOBS_FAILED: &str = "gangway_jobs_failed";
const JOBS_DEAD: &str = "gangway_jobs_dead_total";
const PROVIDER_DOWN: &str = "gangway_provider_down";
const NUMBERS_SPARE: &str = "gangway_numbers_spare_total";
const MAILS: &str = "gangway_mails_total";
const OUTGOING: &str = "gangway_outgoing_attempts_total";
const NUMBERS_REFUSED: &str = "gangway_numbers_refused_total";
const TEXTS_REFUSED: &str = "gangway_texts_refused_total";
const PANICS: &str = "gangway_panics_total";

const BUCKETS_S: &[f64] = &[
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
];

static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Starts counting, once per process.
pub fn install() {
    let _ = handle();
}

fn handle() -> Option<&'static PrometheusHandle> {
    HANDLE.get_or_init(make).as_ref()
}

fn make() -> Option<PrometheusHandle> {
    let seconds = Matcher::Suffix("_seconds".to_owned());
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(seconds, BUCKETS_S)
        .ok()?;
    let handle = builder.install_recorder().ok()?;
    describe_counter!(
        REQUESTS,
        "Requests answered, by method, route template and status"
    );
    describe_histogram!(
        REQUEST_SECONDS,
        "Seconds until the answer, by method and route template"
    );
    describe_counter!(JOBS, "Jobs worked on, by kind and outcome");
    describe_gauge!(JOBS_WAITING, "Jobs that are due and not yet taken");
    describe_gauge!(JOBS_OLDEST, "Seconds the oldest of them has been due");
    describe_gauge!(JOBS_RUNNING, "Jobs at work, in all processes");
    describe_gauge!(
        JOBS_FAILED,
        "Jobs given up: gangway jobs list --state dead shows them"
    );
    describe_counter!(JOBS_DEAD, "Jobs given up, by kind");
    describe_gauge!(
        PROVIDER_DOWN,
        "1 while a provider is taken for down, by provider"
    );
    describe_counter!(
        NUMBERS_SPARE,
        "Phone numbers bought that belong to nobody: release them at Twilio"
    );
    describe_counter!(MAILS, "Mails handed to the mail server, by outcome");
    describe_counter!(OUTGOING, "Outgoing connections and calls tried, by host");
    describe_counter!(
        NUMBERS_REFUSED,
        "Runs that bought no phone number because the partner had its numbers for a day: look at the costs"
    );
    describe_counter!(
        TEXTS_REFUSED,
        "Texts not sent because the client sent its texts for a day: look at the costs"
    );
    describe_counter!(PANICS, "Panics caught, by place; any is a bug");
    begin_at_zero();
    Some(handle)
}

/// What alerts look at is there from the start: an increase from nothing would go unseen.
fn begin_at_zero() {
    queue_stands(Standing::default());
    for provider in Provider::ALL {
        provider_down(provider.name(), false);
    }
    for kind in Job::KINDS {
        counter!(JOBS_DEAD, "kind" => kind).increment(0);
        for outcome in ["done", "again", "dead"] {
            counter!(JOBS, "kind" => kind, "outcome" => outcome).increment(0);
        }
    }
    for place in ["request", "job"] {
        counter!(PANICS, "where" => place).increment(0);
    }
    counter!(NUMBERS_REFUSED).increment(0);
    counter!(NUMBERS_SPARE).increment(0);
    counter!(TEXTS_REFUSED).increment(0);
}

/// A request was answered. `route` is the template, never the path.
pub fn request_done(method: &Method, route: &str, status: u16, took: Duration) {
    let labels = [
        ("method", method_label(method)),
        ("route", route.to_owned()),
    ];
    histogram!(REQUEST_SECONDS, &labels).record(took);
    let [method, route] = labels;
    counter!(REQUESTS, &[method, route, ("status", status.to_string())]).increment(1);
}

/// Methods are made up by callers; labels must not be.
fn method_label(method: &Method) -> String {
    match method.as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS") => known.into(),
        _ => "other".into(),
    }
}

/// A job was worked on; `outcome` is one of few words such as `done`, `again`, `dead`.
pub fn job_done(kind: &str, outcome: &'static str) {
    counter!(JOBS, "kind" => kind.to_owned(), "outcome" => outcome).increment(1);
}

/// How the queue stands.
pub fn queue_stands(standing: Standing) {
    let Standing {
        waiting,
        oldest_s,
        running,
        failed,
    } = standing;
    for (name, figure) in [
        (JOBS_WAITING, waiting),
        (JOBS_OLDEST, oldest_s),
        (JOBS_RUNNING, running),
        (JOBS_FAILED, failed),
    ] {
        gauge!(name).set(u32::try_from(figure).unwrap_or(u32::MAX));
    }
}

/// A job was given up.
pub fn job_dead(kind: &str) {
    counter!(JOBS_DEAD, "kind" => kind.to_owned()).increment(1);
}

/// A provider is taken for down, or answers again.
pub fn provider_down(provider: &'static str, down: bool) {
    gauge!(PROVIDER_DOWN, "provider" => provider).set(if down { 1.0 } else { 0.0 });
}

/// A phone number was bought that belongs to nobody.
pub fn number_spare() {
    counter!(NUMBERS_SPARE).increment(1);
}

/// A mail was handed over; `outcome` is one of few words such as `sent`, `refused`, `unreachable`.
pub fn mail_done(outcome: &'static str) {
    counter!(MAILS, "outcome" => outcome).increment(1);
}

/// An outgoing connection or call was tried, or kept back by the policy.
pub fn outgoing_attempt(host: &str, allowed: bool) {
    let allowed = if allowed { "true" } else { "false" };
    counter!(OUTGOING, "host" => host.to_owned(), "allowed" => allowed).increment(1);
}

/// A phone number was not bought, because the partner had its numbers for a day.
pub fn number_refused() {
    counter!(NUMBERS_REFUSED).increment(1);
}

/// A client has sent its texts for a day.
pub fn text_refused() {
    counter!(TEXTS_REFUSED).increment(1);
}

/// A panic was caught; `place` is `request` or `job`.
pub fn panicked(place: &'static str) {
    counter!(PANICS, "where" => place).increment(1);
}

/// Everything counted so far, as Prometheus reads it.
pub fn render() -> String {
    handle().map(PrometheusHandle::render).unwrap_or_default()
}

/// The listener of `/metrics`, apart from the application's.
#[derive(Debug)]
pub struct MetricsServer {
    pub addr: SocketAddr,
    handle: ServerHandle,
}

impl MetricsServer {
    /// Starts listening; the answers come from a task of the current runtime.
    pub fn start(listen: SocketAddr) -> io::Result<Self> {
        install();
        let app = || App::new().service(web::resource("/metrics").get(scrape));
        let server = HttpServer::new(app)
            .workers(1)
            .disable_signals()
            .shutdown_timeout(1)
            .bind(listen)?;
        let addr = server.addrs().first().copied().unwrap_or(listen);
        let server = server.run();
        let handle = server.handle();
        tokio::spawn(server);
        Ok(Self { addr, handle })
    }

    pub async fn stop(self) {
        self.handle.stop(true).await;
    }
}

async fn scrape() -> HttpResponse {
    if let Some(handle) = handle() {
        handle.run_upkeep();
    }
    HttpResponse::Ok()
        .insert_header(("content-type", "text/plain; version=0.0.4; charset=utf-8"))
        .body(render())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        config::Config,
        outgoing::{Attempts, Outgoing},
    };

    #[test]
    fn a_request_is_counted_by_its_template_and_timed() {
        install();
        let made_up = Method::from_bytes(b"MADEUP").unwrap();
        request_done(&made_up, "/t/{id}", 404, Duration::from_millis(3));
        let text = render();
        let count =
            "gangway_http_requests_total{method=\"other\",route=\"/t/{id}\",status=\"404\"} 1";
        assert!(text.contains(count), "{text}");
        assert!(
            text.contains("gangway_http_request_seconds_bucket{"),
            "{text}"
        );
    }

    #[actix_web::test]
    async fn h7_metrics_are_read_on_their_own_port() {
        let server = MetricsServer::start("127.0.0.1:0".parse().unwrap()).unwrap();
        panicked("request");
        let base = format!("http://{}", server.addr);
        let pairs = [("GANGWAY_TWILIO_BASE_URL", base.as_str())];
        let config = Config::from_pairs(&pairs).unwrap();
        let outgoing = Outgoing::new(&config, Attempts::counted()).unwrap();
        let http = outgoing.provider_client();
        let text = http
            .get(format!("{base}/metrics"))
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        assert!(
            text.contains("gangway_panics_total{where=\"request\"}"),
            "{text}"
        );
        assert_eq!(http.get(base).send().await.unwrap().status(), 404);
        server.stop().await;
    }
}
