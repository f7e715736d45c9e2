//! A body is there within half a minute, or its connection ends. Headers have as long, by the server's own settings.

use actix_web::{
    body::{BodySize, MessageBody},
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    http::header,
    web::Bytes,
};
use futures_util::Stream;
use std::{
    cell::RefCell,
    future::Future as _,
    io,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Sleep, sleep};

const PATIENCE: Duration = Duration::from_secs(30);

type BoxedPayloadStream = Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>;

/// A body as it comes, shared by who reads it and who answers.
pub(super) type Incoming = Rc<RefCell<Payload>>;

/// The request with a deadline for its body; none where there is no body.
pub(super) fn in_time(request: ServiceRequest) -> (ServiceRequest, Option<Incoming>) {
    let headers = request.headers();
    if !headers.contains_key(header::CONTENT_LENGTH)
        && !headers.contains_key(header::TRANSFER_ENCODING)
    {
        return (request, None);
    }
    let (head, payload) = request.into_parts();
    let incoming = Rc::new(RefCell::new(payload));
    let body: BoxedPayloadStream = Box::pin(InTime {
        incoming: Rc::clone(&incoming),
        deadline: Box::pin(sleep(PATIENCE)),
    });
    let payload = Payload::Stream { payload: body };
    (ServiceRequest::from_parts(head, payload), Some(incoming))
}

struct InTime {
    incoming: Incoming,
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
