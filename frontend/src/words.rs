//! Words that depend on the partner's choice or on a state.

use gangway_domain::wire::ClientsWord;

/// "Clients" or "Companies".
pub fn clients(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "Clients",
        ClientsWord::Companies => "Companies",
    }
}

/// "client" or "company".
pub fn client(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "client",
        ClientsWord::Companies => "company",
    }
}

/// "Client" or "Company".
pub fn client_title(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "Client",
        ClientsWord::Companies => "Company",
    }
}

/// "1 client", "5,000 companies".
pub fn counted_clients(count: u64, word: ClientsWord) -> String {
    let noun = if count == 1 {
        client(word).to_owned()
    } else {
        clients(word).to_lowercase()
    };
    format!("{} {noun}", grouped(count))
}

/// "5,000".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "820 bytes", "34 kB", "1.2 MB".
pub fn size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    const MEGA: u64 = KILO * KILO;
    // What rounds up to a megabyte is one.
    const NEARLY_MEGA: u64 = MEGA - KILO / 2;
    match bytes {
        1 => "1 byte".to_owned(),
        0..KILO => format!("{bytes} bytes"),
        KILO..NEARLY_MEGA => format!("{} kB", (bytes + KILO / 2) / KILO),
        _ => {
            let tenths = (bytes * 10 + MEGA / 2) / MEGA;
            match tenths % 10 {
                0 => format!("{} MB", tenths / 10),
                tenth => format!("{}.{tenth} MB", tenths / 10),
            }
        }
    }
}

/// "1 row", "5,000 rows".
pub fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

/// What was typed, unless it is nothing.
pub fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_their_nouns_follow_them() {
        for (number, words) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), words);
        }
        assert_eq!(counted(1, "row"), "1 row");
        assert_eq!(counted(12_000, "row"), "12,000 rows");
        assert_eq!(counted_clients(1, ClientsWord::Companies), "1 company");
        assert_eq!(
            counted_clients(5_000, ClientsWord::Clients),
            "5,000 clients"
        );
    }

    #[test]
    fn sizes_are_told_as_a_file_manager_tells_them() {
        for (bytes, words) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (1_023, "1023 bytes"),
            (1_024, "1 kB"),
            (34_500, "34 kB"),
            (1_048_575, "1 MB"),
            (1_300_000, "1.2 MB"),
            (25 * 1_024 * 1_024, "25 MB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
