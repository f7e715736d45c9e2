//! From a large picture to small bitmaps.

use crate::decode::Decoded;
use crate::{BOUNDS, Bitmap, Refused};
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, RgbaImage};
use std::io::Cursor;

/// Far larger ones are first made about this many times as large as wanted, quickly.
const COARSELY_TO: u32 = 4;

/// The picture in every size that does not enlarge it, the smallest first.
pub(crate) fn bitmaps(decoded: Decoded) -> Result<Vec<Bitmap>, Refused> {
    let Decoded { image, orientation } = decoded;
    let shape = (image.width(), image.height());
    let longest = shape.0.max(shape.1);
    let mut bounds: Vec<u32> = BOUNDS
        .into_iter()
        .filter(|bound| *bound < longest)
        .collect();
    // The first that holds the picture whole, as it is.
    bounds.extend(BOUNDS.into_iter().find(|bound| *bound >= longest));
    let mut large = weighed(image, bounds.last().copied().unwrap_or(longest));
    let mut made = Vec::with_capacity(bounds.len());
    for bound in bounds.into_iter().rev() {
        large = fitted(large, shape, bound);
        let mut bitmap = DynamicImage::ImageRgba8(unweighed(&large));
        bitmap.apply_orientation(orientation);
        made.push(written(bitmap, bound)?);
    }
    made.reverse();
    Ok(made)
}

/// Scaled down to fit a square, in the shape of the upload; never up.
fn fitted(image: DynamicImage, shape: (u32, u32), bound: u32) -> DynamicImage {
    let longest = shape.0.max(shape.1);
    if longest <= bound {
        return image;
    }
    let side = |side: u32| ((side * bound + longest / 2) / longest).max(1);
    image.resize_exact(side(shape.0), side(shape.1), FilterType::Lanczos3)
}

/// Roughly as large as wanted, with every color weighed by how opaque it is: otherwise the color that
/// transparent pixels happen to have would shine through at edges.
fn weighed(image: DynamicImage, wanted: u32) -> DynamicImage {
    let transparent = image.color().has_alpha();
    let mut image = image.into_rgba8();
    if transparent {
        for pixel in image.pixels_mut() {
            let [r, g, b, a] = pixel.0;
            pixel.0 = [weigh(r, a), weigh(g, a), weigh(b, a), a];
        }
    }
    let (image, enough) = (DynamicImage::ImageRgba8(image), wanted * COARSELY_TO);
    if image.width().max(image.height()) <= enough {
        return image;
    }
    image.thumbnail(enough, enough)
}

fn unweighed(image: &DynamicImage) -> RgbaImage {
    let mut image = image.to_rgba8();
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        pixel.0 = [lift(r, a), lift(g, a), lift(b, a), a];
    }
    image
}

/// `channel` × `alpha`, in parts of 255.
fn weigh(channel: u8, alpha: u8) -> u8 {
    let product = u16::from(channel) * u16::from(alpha) + 127;
    u8::try_from(product / 255).unwrap_or(u8::MAX)
}

fn lift(channel: u8, alpha: u8) -> u8 {
    if alpha == 0 {
        return 0;
    }
    let (channel, alpha) = (u16::from(channel), u16::from(alpha));
    u8::try_from((channel * 255 + alpha / 2) / alpha).unwrap_or(u8::MAX)
}

fn written(bitmap: DynamicImage, bound: u32) -> Result<Bitmap, Refused> {
    let (width, height) = (bitmap.width(), bitmap.height());
    let opaque = bitmap.as_rgba8().is_some_and(is_opaque);
    let bitmap = if opaque {
        DynamicImage::ImageRgb8(bitmap.into_rgb8())
    } else {
        bitmap
    };
    let mut png = Vec::new();
    bitmap
        .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
        .map_err(|_| Refused::Damaged)?;
    Ok(Bitmap {
        bound,
        width,
        height,
        png,
    })
}

fn is_opaque(image: &RgbaImage) -> bool {
    image.pixels().all(|pixel| pixel.0[3] == u8::MAX)
}
