//! A body is there within half a minute, or its connection ends; what comes of a large one, such as a list on a slow
//! line, makes that longer. Headers have as long, by the server's own settings.
//! What is left of a small body is read before the answer goes, so that the connection can be used again.

use actix_web::{
    body::{BodySize, MessageBody},
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    http::header,
    web::Bytes,
};
use futures_util::Stream;
use gangway_domain::patience;
use std::{
    cell::RefCell,
    future::{Future as _, poll_fn},
    io,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep, timeout};

const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes of a body that nobody wanted and that is read all the same. They came with the request, as a rule.
const SMALL: u64 = 64 * 1024;
const SOON: Duration = Duration::from_millis(100);

type BoxedPayloadStream = Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>;

type Shared = Rc<RefCell<Payload>>;

/// A body as it comes, shared by who reads it and who answers.
pub(super) struct Incoming {
    payload: Shared,
    is_small: bool,
}

impl Incoming {
    /// Reads what is left of a small body, as far as it is there.
    pub(super) async fn read_rest(&self) {
        if self.is_small {
            let rest = poll_fn(|cx| self.poll_rest(cx));
            let _ = timeout(SOON, rest).await;
        }
    }

    fn poll_rest(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut payload = self.payload.borrow_mut();
        loop {
            match ready!(Pin::new(&mut *payload).poll_next(cx)) {
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Poll::Ready(()),
            }
        }
    }
}

/// The request with a deadline for its body; none where there is no body.
pub(super) fn in_time(request: ServiceRequest) -> (ServiceRequest, Option<Incoming>) {
    within(PATIENCE, request)
}

fn within(patience: Duration, request: ServiceRequest) -> (ServiceRequest, Option<Incoming>) {
    let headers = request.headers();
    if !headers.contains_key(header::CONTENT_LENGTH)
        && !headers.contains_key(header::TRANSFER_ENCODING)
    {
        return (request, None);
    }
    let length = headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    let is_small = length.is_some_and(|length: u64| length <= SMALL);
    let (head, payload) = request.into_parts();
    let shared = Rc::new(RefCell::new(payload));
    let body: BoxedPayloadStream = Box::pin(InTime {
        incoming: Rc::clone(&shared),
        patience,
        deadline: Box::pin(sleep(patience)),
    });
    let payload = Payload::Stream { payload: body };
    let incoming = Incoming {
        payload: shared,
        is_small,
    };
    (ServiceRequest::from_parts(head, payload), Some(incoming))
}

struct InTime {
    incoming: Shared,
    /// How long it is waited for from the start, and never longer from any moment on.
    patience: Duration,
    deadline: Pin<Box<Sleep>>,
}

impl Stream for InTime {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            let late = io::Error::from(io::ErrorKind::TimedOut);
            return Poll::Ready(Some(Err(PayloadError::Io(late))));
        }
        let part = ready!(Pin::new(&mut *self.incoming.borrow_mut()).poll_next(cx));
        if let Some(Ok(bytes)) = &part {
            let deadline = self.deadline.deadline();
            let earned = deadline + patience::for_bytes(bytes.len());
            let later = earned.min(Instant::now() + self.patience).max(deadline);
            self.deadline.as_mut().reset(later);
        }
        Poll::Ready(part)
    }
}

/// An answer that keeps what is left of its request's body until it is sent. A body that was given up
/// earlier would be awaited afterwards, for as long as its sender likes; now the connection ends.
pub struct Answer<B> {
    body: Pin<Box<B>>,
    _unread: Option<Incoming>,
}

impl<B> Answer<B> {
    pub(super) fn new(body: B, unread: Option<Incoming>) -> Self {
        Self {
            body: Box::pin(body),
            _unread: unread,
        }
    }
}

impl<B: MessageBody> MessageBody for Answer<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        self.get_mut().body.as_mut().poll_next(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::{HttpMessage as _, test::TestRequest};
    use futures_util::{StreamExt as _, stream};

    const SHORT: Duration = Duration::from_millis(500);
    const PARTS: usize = 50;

    /// Sends parts of so many bytes, so long after one another, to who waits only shortly; gives how many
    /// bytes came.
    async fn came(parts: usize, bytes: usize, apart: Duration) -> usize {
        let parts = stream::iter(0..parts).then(move |_| async move {
            sleep(apart).await;
            Ok(Bytes::from(vec![0; bytes]))
        });
        read(Box::pin(parts)).await
    }

    async fn read(parts: BoxedPayloadStream) -> usize {
        let request = TestRequest::post().insert_header((header::TRANSFER_ENCODING, "chunked"));
        let mut request = request.to_srv_request();
        request.set_payload(Payload::Stream { payload: parts });
        let (mut request, _incoming) = within(SHORT, request);
        let (mut body, mut came) = (request.take_payload(), 0);
        while let Some(Ok(part)) = body.next().await {
            came += part.len();
        }
        came
    }

    #[actix_web::test]
    async fn id_07_a_large_file_is_waited_for_while_it_comes_and_a_trickle_is_not() {
        const LARGE: usize = 64 * 1024;
        let apart = Duration::from_millis(30);
        assert_eq!(came(PARTS, LARGE, apart).await, PARTS * LARGE);
        assert!(came(PARTS, 10, apart).await < PARTS * 10 / 2);
        // What came quickly is no leave to be idle for long.
        assert_eq!(came(2, 100 * LARGE, 2 * SHORT).await, 0);
        let (quick, idle) = (Duration::from_millis(10), 3 * SHORT);
        let parts = stream::iter([quick, idle]).then(|apart| async move {
            sleep(apart).await;
            Ok(Bytes::from(vec![0; 100 * LARGE]))
        });
        assert_eq!(read(Box::pin(parts)).await, 100 * LARGE);
    }
}
