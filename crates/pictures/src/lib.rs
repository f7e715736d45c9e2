//! Pictures that people upload. What a file is, is told by its content; its dimensions are read from its
//! header before a pixel is decoded; and what is kept is written anew, so that nothing of the upload but
//! the pixels is left: no metadata, no place where it was taken, no second file behind the first.
//!
//! Taken: PNG, JPEG, WebP and the first frame of a GIF. SVG is a document that can run scripts and is
//! never taken.

mod decode;
mod kind;
mod refused;
mod scale;

pub use kind::Kind;
pub use refused::Refused;

/// The longest side, in pixels.
pub const MAX_SIDE: u32 = 8192;
/// Pixels at most: 16 megapixels.
pub const MAX_PIXELS: u64 = 16_000_000;
/// Bytes of the decoded picture at most. All of 16 megapixels with 8 bits a channel fit.
pub const MAX_DECODED_BYTES: u64 = 64_000_000;
/// The squares that the bitmaps fit into, in pixels.
pub const BOUNDS: [u32; 4] = [64, 128, 256, 512];
/// The media type of every bitmap.
pub const MEDIA_TYPE: &str = "image/png";

/// A picture, written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What the upload was.
    pub kind: Kind,
    /// The width of the upload as it is looked at, in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The smallest first; at least one. None is larger than the upload.
    pub bitmaps: Vec<Bitmap>,
}

/// A picture in one size, as PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// The square it fits into: one of [`BOUNDS`].
    pub bound: u32,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// A PNG of 8 bits a channel, without metadata.
    pub png: Vec<u8>,
}

/// Decodes an upload and writes it anew in every size of [`BOUNDS`] that does not enlarge it. Takes
/// processor time and up to three times [`MAX_DECODED_BYTES`] of memory: not for a thread that answers
/// requests.
pub fn read(upload: &[u8]) -> Result<Picture, Refused> {
    let kind = Kind::of(upload)?;
    let decoded = decode::decode(upload, kind)?;
    let (width, height) = decoded.looked_at();
    Ok(Picture {
        kind,
        width,
        height,
        bitmaps: scale::bitmaps(decoded)?,
    })
}
