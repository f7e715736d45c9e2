//! A file that goes on after its handler: read in batches, so that memory stays flat however long it is.

use crate::db::whose;
use crate::refusal::{Answer, Refusal};
use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::Bytes;
use futures_util::stream::try_unfold;
use gangway_domain::ids::PartnerId;

/// Rows read at a time.
pub const BATCH: u64 = 500;

/// Whether a batch is as long as one may be, so that more may follow.
pub fn is_full<T>(batch: &[T]) -> bool {
    u64::try_from(batch.len()).is_ok_and(|count| count >= BATCH)
}

/// What is downloaded, from where it has got to.
pub trait Batches: Sized + 'static {
    /// Whose rows it reads.
    fn partner(&self) -> PartnerId;

    /// The next lines, and what follows them where more may.
    fn next(self) -> impl Future<Output = Result<(String, Option<Self>), Refusal>>;
}

/// How a file is called and what it is.
pub struct File<'a> {
    /// Of letters, digits, dots and hyphens only.
    pub name: &'a str,
    /// Its media type.
    pub content_type: &'a str,
    /// How it begins.
    pub head: String,
}

/// Answers with a file. Its first lines are read here, so that trouble can still be told.
pub async fn download(file: File<'_>, lines: impl Batches) -> Answer {
    let (first, rest) = lines.next().await?;
    let begins = Bytes::from(file.head + &first);
    let whole = try_unfold((Some(begins), rest), async |(ready, rest)| {
        match (ready, rest) {
            (Some(ready), rest) => Ok::<_, Refusal>(Some((ready, (None, rest)))),
            (None, Some(rest)) => go_on(rest).await,
            (None, None) => Ok(None),
        }
    });
    let saved_as = format!("attachment; filename=\"{}\"", file.name);
    Ok(HttpResponse::Ok()
        .content_type(file.content_type)
        .insert_header((CONTENT_DISPOSITION, saved_as))
        .streaming(Box::pin(whole)))
}

/// A piece of the file, and what is to come.
type Piece<L> = (Bytes, (Option<Bytes>, Option<L>));

/// The request is over for everybody but the one who reads on.
async fn go_on<L: Batches>(lines: L) -> Result<Option<Piece<L>>, Refusal> {
    let partner = Some(lines.partner());
    let (next, rest) = whose::watched(partner, lines.next()).await?;
    // An empty piece would end the file.
    Ok((!next.is_empty()).then(|| (Bytes::from(next), (None, rest))))
}
