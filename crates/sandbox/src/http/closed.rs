use std::io;

use actix_web::HttpResponse;
use actix_web::body::BodyStream;
use actix_web::web::Bytes;
use futures_util::stream;

/// An answer whose body fails at its first byte: the server closes the connection before it has
/// written anything.
pub(crate) fn closed() -> HttpResponse {
    let broken = stream::iter([Err::<Bytes, _>(io::Error::other("closed on purpose"))]);
    HttpResponse::Ok().body(BodyStream::new(broken))
}
