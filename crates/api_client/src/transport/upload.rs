//! A body of which is told how much was sent. `fetch` does not say, so the browser's older way is taken.

use super::Request;
use crate::answer::Answer;
use crate::call::Watch;
use js_sys::{Promise, Uint8Array};
use std::sync::Arc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, XmlHttpRequest, XmlHttpRequestResponseType};

/// Sends a request, and tells how much of its body was sent.
pub(super) async fn upload(request: Request<'_>, watch: Arc<Watch>) -> Result<Answer, JsValue> {
    let sending = XmlHttpRequest::new()?;
    sending.open_with_async(request.method.as_str(), request.url, true)?;
    sending.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    sending.set_timeout(request.patience_ms());
    for (name, value) in &request.headers {
        sending.set_request_header(name, value)?;
    }
    let told = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        watch(whole(event.loaded()));
    });
    let told_to = sending.upload()?;
    told_to.set_onprogress(Some(told.as_ref().unchecked_ref()));
    let body = request.body.map(Uint8Array::from);
    let ended = Promise::new(&mut |resolve, reject| {
        sending.set_onload(Some(&resolve));
        sending.set_onerror(Some(&reject));
        sending.set_ontimeout(Some(&reject));
        sending.set_onabort(Some(&reject));
    });
    sending.send_with_opt_js_u8_array(body.as_ref())?;
    JsFuture::from(ended).await?;
    Ok(Answer {
        status: sending.status()?,
        headers: pairs(&sending.get_all_response_headers()?),
        body: Uint8Array::new(&sending.response()?).to_vec(),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a browser counts bytes so; they are whole and no fewer than none"
)]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}

/// Names and values, of lines as they came.
fn pairs(lines: &str) -> Vec<(String, String)> {
    let pair = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_lowercase(), value.trim().to_owned()))
    };
    lines.lines().filter_map(pair).collect()
}
