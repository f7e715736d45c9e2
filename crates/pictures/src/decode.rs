//! Decoding within limits.

use crate::{Kind, MAX_DECODED_BYTES, MAX_PIXELS, MAX_SIDE, Refused};
use image::error::{ImageError, LimitErrorKind};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// A decoded picture, as it is stored: turned once it is small.
pub(crate) struct Decoded {
    pub image: DynamicImage,
    pub orientation: Orientation,
}

impl Decoded {
    /// Width and height once it is turned.
    pub fn looked_at(&self) -> (u32, u32) {
        let (width, height) = (self.image.width(), self.image.height());
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            _ => (width, height),
        }
    }
}

pub(crate) fn decode(upload: &[u8], kind: Kind) -> Result<Decoded, Refused> {
    if let Some((width, height)) = png_header(upload, kind) {
        sides_fit(width, height)?;
    }
    let mut reader = ImageReader::with_format(Cursor::new(upload), kind.format());
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(|error| refused(&error))?;
    fits(&decoder)?;
    // What a camera wrote beside the pixels may be nonsense: then the picture is upright.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
    Ok(Decoded { image, orientation })
}

/// What a decoder may take. The dimensions are looked at here, so that the refusal can name them.
fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    limits
}

/// Width and height stand first in a PNG; its decoder reads whatever comes before the pixels as well.
fn png_header(upload: &[u8], kind: Kind) -> Option<(u32, u32)> {
    if kind != Kind::Png || upload.get(12..16)? != b"IHDR" {
        return None;
    }
    let number = |at: usize| {
        let bytes = upload.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    Some((number(16)?, number(20)?))
}

/// By the header alone.
fn fits(decoder: &impl ImageDecoder) -> Result<(), Refused> {
    let (width, height) = decoder.dimensions();
    sides_fit(width, height)?;
    if decoder.total_bytes() > MAX_DECODED_BYTES {
        return Err(Refused::TooDeep);
    }
    Ok(())
}

fn sides_fit(width: u32, height: u32) -> Result<(), Refused> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Refused::Damaged);
    }
    if pixels > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE {
        return Err(Refused::TooLarge { width, height });
    }
    Ok(())
}

fn refused(error: &ImageError) -> Refused {
    match error {
        ImageError::Limits(limit) if matches!(limit.kind(), LimitErrorKind::InsufficientMemory) => {
            Refused::TooDeep
        }
        _ => Refused::Damaged,
    }
}
