//! The browser application and the widget's script, which are inside the binary.

use std::borrow::Cow;

use actix_web::{
    HttpRequest, HttpResponse, ResponseError as _,
    http::{
        Method, StatusCode,
        header::{
            ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW, AcceptEncoding, CACHE_CONTROL,
            CONTENT_ENCODING, CONTENT_TYPE, CROSS_ORIGIN_RESOURCE_POLICY, ContentEncoding, ETAG,
            Encoding, Header as _, HeaderValue, IF_NONE_MATCH, VARY,
        },
    },
    route,
    web::{Bytes, ServiceConfig},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use gangway_domain::problem::ProblemCode;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::refusal::Refusal;

#[derive(RustEmbed)]
#[folder = "../../frontend/dist"]
#[allow_missing = true]
struct Application;

#[derive(RustEmbed)]
#[folder = "../../frontend/widget/dist"]
#[allow_missing = true]
struct Widget;

/// First parts of paths that are never pages.
const NOT_PAGES: &[&str] = &[
    "api",
    "public",
    "hooks",
    "widget",
    "problems",
    "docs",
    "healthz",
    "readyz",
    "openapi.yaml",
];

const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Kept, but asked for on every use.
const ASK_FIRST: &str = "no-cache";
const FIVE_MINUTES: &str = "public, max-age=300";

const NOT_BUILT: &str = "<!doctype html>
<html lang=\"en\">
<head><meta charset=\"utf-8\"><title>Gangway</title><link rel=\"stylesheet\" href=\"/plain.css\"></head>
<body>
<h1>The browser application was not built</h1>
<p>This server runs, but has no pages to show. Build them with <code>./just web</code>, then build
the server again: <code>./just release</code>. Or build and start everything with
<code>./just up</code>.</p>
</body>
</html>
";

/// Where files come from; embedded, or a table in tests.
type Files = fn(&str) -> Option<EmbeddedFile>;

/// Addresses of files that are no part of the browser application.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(widget_script)
        .service(widget_panel)
        .service(plain_style);
}

/// Everything no route takes: files of the browser application, its pages, or 404. For the default
/// service.
pub fn application(request: &HttpRequest) -> HttpResponse {
    page_or_file(request, Application::get)
}

/// The script that clients put on their sites.
#[route("/widget/v1.js", method = "GET", method = "HEAD")]
pub async fn widget_script(request: HttpRequest) -> HttpResponse {
    for_any_site(&request, Widget::get, "v1.js")
}

/// What that script loads when its button is pressed.
#[route("/widget/v1-panel.js", method = "GET", method = "HEAD")]
pub async fn widget_panel(request: HttpRequest) -> HttpResponse {
    for_any_site(&request, Widget::get, "v1-panel.js")
}

/// A public file: every site may run it, as a module too, which browsers ask for with CORS.
fn for_any_site(request: &HttpRequest, files: Files, name: &str) -> HttpResponse {
    let Some(mut response) = send(request, files, name, FIVE_MINUTES) else {
        return Refusal::not_found().error_response();
    };
    let headers = response.headers_mut();
    let anywhere = HeaderValue::from_static("cross-origin");
    headers.insert(CROSS_ORIGIN_RESOURCE_POLICY, anywhere);
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// The style of pages that work without the browser application.
#[route("/plain.css", method = "GET", method = "HEAD")]
pub async fn plain_style() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, FIVE_MINUTES))
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .body(include_str!("plain.css"))
}

fn page_or_file(request: &HttpRequest, files: Files) -> HttpResponse {
    let path = request.path().trim_start_matches('/');
    let first = path.split('/').next().unwrap_or_default();
    if NOT_PAGES.contains(&first) {
        return Refusal::not_found().error_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return method_not_allowed();
    }
    let file = send(request, files, path, cache_control(path)).filter(|_| is_plain(path));
    if let Some(response) = file {
        return response;
    }
    if path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'))
    {
        return Refusal::not_found().error_response();
    }
    send(request, files, "index.html", ASK_FIRST).unwrap_or_else(not_built)
}

fn method_not_allowed() -> HttpResponse {
    let detail = "Use GET or HEAD at this address.";
    let mut response = Refusal::new(ProblemCode::MethodNotAllowed, detail).error_response();
    let allowed = HeaderValue::from_static("GET, HEAD");
    response.headers_mut().insert(ALLOW, allowed);
    response
}

fn not_built() -> HttpResponse {
    HttpResponse::ServiceUnavailable()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .body(NOT_BUILT)
}

/// No hidden files, no way out of the folder, and compressed files only by negotiation.
fn is_plain(path: &str) -> bool {
    let hidden = |part: &str| part.is_empty() || part.starts_with('.');
    let extension = path.rsplit('.').next();
    !path.split('/').any(hidden) && !matches!(extension, Some("br" | "gz"))
}

/// A name with its content's hash in it never changes its content.
fn cache_control(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_hash = |part: &str| {
        part.len() >= 8
            && part.bytes().all(|b| b.is_ascii_hexdigit())
            && part.bytes().any(|b| b.is_ascii_digit())
    };
    if name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(is_hash)
    {
        FOR_EVER
    } else {
        ASK_FIRST
    }
}

/// The file, in the best encoding there is, or 304 when the caller has it.
fn send(request: &HttpRequest, files: Files, path: &str, cache: &str) -> Option<HttpResponse> {
    let plain = files(path)?;
    let mime = content_type(plain.metadata.mimetype());
    let (file, encoding) = encoded(request, files, path)
        .map_or((plain, None), |(file, encoding)| (file, Some(encoding)));
    let tag = tag(&file);
    let mut response = HttpResponse::build(if has(request, &tag) {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    });
    response
        .insert_header((ETAG, tag.as_str()))
        .insert_header((CACHE_CONTROL, cache))
        .insert_header((VARY, ACCEPT_ENCODING.as_str()));
    if has(request, &tag) {
        return Some(response.finish());
    }
    if let Some(encoding) = encoding {
        response.insert_header((CONTENT_ENCODING, encoding));
    }
    response.insert_header((CONTENT_TYPE, mime));
    Some(response.body(bytes(file.data)))
}

fn content_type(mime: &str) -> String {
    if mime.starts_with("text/") {
        format!("{mime}; charset=utf-8")
    } else {
        mime.to_owned()
    }
}

fn encoded(
    request: &HttpRequest,
    files: Files,
    path: &str,
) -> Option<(EmbeddedFile, &'static str)> {
    let accepted = AcceptEncoding::parse(request).ok()?;
    let brotli = || Some((files(&format!("{path}.br"))?, "br"));
    let gzip = || Some((files(&format!("{path}.gz"))?, "gzip"));
    let takes = |encoding| {
        let wanted = Encoding::Known(encoding);
        accepted.negotiate([&wanted].into_iter()) == Some(wanted.clone())
    };
    let brotli = takes(ContentEncoding::Brotli).then(brotli).flatten();
    brotli.or_else(|| takes(ContentEncoding::Gzip).then(gzip).flatten())
}

/// A strong tag: each encoding has its own.
fn tag(file: &EmbeddedFile) -> String {
    format!(
        "\"{}\"",
        URL_SAFE_NO_PAD.encode(file.metadata.sha256_hash())
    )
}

fn has(request: &HttpRequest, tag: &str) -> bool {
    let tags = request
        .headers()
        .get_all(IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok());
    tags.flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|given| given == "*" || given.trim_start_matches("W/") == tag)
}

fn bytes(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    }
}

#[cfg(test)]
mod tests;
