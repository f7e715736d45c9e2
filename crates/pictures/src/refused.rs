//! Why an upload is not taken.

use crate::{MAX_PIXELS, MAX_SIDE};

/// Why an upload is not taken, in words for the person who chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No bytes at all.
    #[error("The file is empty. Choose another one.")]
    Empty,
    /// A document, not a bitmap.
    #[error(
        "SVG files cannot be taken, because they can contain scripts. Save it as PNG and choose that file."
    )]
    Svg,
    /// Something else.
    #[error("This file is not a picture that can be taken. Choose a PNG, JPEG, WebP or GIF file.")]
    OtherKind,
    /// Begins like a picture and is none.
    #[error(
        "The picture is damaged or incomplete. Open it, save it again as PNG, and choose that file."
    )]
    Damaged,
    /// By its header.
    #[error("The picture is too large: {width} × {height} pixels. {}", limits())]
    TooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// Few pixels that take much memory each.
    #[error(
        "The picture has too many colors for its size. Save it with 8 bits a channel and choose that file."
    )]
    TooDeep,
}

fn limits() -> String {
    let megapixels = MAX_PIXELS / 1_000_000;
    format!("At most {megapixels} megapixels and {MAX_SIDE} pixels a side are taken.")
}
