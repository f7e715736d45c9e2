//! Every file of the corpus, by what is written down for it.

use super::memory::peak_kb;
use gangway_pictures::{Picture, Refused, read};
use serde_json::Value;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// What is documented where the corpus leaves a choice; what is taken has this width and height.
const VERDICTS: [(&str, Verdict); 50] = [
    ("good_64.png", Taken(64, 64)),
    ("good_1x1.png", Taken(1, 1)),
    ("good_alpha.png", Taken(32, 32)),
    ("good_gray16.png", Taken(32, 32)),
    ("good.gif", Taken(1, 1)),
    ("good_64.jpg", Taken(64, 64)),
    ("svg_plain.svg", Not(Refused::Svg)),
    ("svg_script.svg", Not(Refused::Svg)),
    ("svg_onload.svg", Not(Refused::Svg)),
    ("svg_href_js.svg", Not(Refused::Svg)),
    ("svg_animate.svg", Not(Refused::Svg)),
    ("svg_foreign.svg", Not(Refused::Svg)),
    ("svg_use_remote.svg", Not(Refused::Svg)),
    ("svg_image_file.svg", Not(Refused::Svg)),
    ("svg_css_import.svg", Not(Refused::Svg)),
    ("svg_xxe.svg", Not(Refused::Svg)),
    ("svg_billion_laughs.svg", Not(Refused::Svg)),
    ("svg_huge_size.svg", Not(Refused::Svg)),
    ("svg_deep.svg", Not(Refused::Svg)),
    ("svg_use_bomb.svg", Not(Refused::Svg)),
    ("svg_utf16.svg", Not(Refused::Svg)),
    ("svg_leading_space.svg", Not(Refused::Svg)),
    ("svg_named.png", Not(Refused::Svg)),
    ("html_named.png", Not(Refused::OtherKind)),
    ("png_named.svg", Taken(64, 64)),
    ("exe_named.png", Not(Refused::OtherKind)),
    ("pdf_named.png", Not(Refused::OtherKind)),
    ("zero_bytes.png", Not(Refused::Empty)),
    ("only_signature.png", Not(Refused::Damaged)),
    ("truncated.png", Not(Refused::Damaged)),
    ("bad_crc.png", Not(Refused::Damaged)),
    ("text.txt.png", Not(Refused::OtherKind)),
    ("poly_gif_js.gif", Large),
    ("poly_gif_js_valid.gif", Taken(1, 1)),
    ("poly_png_html.png", Taken(64, 64)),
    ("poly_png_zip.png", Taken(64, 64)),
    ("poly_png_php_text.png", Taken(64, 64)),
    ("poly_jpg_html.jpg", Taken(64, 64)),
    ("poly_pdf_png.png", Taken(1, 1)),
    ("dim_16000x16000.png", Large),
    ("dim_huge_header.png", Large),
    ("dim_65535_header.png", Large),
    ("dim_zero.png", Not(Refused::Damaged)),
    ("dim_thin.png", Large),
    ("dim_gif_65535.gif", Large),
    ("bomb_idat_more_than_header.png", Taken(1, 1)),
    ("bomb_ztxt.png", Taken(8, 8)),
    ("bomb_iccp.png", Taken(8, 8)),
    ("gif_1500_frames.gif", Taken(1, 1)),
    ("meta_gps.jpg", Taken(64, 64)),
];

#[derive(Clone, Copy, Debug)]
enum Verdict {
    Taken(u32, u32),
    Not(Refused),
    /// Too large by its header.
    Large,
}

use Verdict::{Large, Not, Taken};

#[test]
fn up_07_every_file_of_the_corpus_gets_its_verdict_in_little_time_and_memory() {
    let Some(folder) = folder() else { return };
    let expected: Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let files = expected["files"].as_object().unwrap();
    let mut wrong = Vec::new();
    for name in files.keys().filter(|name| *name != "name_cases.json") {
        let upload = std::fs::read(folder.join(name)).unwrap();
        let began = Instant::now();
        let (found, peak_kb) = peak_kb(|| read(&upload));
        let (took, verdict) = (began.elapsed(), verdict_of(name));
        if !fits(verdict, found.as_ref()) {
            let found = found.as_ref().map(|it| (it.width, it.height));
            wrong.push(format!("{name}: {verdict:?}, not {found:?}"));
        }
        if took > Duration::from_secs(1) || peak_kb > 64_000 {
            wrong.push(format!("{name}: {took:?}, {peak_kb} kB"));
        }
        for bitmap in found.into_iter().flat_map(|picture| picture.bitmaps) {
            only_pixels(name, &bitmap.png);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(files.len() - 1, VERDICTS.len());
}

fn verdict_of(name: &str) -> Verdict {
    let found = VERDICTS.iter().find(|(of, _)| *of == name);
    found.unwrap_or_else(|| panic!("no verdict on {name}")).1
}

fn fits(verdict: Verdict, found: Result<&Picture, &Refused>) -> bool {
    match (verdict, found) {
        (Taken(width, height), Ok(picture)) => (picture.width, picture.height) == (width, height),
        (Not(wanted), Err(refused)) => wanted == *refused,
        (Large, Err(Refused::TooLarge { .. })) => true,
        _ => false,
    }
}

/// A PNG of header, pixels and end, and nothing behind it.
fn only_pixels(name: &str, png: &[u8]) {
    let (signature, mut rest) = png.split_at(8);
    assert_eq!(signature, b"\x89PNG\r\n\x1a\n", "{name}");
    let mut last = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        last = rest[4..8].to_vec();
        let known = [*b"IHDR", *b"IDAT", *b"IEND"];
        assert!(
            known.iter().any(|kind| kind[..] == last),
            "{name}: {last:?}"
        );
        rest = &rest[12 + length..];
    }
    assert_eq!(last, b"IEND", "{name}");
}

fn folder() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "where the corpora are")]
    let shared = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let folder = shared.join("corpora/images");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}
