//! Anything that speaks S3, called through the one client of outgoing connections.

use crate::config;
use async_trait::async_trait;
use http_body_util::BodyExt as _;
use object_store::ClientOptions;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};
use object_store::{BackoffConfig, Result, RetryConfig};
use secrecy::ExposeSecret as _;
use std::time::Duration;

/// Somebody waits for it.
const RETRY: RetryConfig = RetryConfig {
    backoff: BackoffConfig {
        init_backoff: Duration::from_millis(100),
        max_backoff: Duration::from_secs(2),
        base: 2.0,
    },
    max_retries: 3,
    retry_timeout: Duration::from_secs(20),
};

pub fn open(settings: &config::S3, http: reqwest::Client) -> Result<AmazonS3> {
    let config::S3 {
        endpoint,
        bucket,
        region,
        key_id,
        secret,
    } = settings;
    AmazonS3Builder::new()
        .with_endpoint(endpoint.as_str().trim_end_matches('/'))
        .with_bucket_name(bucket)
        .with_region(region)
        .with_access_key_id(key_id)
        .with_secret_access_key(secret.expose_secret())
        // What is refused in production was refused with the settings.
        .with_allow_http(endpoint.scheme() == "http")
        // Not everything that speaks S3 knows it.
        .with_disable_bulk_delete(true)
        .with_retry(RETRY)
        .with_http_connector(Outgoing(http))
        .build()
}

#[derive(Clone, Debug)]
struct Outgoing(reqwest::Client);

impl HttpConnector for Outgoing {
    fn connect(&self, _: &ClientOptions) -> Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Outgoing {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (head, body) = request.into_parts();
        let body = body.collect().await?.to_bytes();
        let sent = self
            .0
            .request(head.method, head.uri.to_string())
            .headers(head.headers)
            .body(body)
            .send();
        let answer = sent.await.map_err(failed)?;
        let mut response = http::Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.extend(answer.headers().clone());
        }
        let body = answer.bytes().await.map_err(failed)?;
        response
            .body(body.into())
            .map_err(|error| HttpError::new(HttpErrorKind::Decode, error))
    }
}

fn failed(error: reqwest::Error) -> HttpError {
    let kind = if error.is_timeout() {
        HttpErrorKind::Timeout
    } else if error.is_connect() {
        HttpErrorKind::Connect
    } else {
        HttpErrorKind::Interrupted
    };
    HttpError::new(kind, error.without_url())
}
