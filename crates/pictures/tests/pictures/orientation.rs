//! A camera held sideways.

use super::sizes::{shown, written};
use gangway_pictures::read;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A JPEG of 200 × 100, red on the left and blue on the right, with an EXIF orientation.
fn held(orientation: u8) -> Vec<u8> {
    let image = RgbImage::from_fn(200, 100, |x, _| {
        if x < 100 {
            Rgb([220, 0, 0])
        } else {
            Rgb([0, 0, 220])
        }
    });
    let jpeg = written(&DynamicImage::ImageRgb8(image), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let mut turned = jpeg[..2].to_vec();
    turned.extend([0xff, 0xe1]);
    turned.extend(length);
    turned.extend(exif);
    turned.extend(&jpeg[2..]);
    turned
}

#[test]
fn up_07_a_picture_is_turned_as_its_camera_was_before_that_is_forgotten() {
    let upright = read(&held(1)).unwrap();
    assert_eq!((upright.width, upright.height), (200, 100));
    // 6: turned to the right to be looked at; what was left is above.
    let turned = read(&held(6)).unwrap();
    assert_eq!((turned.width, turned.height), (100, 200));
    let bitmap = &turned.bitmaps[1];
    assert_eq!((bitmap.width, bitmap.height), (64, 128));
    let pixels = shown(&bitmap.png);
    let (above, below) = (pixels.get_pixel(32, 10).0, pixels.get_pixel(32, 118).0);
    assert!(above[0] > 180 && below[2] > 180, "{above:?} {below:?}");
    let exif = bitmap
        .png
        .windows(4)
        .any(|four| four == b"eXIf" || four == b"Exif");
    assert!(!exif);
}

#[test]
fn up_07_an_orientation_that_does_not_exist_is_upright() {
    assert_eq!(read(&held(77)).unwrap().width, 200);
}
