use std::time::Instant;

use actix_web::{dev::ServiceRequest, http::Method};

use crate::telemetry::metrics;

/// A request as it is logged and counted: by the template of its route, never by its path, query or
/// body. The caller's address is in the span around it.
pub(super) struct Seen {
    method: Method,
    route: String,
    started: Instant,
}

impl Seen {
    pub fn new(request: &ServiceRequest) -> Self {
        Self {
            method: request.method().clone(),
            route: request
                .match_pattern()
                .unwrap_or_else(|| "unmatched".into()),
            started: Instant::now(),
        }
    }

    /// Once, when the answer is known.
    pub fn answered(&self, status: u16) {
        let took = self.started.elapsed();
        metrics::request_done(&self.method, &self.route, status, took);
        let (method, route, ms) = (self.method.as_str(), &self.route, took.as_millis());
        tracing::info!(target: "gangway::access", method, route, status, ms, "request");
    }
}
