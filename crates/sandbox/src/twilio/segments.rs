/// The characters of the GSM alphabet (3GPP TS 23.038).
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Those that take the room of two.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// How many texts it takes: 160 characters of the GSM alphabet, or 70 units of UTF-16 with any other
/// character in it, and 153 or 67 each in parts. No character is cut in two.
pub(crate) fn segments(body: &str) -> usize {
    let gsm: Option<Vec<usize>> = body.chars().map(gsm_units).collect();
    match gsm {
        Some(units) => parts(&units, 160, 153),
        None => {
            let units: Vec<usize> = body.chars().map(char::len_utf16).collect();
            parts(&units, 70, 67)
        }
    }
}

fn gsm_units(character: char) -> Option<usize> {
    if BASIC.contains(character) {
        Some(1)
    } else {
        EXTENDED.contains(character).then_some(2)
    }
}

fn parts(units: &[usize], single: usize, part: usize) -> usize {
    if units.iter().sum::<usize>() <= single {
        return 1;
    }
    let (mut parts, mut room) = (0, 0);
    for units in units {
        if room < *units {
            parts += 1;
            room = part;
        }
        room -= units;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::segments;

    #[test]
    fn a_letter_beyond_the_alphabet_shortens_every_part() {
        assert_eq!(segments(""), 1);
        for (letter, single, part) in [("a", 160, 153), ("é", 160, 153), ("ç", 70, 67)] {
            assert_eq!(segments(&letter.repeat(single)), 1, "{letter}");
            assert_eq!(segments(&letter.repeat(single + 1)), 2, "{letter}");
            assert_eq!(segments(&letter.repeat(2 * part)), 2, "{letter}");
            assert_eq!(segments(&letter.repeat(2 * part + 1)), 3, "{letter}");
        }
    }

    #[test]
    fn what_takes_two_units_is_never_cut() {
        assert_eq!(segments(&"€".repeat(80)), 1);
        assert_eq!(segments(&"€".repeat(81)), 2);
        // 76 of them in a part of 153.
        assert_eq!(segments(&"€".repeat(152)), 2);
        assert_eq!(segments(&"€".repeat(153)), 3);
        assert_eq!(segments(&"👋".repeat(35)), 1);
        assert_eq!(segments(&"👋".repeat(66)), 2);
        assert_eq!(segments(&"👋".repeat(67)), 3);
    }
}
