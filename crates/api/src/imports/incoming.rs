//! An object as something to read from, for a thread that may wait.

use bytes::{Buf as _, Bytes};
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use std::io::{self, Read};
use tokio::sync::mpsc;

/// Pieces on their way to the thread.
const AHEAD: usize = 4;

/// What is read from. Whoever reads must not be on a thread of the runtime.
#[derive(Debug)]
pub struct Incoming {
    pieces: mpsc::Receiver<Option<Result<Bytes, io::Error>>>,
    at: Bytes,
    is_over: bool,
}

impl Incoming {
    /// Pieces of an object, brought by a task that ends with it.
    pub fn of(mut object: BoxStream<'static, Result<Bytes, object_store::Error>>) -> Self {
        let (to, pieces) = mpsc::channel(AHEAD);
        tokio::spawn(async move {
            while let Some(piece) = object.next().await {
                if to
                    .send(Some(piece.map_err(io::Error::other)))
                    .await
                    .is_err()
                {
                    return;
                }
            }
            // The end is told: a task that was cut off must not look like one.
            let _ = to.send(None).await;
        });
        Self {
            pieces,
            at: Bytes::new(),
            is_over: false,
        }
    }
}

impl Read for Incoming {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at.is_empty() && !self.is_over {
            match self.pieces.blocking_recv() {
                Some(Some(piece)) => self.at = piece?,
                Some(None) => self.is_over = true,
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        let count = (&*self.at).read(buffer)?;
        self.at.advance(count);
        Ok(count)
    }
}
