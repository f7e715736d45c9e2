//! Addresses as people paste them.

/// The addresses in a pasted text: apart by commas, semicolons, blanks or lines, each plain or as
/// `Ann Smith <ann@client.example>`.
///
/// What is no address stays as it is, to be corrected; only names beside an address go.
pub fn split_addresses(text: &str) -> Vec<String> {
    let with_names = text.contains('<');
    let pieces = text
        .split([',', ';', '\n', '\r', '\t'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty());
    pieces
        .flat_map(|piece| addresses_in(piece, with_names))
        .collect()
}

fn addresses_in(piece: &str, with_names: bool) -> Vec<String> {
    let words = piece
        .split([' ', '<', '>', '"'])
        .filter(|word| word.contains('@'));
    let found: Vec<String> = words
        .map(|word| word.trim_start_matches("mailto:").to_owned())
        .collect();
    if found.is_empty() && !with_names {
        vec![piece.to_owned()]
    } else {
        found
    }
}

#[cfg(test)]
mod tests {
    use super::split_addresses;

    #[test]
    fn b24_pasted_addresses_become_rows() {
        assert_eq!(
            split_addresses("a@x.example, b@x.example;c@x.example\n d@x.example"),
            ["a@x.example", "b@x.example", "c@x.example", "d@x.example"]
        );
        assert_eq!(
            split_addresses("Ann Smith <ann@x.example>, \"Bo, B.\" <bo@x.example>"),
            ["ann@x.example", "bo@x.example"]
        );
        assert_eq!(
            split_addresses(" ann at x, b@x.example"),
            ["ann at x", "b@x.example"]
        );
    }
}
