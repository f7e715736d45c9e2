//! SM-05: how many parts a text is sent in.

use gangway_domain::segments::{Encoding, Segments, segments};

fn of(text: &str) -> (Encoding, u32, u32) {
    let Segments {
        encoding,
        count,
        units,
        left: _,
    } = segments(text);
    (encoding, count, units)
}

#[test]
fn sm_05_lengths_at_which_a_part_is_added() {
    for (length, parts) in [
        (0, 0),
        (1, 1),
        (160, 1),
        (161, 2),
        (306, 2),
        (307, 3),
        (459, 3),
        (460, 4),
        (1600, 11),
    ] {
        let wanted = (Encoding::Gsm7, parts, length);
        assert_eq!(of(&"a".repeat(length as usize)), wanted);
    }
    for (length, parts) in [(1, 1), (70, 1), (71, 2), (134, 2), (135, 3), (1600, 24)] {
        let wanted = (Encoding::Ucs2, parts, length);
        assert_eq!(of(&"щ".repeat(length as usize)), wanted);
    }
}

#[test]
fn sm_05_every_character_of_the_alphabet_of_phones_is_known() {
    // 3GPP TS 23.038, 6.2.1: 127 characters beside the escape, and ten behind it.
    let basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    assert_eq!(basic.chars().count(), 127);
    for c in basic.chars() {
        assert_eq!(of(&c.to_string()), (Encoding::Gsm7, 1, 1), "{c:?}");
    }
    for c in "\u{c}^{}\\[~]|€".chars() {
        assert_eq!(of(&c.to_string()), (Encoding::Gsm7, 1, 2), "{c:?}");
    }
    // Letters that look as if they were in it.
    for c in "çáíóú`´’“”–—…\t\u{a0}".chars() {
        assert_eq!(of(&c.to_string()).0, Encoding::Ucs2, "{c:?}");
    }
}

#[test]
fn sm_05_no_character_is_cut_in_two() {
    // The escaped one would begin at the last septet of the first part.
    assert_eq!(
        of(&format!("{}€{}", "a".repeat(152), "a".repeat(152))),
        (Encoding::Gsm7, 3, 306)
    );
    assert_eq!(
        of(&format!("{}€{}", "a".repeat(151), "a".repeat(153))),
        (Encoding::Gsm7, 2, 306)
    );
    // An emoji is two units: 66 and one would not fit into 67.
    assert_eq!(of(&"😀".repeat(67)), (Encoding::Ucs2, 3, 134));
    assert_eq!(of(&"😀".repeat(35)), (Encoding::Ucs2, 1, 70));
    assert_eq!(of(&"😀".repeat(36)), (Encoding::Ucs2, 2, 72));
}

#[test]
fn sm_05_what_is_left_of_the_last_part_is_told() {
    for (text, left) in [
        (String::new(), 160),
        ("a".repeat(10), 150),
        ("a".repeat(160), 0),
        ("a".repeat(161), 153 - 8),
        ("щ".repeat(70), 0),
        ("щ".repeat(71), 67 - 4),
    ] {
        assert_eq!(segments(&text).left, left, "{text}");
    }
}

/// The shared cases; skipped and named where they are not.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the place of the test data is no setting of the product"
)]
fn sm_05_the_shared_cases_are_counted_right() {
    let shared = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        std::path::PathBuf::from,
    );
    let file = shared.join("corpora/strings/text_cases.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: no {}", file.display());
        return;
    };
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).expect("cases");
    let case = |id: &str| {
        let found = cases.iter().find(|case| case["id"] == id);
        found.expect("the case")["text"]
            .as_str()
            .expect("text")
            .to_owned()
    };
    assert_eq!(of(&case("sms_gsm_ext")), (Encoding::Gsm7, 1, 18));
    assert_eq!(of(&case("sms_gsm_ext").repeat(9)), (Encoding::Gsm7, 2, 162));
    let (encoding, count, units) = of(&case("sms_ucs2"));
    assert_eq!((encoding, count), (Encoding::Ucs2, 1));
    assert_eq!(units, 11);
    assert_eq!(of(&case("sms_ucs2").repeat(7)), (Encoding::Ucs2, 2, 77));
}
