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
        assert_eq!(counted_clients(1, ClientsWord::Companies), "1 company");
        assert_eq!(
            counted_clients(5_000, ClientsWord::Clients),
            "5,000 clients"
        );
    }
}
