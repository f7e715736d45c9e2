//! Bytes to text: the mark at the start, the encoding, and where it fails.

use std::io::{self, Read};
use std::ops::Range;

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

use crate::fault::ReadError;
use crate::file_type;
use crate::refusals;

/// Bytes read at once.
const CHUNK: usize = 64 * 1024;
/// Bytes at the start by which the kind of file and the encoding are known.
const START: usize = 64;

/// Why the text ends early. Where that is, the reader knows.
pub(crate) enum Broken {
    Io(io::Error),
    /// The next bytes are no text in the file's encoding.
    BadBytes,
    /// The file has more bytes than allowed.
    TooManyBytes,
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A file as text, piece by piece.
pub(crate) struct Text<R> {
    from: R,
    decoder: Decoder,
    /// Room for what is read at once.
    chunk: Vec<u8>,
    /// What of the chunk was read and not decoded yet.
    waiting: Range<usize>,
    piece: String,
    /// Bytes that may still be read.
    left: u64,
    ended: bool,
    bad: bool,
}

impl<R: Read> Text<R> {
    /// Looks at the first bytes: what kind of file it is, and its mark.
    pub(crate) fn open(mut from: R, max_bytes: u64) -> Result<Self, ReadError> {
        let mut chunk = vec![0; CHUNK];
        let read = read_start(&mut from, &mut chunk)?;
        let start = chunk.get(..read).unwrap_or_default();
        file_type::check(start)?;
        let (encoding, mark) = Encoding::for_bom(start).unwrap_or((UTF_8, 0));
        if mark == 0 && is_utf16_without_mark(start) {
            return Err(refusals::unmarked().into());
        }
        let left = max_bytes.checked_sub(read as u64);
        Ok(Self {
            from,
            decoder: encoding.new_decoder_without_bom_handling(),
            chunk,
            waiting: mark..read,
            piece: String::new(),
            left: left.ok_or_else(|| refusals::too_many_bytes(1, max_bytes))?,
            ended: false,
            bad: false,
        })
    }

    /// The next piece, never empty; nothing at the end. What stands before bad bytes comes first.
    pub(crate) fn next(&mut self) -> Result<Option<&str>, Broken> {
        self.piece.clear();
        while self.piece.is_empty() {
            if self.bad {
                return Err(Broken::BadBytes);
            }
            if self.ended {
                return Ok(None);
            }
            if self.waiting.is_empty() {
                self.fill()?;
            }
            self.decode();
        }
        Ok(Some(&self.piece))
    }

    fn fill(&mut self) -> Result<(), Broken> {
        let read = read_some(&mut self.from, &mut self.chunk)?;
        self.ended = read == 0;
        self.waiting = 0..read;
        let left = self.left.checked_sub(read as u64);
        self.left = left.ok_or(Broken::TooManyBytes)?;
        Ok(())
    }

    fn decode(&mut self) {
        let bytes = self.chunk.get(self.waiting.clone()).unwrap_or_default();
        let most = self
            .decoder
            .max_utf8_buffer_length_without_replacement(bytes.len());
        self.piece.reserve(most.unwrap_or(4 * CHUNK));
        let (result, _) =
            self.decoder
                .decode_to_string_without_replacement(bytes, &mut self.piece, self.ended);
        self.bad = !matches!(result, DecoderResult::InputEmpty);
        self.waiting = 0..0;
    }
}

/// Reads until enough is there to know what it is; the number of bytes.
fn read_start(from: &mut impl Read, chunk: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < START {
        let room = chunk.get_mut(filled..).unwrap_or_default();
        match read_some(from, room)? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

fn read_some(from: &mut impl Read, room: &mut [u8]) -> io::Result<usize> {
    loop {
        match from.read(room) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

/// Whether a third of the bytes at even or at odd places are zero: Latin text in UTF-16.
fn is_utf16_without_mark(bytes: &[u8]) -> bool {
    let start = bytes.get(..START).unwrap_or(bytes);
    let zeros = |first: usize| {
        let here = start.iter().skip(first).step_by(2);
        here.filter(|byte| **byte == 0).count()
    };
    start.len() >= 4 && zeros(0).max(zeros(1)) * 6 >= start.len()
}
