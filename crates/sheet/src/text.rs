//! Bytes to text: the mark at the start, the encoding, and where it fails.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

use crate::fault::{Code, Fault, ReadError};
use crate::file_type;

/// Bytes read at once.
const CHUNK: usize = 64 * 1024;

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
    /// Bytes that were read and not decoded yet.
    bytes: Vec<u8>,
    text: String,
    /// Bytes that may still be read.
    left: u64,
    ended: bool,
    bad: bool,
}

impl<R: Read> Text<R> {
    /// Looks at the first bytes: what kind of file it is, and its mark.
    pub(crate) fn open(mut from: R, max_bytes: u64) -> Result<Self, ReadError> {
        let mut bytes = Vec::with_capacity(CHUNK);
        while bytes.len() < CHUNK && read_more(&mut from, &mut bytes)? > 0 {}
        file_type::check(bytes.get(..file_type::ENOUGH).unwrap_or(&bytes))?;
        let (encoding, mark) = Encoding::for_bom(&bytes).unwrap_or((UTF_8, 0));
        if mark == 0 && is_utf16_without_mark(&bytes) {
            return Err(unmarked().into());
        }
        let left = max_bytes.checked_sub(bytes.len() as u64);
        bytes.drain(..mark);
        Ok(Self {
            from,
            decoder: encoding.new_decoder_without_bom_handling(),
            bytes,
            text: String::new(),
            left: left.ok_or_else(|| too_many_bytes(1, max_bytes))?,
            ended: false,
            bad: false,
        })
    }

    /// The next piece, never empty; nothing at the end. What stands before bad bytes comes first.
    pub(crate) fn next(&mut self) -> Result<Option<&str>, Broken> {
        self.text.clear();
        while self.text.is_empty() {
            if self.bad {
                return Err(Broken::BadBytes);
            }
            if self.ended {
                return Ok(None);
            }
            if self.bytes.is_empty() {
                self.fill()?;
            }
            self.decode();
        }
        Ok(Some(&self.text))
    }

    fn fill(&mut self) -> Result<(), Broken> {
        let read = read_more(&mut self.from, &mut self.bytes)?;
        self.ended = read == 0;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or(Broken::TooManyBytes)?;
        Ok(())
    }

    fn decode(&mut self) {
        let most = self
            .decoder
            .max_utf8_buffer_length_without_replacement(self.bytes.len());
        self.text.reserve(most.unwrap_or(4 * CHUNK));
        let (result, _) = self.decoder.decode_to_string_without_replacement(
            &self.bytes,
            &mut self.text,
            self.ended,
        );
        self.bad = !matches!(result, DecoderResult::InputEmpty);
        self.bytes.clear();
    }
}

/// Appends what one read gives; the number of bytes.
fn read_more(from: &mut impl Read, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let start = bytes.len();
    bytes.resize(start + CHUNK, 0);
    let read = loop {
        match from.read(bytes.get_mut(start..).unwrap_or_default()) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read,
        }
    };
    bytes.truncate(start + *read.as_ref().unwrap_or(&0));
    read
}

/// Whether a third of the bytes at even or at odd places are zero: Latin text in UTF-16.
fn is_utf16_without_mark(bytes: &[u8]) -> bool {
    let start = bytes.get(..1024).unwrap_or(bytes);
    let zeros = |first: usize| {
        let here = start.iter().skip(first).step_by(2);
        here.filter(|byte| **byte == 0).count()
    };
    start.len() >= 4 && zeros(0).max(zeros(1)) * 6 >= start.len()
}

fn unmarked() -> Fault {
    Fault::of_file(
        1,
        Code::Encoding,
        "The text is in UTF-16 and does not begin with the mark that says so.",
        SAVE_AS_UTF8,
    )
}

pub(crate) const SAVE_AS_UTF8: &str =
    "Save the file again as CSV UTF-8, so that every letter arrives as you see it.";

pub(crate) fn too_many_bytes(row: u32, most: u64) -> Fault {
    Fault::of_file(
        row,
        Code::TooLong,
        format!("The file is larger than {} MB.", most / (1024 * 1024)),
        "Split the list over several files and import one after the other.",
    )
}
