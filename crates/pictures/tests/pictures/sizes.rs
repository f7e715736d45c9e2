//! The sizes that are made, and the limits.

use super::memory::peak_kb;
use gangway_pictures::{BOUNDS, Kind, MAX_PIXELS, MAX_SIDE, Refused, read};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

pub fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn plain(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_pixel(width, height, Rgb([200, 30, 60])).into()
}

/// The bound, width and height of each bitmap.
fn made(width: u32, height: u32) -> Vec<(u32, u32, u32)> {
    let picture = read(&written(&plain(width, height), ImageFormat::Png)).unwrap();
    let size = |bitmap: &gangway_pictures::Bitmap| (bitmap.bound, bitmap.width, bitmap.height);
    picture.bitmaps.iter().map(size).collect()
}

#[test]
fn up_07_a_large_picture_is_made_smaller_and_keeps_its_shape() {
    let wanted = [
        (64, 64, 16),
        (128, 128, 32),
        (256, 256, 64),
        (512, 512, 128),
    ];
    assert_eq!(made(3000, 750), wanted);
}

#[test]
fn up_07_a_picture_is_never_enlarged() {
    assert_eq!(made(40, 20), [(64, 40, 20)]);
    assert_eq!(
        made(100, 300),
        [
            (64, 21, 64),
            (128, 43, 128),
            (256, 85, 256),
            (512, 100, 300)
        ]
    );
    assert_eq!(made(128, 128), [(64, 64, 64), (128, 128, 128)]);
    assert_eq!(made(1, 4000).last(), Some(&(512, 1, 512)));
    assert_eq!(BOUNDS.len(), 4);
}

#[test]
fn up_07_every_kind_is_told_by_its_content() {
    let kinds = [
        (ImageFormat::Png, Kind::Png),
        (ImageFormat::Jpeg, Kind::Jpeg),
        (ImageFormat::WebP, Kind::WebP),
        (ImageFormat::Gif, Kind::Gif),
    ];
    for (format, kind) in kinds {
        let picture = read(&written(&plain(70, 70), format)).unwrap();
        assert_eq!((picture.kind, picture.width), (kind, 70));
        let pixel = shown(&picture.bitmaps[1].png).get_pixel(35, 35).0;
        let near = |i: usize, wanted: u8| pixel[i].abs_diff(wanted) < 6;
        assert!(
            near(0, 200) && near(1, 30) && near(2, 60),
            "{kind:?} {pixel:?}"
        );
    }
}

pub fn shown(png: &[u8]) -> image::RgbaImage {
    image::load_from_memory_with_format(png, ImageFormat::Png)
        .unwrap()
        .into_rgba8()
}

#[test]
fn up_07_the_largest_is_taken_and_one_pixel_more_is_not() {
    let (taken, peak_kb) = {
        let upload = written(&plain(4000, 4000), ImageFormat::Png);
        peak_kb(|| read(&upload))
    };
    assert_eq!(taken.unwrap().width, 4000);
    assert!(peak_kb < 192_000, "{peak_kb} kB");
    assert_eq!(MAX_PIXELS, 4000 * 4000);
    let more = read(&written(&plain(4001, 4000), ImageFormat::Png));
    let (width, height) = (4001, 4000);
    assert_eq!(more.unwrap_err(), Refused::TooLarge { width, height });
}

#[test]
fn up_07_a_side_has_its_limit_too() {
    assert!(read(&written(&plain(MAX_SIDE, 3), ImageFormat::Png)).is_ok());
    let refused = read(&written(&plain(3, MAX_SIDE + 1), ImageFormat::Png)).unwrap_err();
    let words = "The picture is too large: 3 × 8193 pixels. At most 16 megapixels and 8192 pixels a side are taken.";
    assert_eq!(refused.to_string(), words);
}

#[test]
fn up_07_many_bits_a_channel_are_refused_where_they_take_too_much_memory() {
    let deep = DynamicImage::new_rgba16(3000, 3000);
    let upload = written(&deep, ImageFormat::Png);
    let (found, peak_kb) = peak_kb(|| read(&upload));
    assert_eq!(found.unwrap_err(), Refused::TooDeep);
    assert!(peak_kb < 16_000, "{peak_kb} kB");
}
