//! Files made to do harm, beyond the corpus.

use super::memory::peak_kb;
use super::sizes::written;
use gangway_pictures::{Refused, read};
use image::{DynamicImage, ImageFormat};

#[test]
fn up_07_a_gif_whose_frame_is_larger_than_its_screen_takes_no_memory() {
    let mut gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    gif.extend(b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;");
    let (found, peak_kb) = peak_kb(|| read(&gif));
    assert!(found.is_err(), "{found:?}");
    assert!(peak_kb < 16_000, "{peak_kb} kB");
}

#[test]
fn up_07_a_webp_that_says_it_is_huge_is_refused_by_its_header() {
    // VP8X: the size of the canvas less one, in 24 bits each.
    let mut webp = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".to_vec();
    webp.extend([0xff, 0x3f, 0, 0xff, 0x3f, 0]);
    let (found, peak_kb) = peak_kb(|| read(&webp));
    assert!(
        matches!(found, Err(Refused::TooLarge { .. } | Refused::Damaged)),
        "{found:?}"
    );
    assert!(peak_kb < 16_000, "{peak_kb} kB");
}

#[test]
fn up_07_whatever_byte_is_changed_or_missing_ends_in_a_picture_or_a_refusal() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::WebP,
        ImageFormat::Gif,
    ] {
        let upload = written(&DynamicImage::new_rgb8(9, 7), format);
        for at in 0..upload.len() {
            let _ = read(&upload[..at]);
            for value in [0, 0x7f, 0xff] {
                let mut changed = upload.clone();
                changed[at] = value;
                let _ = read(&changed);
            }
        }
    }
}
