//! One request on one connection, and its answer as far as it is read.

use http_body_util::{BodyExt as _, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::Builder;
use hyper::header::{ACCEPT, ACCEPT_ENCODING, CONNECTION, CONTENT_ENCODING, HOST, USER_AGENT};
use hyper::{HeaderMap, Request, Response};
use hyper_util::rt::TokioIo;
use url::{Position, Url};

use super::{NotFetched, Page};
use crate::outgoing::roads::Stream;

const MAX_HEADERS: usize = 100;
const MAX_HEAD_BYTES: usize = 64 * 1024;
/// Some sites answer nobody who does not say what they are.
const WHO: &str = concat!(
    "Mozilla/5.0 (compatible; Gangway/",
    env!("CARGO_PKG_VERSION"),
    ")"
);

/// Asks for a page and reads at most so much of it.
pub(super) async fn exchange(
    stream: Box<dyn Stream>,
    url: &Url,
    body_limit: usize,
) -> Result<Page, NotFetched> {
    let (mut sender, connection) = Builder::new()
        .max_headers(MAX_HEADERS)
        .max_buf_size(MAX_HEAD_BYTES)
        .handshake::<_, Empty<Bytes>>(TokioIo::new(stream))
        .await
        .map_err(|_| NotFetched::Unreachable)?;
    let asked = async {
        let answer = sender.send_request(request(url)?).await;
        read(
            url,
            answer.map_err(|_| NotFetched::Unreachable)?,
            body_limit,
        )
        .await
    };
    // The connection does the work; that it ends says nothing before the answer was read.
    let driven = async {
        drop(connection.await);
        std::future::pending::<()>().await;
    };
    tokio::select! {
        page = asked => page,
        () = driven => Err(NotFetched::Unreachable),
    }
}

/// Compression is not asked for, so that what is read is what came.
fn request(url: &Url) -> Result<Request<Empty<Bytes>>, NotFetched> {
    let host = &url[Position::BeforeHost..Position::AfterPort];
    Request::get(&url[Position::BeforePath..Position::AfterQuery])
        .header(HOST, host)
        .header(USER_AGENT, WHO)
        .header(ACCEPT, "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1")
        .header(ACCEPT_ENCODING, "identity")
        .header(CONNECTION, "close")
        .body(Empty::new())
        .map_err(|_| NotFetched::Unreachable)
}

async fn read(
    url: &Url,
    answer: Response<Incoming>,
    body_limit: usize,
) -> Result<Page, NotFetched> {
    let (head, mut incoming) = answer.into_parts();
    let mut page = Page {
        url: url.clone(),
        status: head.status.as_u16(),
        headers: head.headers,
        body: Vec::new(),
        is_cut: false,
    };
    if is_packed(&page.headers) {
        return Err(NotFetched::Unreachable);
    }
    // Where it leads on, what it says besides does not matter.
    if head.status.is_redirection() {
        return Ok(page);
    }
    while let Some(frame) = incoming.frame().await {
        let frame = frame.map_err(|_| NotFetched::Unreachable)?;
        let bytes = frame.into_data().unwrap_or_default();
        let room = body_limit - page.body.len();
        page.body.extend(bytes.iter().take(room));
        if bytes.len() > room {
            page.is_cut = true;
            break;
        }
    }
    Ok(page)
}

fn is_packed(headers: &HeaderMap) -> bool {
    let plain = |value: &str| value.trim().eq_ignore_ascii_case("identity");
    let mut packed = headers.get_all(CONTENT_ENCODING).iter();
    packed.any(|value| !value.to_str().is_ok_and(plain))
}
