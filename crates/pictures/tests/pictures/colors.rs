//! Colors and what shows through.

use super::sizes::{shown, written};
use gangway_pictures::read;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

#[test]
fn up_07_transparent_edges_do_not_darken() {
    // White on the left; on the right transparent, with black behind it as many programs write it.
    let image = RgbaImage::from_fn(600, 600, |x, _| {
        if x < 299 {
            Rgba([255, 255, 255, 255])
        } else {
            Rgba([0, 0, 0, 0])
        }
    });
    let picture = read(&written(&image.into(), ImageFormat::Png)).unwrap();
    for bitmap in &picture.bitmaps {
        for pixel in shown(&bitmap.png).pixels().filter(|pixel| pixel.0[3] > 8) {
            assert!(
                pixel.0[..3].iter().all(|channel| *channel > 240),
                "{pixel:?}"
            );
        }
    }
}

#[test]
fn up_07_gray_deep_and_transparent_ones_keep_their_look() {
    let gray = DynamicImage::ImageLuma16(image::ImageBuffer::from_pixel(
        80,
        80,
        image::Luma([0x8000]),
    ));
    let picture = read(&written(&gray, ImageFormat::Png)).unwrap();
    assert_eq!(
        shown(&picture.bitmaps[0].png).get_pixel(5, 5).0,
        [128, 128, 128, 255]
    );
    let half = DynamicImage::ImageRgba8(RgbaImage::from_pixel(80, 80, Rgba([250, 10, 0, 128])));
    let picture = read(&written(&half, ImageFormat::Png)).unwrap();
    let [r, g, b, a] = shown(&picture.bitmaps[0].png).get_pixel(5, 5).0;
    assert!(r > 247 && g < 13 && b < 3 && a == 128, "{r} {g} {b} {a}");
}
