use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A message as it is on the wire, read without any mail library.
pub struct Raw {
    pub headers: Vec<(String, String)>,
    /// Content type and decoded text of each part.
    pub parts: Vec<(String, String)>,
}

/// All a mail has, in this order. Nothing a user enters adds to it.
pub const GOLDEN_HEADERS: &[&str] = &[
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
];

impl Raw {
    /// Undoes dot-stuffing, then takes the message apart.
    pub fn read(content: &str) -> Self {
        let content: String = content
            .split_inclusive("\r\n")
            .map(|line| line.strip_prefix('.').unwrap_or(line))
            .collect();
        let (head, body) = content.split_once("\r\n\r\n").unwrap();
        let headers = headers(head);
        let boundary = headers
            .iter()
            .find(|(name, _)| name == "Content-Type")
            .and_then(|(_, value)| value.split_once("boundary=\""))
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(boundary, _)| format!("--{boundary}"))
            .unwrap();
        let pieces: Vec<&str> = body.split(&boundary).collect();
        let (last, parts) = pieces[1..].split_last().unwrap();
        assert_eq!(last.trim(), "--", "something after the last part");
        Self {
            headers,
            parts: parts.iter().map(|piece| part(piece)).collect(),
        }
    }

    pub fn header_names(&self) -> Vec<&str> {
        self.headers.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The value with its encoded words decoded.
    pub fn header(&self, name: &str) -> String {
        let values: Vec<&str> = self
            .headers
            .iter()
            .filter(|(header, _)| header == name)
            .map(|(_, value)| value.as_str())
            .collect();
        assert_eq!(values.len(), 1, "{name}");
        decode_words(values[0])
    }
}

fn headers(head: &str) -> Vec<(String, String)> {
    head.replace("\r\n ", " ")
        .split("\r\n")
        .map(|line| {
            let (name, value) = line.split_once(": ").expect("a header line");
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

fn part(piece: &str) -> (String, String) {
    let (head, body) = piece.trim_start().split_once("\r\n\r\n").unwrap();
    let headers = headers(head);
    let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Content-Type", "Content-Transfer-Encoding"]);
    assert_eq!(headers[1].1, "quoted-printable");
    (headers[0].1.clone(), decode_quoted_printable(body))
}

fn decode_quoted_printable(body: &str) -> String {
    let joined = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'=' {
            let digits = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

/// Blanks between two encoded words do not count (RFC 2047).
fn decode_words(value: &str) -> String {
    let mut decoded = String::new();
    let mut rest = value.replace("?= =?utf-8?b?", "?==?utf-8?b?");
    while let Some((before, after)) = rest.split_once("=?utf-8?b?") {
        decoded.push_str(before);
        let (word, tail) = after.split_once("?=").unwrap();
        assert!(word.len() + 12 <= 75, "an encoded word of over 75");
        decoded.push_str(std::str::from_utf8(&STANDARD.decode(word).unwrap()).unwrap());
        rest = tail.to_owned();
    }
    decoded + &rest
}
