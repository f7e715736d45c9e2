use super::{NoAnswer, Request};
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
        let patience = request.patience();
        let response = self.built(request).timeout(patience).send().await;
        self.read(response.map_err(|_| NoAnswer)?).await
    }

    /// Begins to read an answer that goes on; a refusal is read whole.
    pub(crate) async fn open(
        &self,
        request: Request<'_>,
    ) -> Result<Result<Chunks, Answer>, NoAnswer> {
        let response = self.built(request).send().await.map_err(|_| NoAnswer)?;
        if response.status().is_success() {
            return Ok(Ok(Chunks(response)));
        }
        self.read(response).await.map(Err)
    }

    fn built(&self, request: Request<'_>) -> reqwest::RequestBuilder {
        let mut builder = self.http.request(request.method.clone(), request.url);
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        if let Some(cookies) = self.cookies.header() {
            builder = builder.header("cookie", cookies);
        }
        match request.body {
            Some(body) => builder.body(body.to_owned()),
            None => builder,
        }
    }

    async fn read(&self, response: reqwest::Response) -> Result<Answer, NoAnswer> {
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

/// An answer that goes on.
pub(crate) struct Chunks(reqwest::Response);

impl Chunks {
    /// The next piece; none at its end, or where the connection is gone.
    pub(crate) async fn next(&mut self) -> Option<Vec<u8>> {
        let chunk = self.0.chunk().await.ok().flatten()?;
        Some(chunk.to_vec())
    }
}
