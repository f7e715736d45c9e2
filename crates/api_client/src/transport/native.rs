use super::{NoAnswer, Request, TIMEOUT};
use crate::answer::Answer;
use crate::cookies::Cookies;
use std::sync::Arc;
use std::time::Duration;

/// How long an idle connection is kept: shorter than the server keeps it.
const IDLE: Duration = Duration::from_secs(30);

/// Connections kept open, and the cookies a browser would keep.
#[derive(Clone)]
pub(crate) struct Transport {
    http: reqwest::Client,
    pub(crate) cookies: Arc<Cookies>,
}

impl Transport {
    #[expect(
        clippy::disallowed_methods,
        reason = "calls Gangway itself, never a provider"
    )]
    pub(crate) fn new() -> Self {
        // An error only says that the process has a provider already.
        drop(rustls::crypto::ring::default_provider().install_default());
        Self {
            http: reqwest::Client::builder()
                .pool_idle_timeout(IDLE)
                .build()
                .unwrap_or_default(),
            cookies: Arc::default(),
        }
    }

    pub(crate) async fn send(&self, request: Request<'_>) -> Result<Answer, NoAnswer> {
        let mut builder = self
            .http
            .request(request.method.clone(), request.url)
            .timeout(TIMEOUT);
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        if let Some(cookies) = self.cookies.header() {
            builder = builder.header("cookie", cookies);
        }
        if let Some(body) = request.body {
            builder = builder.body(body.to_owned());
        }
        let response = builder.send().await.map_err(|_| NoAnswer)?;
        let status = response.status().as_u16();
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
            .collect();
        for (_, cookie) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            self.cookies.take(cookie);
        }
        let body = response.bytes().await.map_err(|_| NoAnswer)?.to_vec();
        Ok(Answer {
            status,
            headers,
            body,
        })
    }
}
