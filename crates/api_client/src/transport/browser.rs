use super::upload::upload;
use super::{NoAnswer, Request};
use crate::answer::Answer;
use js_sys::{Array, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, RequestCredentials, RequestInit,
    Response,
};

/// A quarter of what browsers allow all such requests together (Fetch standard: 64 KiB).
const OUTLIVES_BYTES: usize = 16 * 1024;

/// The browser keeps connections and cookies by itself.
#[derive(Clone)]
pub(crate) struct Transport;

impl Transport {
    pub(crate) fn new() -> Self {
        Self
    }

    pub(crate) async fn send(&self, request: Request<'_>) -> Result<Answer, NoAnswer> {
        let answer = match request.watch.cloned() {
            Some(watch) => upload(request, watch).await,
            None => fetch(request).await,
        };
        answer.map_err(|_| NoAnswer)
    }

    /// Begins to read an answer that goes on; a refusal is read whole.
    pub(crate) async fn open(
        &self,
        request: Request<'_>,
    ) -> Result<Result<Chunks, Answer>, NoAnswer> {
        open(request).await.map_err(|_| NoAnswer)
    }
}

async fn fetch(request: Request<'_>) -> Result<Answer, JsValue> {
    let patience = AbortSignal::timeout_with_u32(request.patience_ms());
    let response = begin(request, &patience).await?;
    read(response).await
}

async fn open(request: Request<'_>) -> Result<Result<Chunks, Answer>, JsValue> {
    let stop = AbortController::new()?;
    let response = begin(request, &stop.signal()).await?;
    match response.body() {
        Some(body) if response.ok() => {
            let reader = body.get_reader().dyn_into()?;
            Ok(Ok(Chunks { reader, stop }))
        }
        _ => read(response).await.map(Err),
    }
}

async fn begin(request: Request<'_>, signal: &AbortSignal) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let headers = web_sys::Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    let how = RequestInit::new();
    how.set_method(request.method.as_str());
    how.set_headers(&headers);
    how.set_credentials(RequestCredentials::SameOrigin);
    how.set_signal(Some(signal));
    if let Some(body) = request.body {
        how.set_body(&Uint8Array::from(body));
        // Sent to the end though the page is left meanwhile. Browsers allow it for small bodies.
        let outlives = JsValue::from_bool(body.len() <= OUTLIVES_BYTES);
        Reflect::set(&how, &JsValue::from_str("keepalive"), &outlives)?;
    }
    let answered = JsFuture::from(window.fetch_with_str_and_init(request.url, &how)).await?;
    answered.dyn_into()
}

async fn read(response: Response) -> Result<Answer, JsValue> {
    let body = JsFuture::from(response.array_buffer()?).await?;
    Ok(Answer {
        status: response.status(),
        headers: pairs(&response.headers())?,
        body: Uint8Array::new(&body).to_vec(),
    })
}

/// Names and values, which the browser gives in lower case.
fn pairs(headers: &web_sys::Headers) -> Result<Vec<(String, String)>, JsValue> {
    let mut pairs = Vec::new();
    for entry in headers.entries() {
        let entry: Array = entry?.dyn_into()?;
        let text = |index| entry.get(index).dyn_into::<JsString>().map(String::from);
        if let (Ok(name), Ok(value)) = (text(0), text(1)) {
            pairs.push((name, value));
        }
    }
    Ok(pairs)
}

/// An answer that goes on. Dropped, it is given up.
pub(crate) struct Chunks {
    reader: ReadableStreamDefaultReader,
    stop: AbortController,
}

impl Chunks {
    /// The next piece; none at its end, or where the connection is gone.
    pub(crate) async fn next(&mut self) -> Option<Vec<u8>> {
        let read = JsFuture::from(self.reader.read()).await.ok()?;
        let value = Reflect::get(&read, &JsValue::from_str("value")).ok()?;
        let chunk: Uint8Array = value.dyn_into().ok()?;
        Some(chunk.to_vec())
    }
}

impl Drop for Chunks {
    fn drop(&mut self) {
        self.stop.abort();
    }
}
