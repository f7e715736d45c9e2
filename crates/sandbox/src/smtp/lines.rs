use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncBufReadExt};

/// Longer command lines are refused; base64 of a sign-in is the longest there is.
const LONGEST_LINE: usize = 12 * 1024;
/// A connection on which nothing comes for so long is closed (RFC 5321, 4.5.3.2.7).
pub(super) const PATIENCE: Duration = Duration::from_mins(5);

/// A line as a client sent it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Without its CRLF.
    Whole(String),
    TooLong,
    /// Not ended by CRLF, or with a control character or bytes that are no UTF-8 in it.
    Malformed,
    /// The client has left.
    Closed,
}

/// Reads up to and with the next LF.
pub(super) async fn read_line(from: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Line> {
    let mut line = Vec::new();
    let mut too_long = false;
    loop {
        let chunk = tokio::time::timeout(PATIENCE, from.fill_buf()).await??;
        if chunk.is_empty() {
            return Ok(Line::Closed);
        }
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(chunk.len(), |end| end + 1);
        too_long |= line.len() + taken > LONGEST_LINE;
        if !too_long {
            line.extend(chunk.iter().take(taken));
        }
        from.consume(taken);
        if end.is_some() {
            break;
        }
    }
    if too_long {
        return Ok(Line::TooLong);
    }
    let text = line
        .strip_suffix(b"\r\n")
        .and_then(|line| std::str::from_utf8(line).ok())
        .filter(|text| !text.contains(|c: char| c.is_control() && c != '\t'));
    Ok(match text {
        Some(text) => Line::Whole(text.to_owned()),
        None => Line::Malformed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_crlf_ends_a_line() {
        let mut input = &b"NOOP\r\nbare\nbare\rin\r\n\xff\r\n\r\nunfinished"[..];
        let whole = |text: &str| Line::Whole(text.to_owned());
        for expected in [
            whole("NOOP"),
            Line::Malformed,
            Line::Malformed,
            Line::Malformed,
            whole(""),
            Line::Closed,
        ] {
            assert_eq!(read_line(&mut input).await.unwrap(), expected);
        }
    }

    #[tokio::test]
    async fn a_line_too_long_is_read_to_its_end_and_not_kept() {
        let mut bytes = vec![b'x'; LONGEST_LINE + 1];
        bytes.extend(b"\r\nNOOP\r\n");
        let mut input = bytes.as_slice();
        assert_eq!(read_line(&mut input).await.unwrap(), Line::TooLong);
        assert_eq!(
            read_line(&mut input).await.unwrap(),
            Line::Whole("NOOP".to_owned())
        );
    }
}
