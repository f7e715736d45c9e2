//! Addresses as people paste them.

/// The addresses in a pasted text: apart by commas, semicolons, blanks or lines, each plain or as
/// `Ann Smith <ann@client.example>`.
///
/// A text without any comes back whole, so that nothing typed is lost.
pub fn split_addresses(text: &str) -> Vec<String> {
    let found: Vec<String> = text
        .split([',', ';', ' ', '\t', '\n', '\r', '<', '>', '"'])
        .filter(|part| part.contains('@'))
        .map(|part| part.trim_start_matches("mailto:").to_owned())
        .collect();
    if found.is_empty() {
        vec![text.trim().to_owned()]
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
        assert_eq!(split_addresses(" ann at x "), ["ann at x"]);
    }
}
