//! What a file is, by its first bytes alone.

use crate::Refused;
use image::ImageFormat;

/// How much of a text is looked through for an SVG's first element.
const LOOKED_THROUGH: usize = 4096;

/// A kind of picture that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP, lossy or not.
    WebP,
    /// The first frame of a GIF.
    Gif,
}

impl Kind {
    /// By content; what the file is called and said to be does not matter.
    pub(crate) fn of(upload: &[u8]) -> Result<Self, Refused> {
        match upload {
            [] => Err(Refused::Empty),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Self::Gif),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Ok(Self::WebP),
            _ if is_svg(upload) => Err(Refused::Svg),
            _ => Err(Refused::OtherKind),
        }
    }

    pub(crate) const fn format(self) -> ImageFormat {
        match self {
            Self::Png => ImageFormat::Png,
            Self::Jpeg => ImageFormat::Jpeg,
            Self::WebP => ImageFormat::WebP,
            Self::Gif => ImageFormat::Gif,
        }
    }
}

/// In UTF-8 or UTF-16, whatever stands before its first element. Only the words of the refusal hang on it.
fn is_svg(upload: &[u8]) -> bool {
    let start: Vec<u8> = upload
        .iter()
        .copied()
        .filter(|byte| *byte != 0)
        .take(LOOKED_THROUGH)
        .collect();
    start
        .windows(4)
        .any(|four| four.eq_ignore_ascii_case(b"<svg"))
}
