/// Collects a message after DATA: takes away stuffed dots and knows the end, which is only ever
/// CRLF, dot, CRLF. A bare LF or CR is content, so that nothing can be smuggled in behind one.
pub(super) struct Data {
    state: State,
    message: Vec<u8>,
    limit: usize,
    received: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Right after CRLF, or before the first byte.
    LineStart,
    Within,
    /// After a CR.
    Cr,
    /// After a dot that starts a line.
    Dot,
    /// After a dot that starts a line, and a CR.
    DotCr,
    End,
}

impl Data {
    pub fn new(limit: usize) -> Self {
        Self {
            state: State::LineStart,
            message: Vec::new(),
            limit,
            received: 0,
        }
    }

    /// Takes bytes up to the end of the message and answers with how many it took.
    pub fn feed(&mut self, bytes: &[u8]) -> usize {
        let mut taken = 0;
        for byte in bytes {
            if self.ended() {
                break;
            }
            taken += 1;
            self.step(*byte);
        }
        self.received += taken;
        taken
    }

    pub fn ended(&self) -> bool {
        self.state == State::End
    }

    /// Bytes that came in all, kept or not.
    pub fn received(&self) -> usize {
        self.received
    }

    /// The message, unless it is longer than allowed.
    pub fn message(self) -> Option<Vec<u8>> {
        (self.message.len() <= self.limit).then_some(self.message)
    }

    fn step(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            (State::LineStart, b'.') => State::Dot,
            (State::Dot, b'\r') => State::DotCr,
            (State::DotCr, b'\n') => State::End,
            (State::DotCr, _) => {
                self.keep(b'\r');
                self.content(byte, false)
            }
            (state, _) => self.content(byte, state == State::Cr),
        };
    }

    fn content(&mut self, byte: u8, after_cr: bool) -> State {
        self.keep(byte);
        match byte {
            b'\r' => State::Cr,
            b'\n' if after_cr => State::LineStart,
            _ => State::Within,
        }
    }

    /// One byte over the limit is kept, to know that there were more.
    fn keep(&mut self, byte: u8) {
        if self.message.len() <= self.limit {
            self.message.push(byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Option<String>, usize) {
        let mut data = Data::new(1_000);
        let taken = data.feed(bytes);
        let ended = data.ended();
        let message = data.message().unwrap();
        (ended.then(|| String::from_utf8(message).unwrap()), taken)
    }

    #[test]
    fn stuffed_dots_are_taken_away() {
        let (message, _) = read(b"..a\r\n.b\r\n...\r\na.b\r\n.\r\n");
        assert_eq!(message.unwrap(), ".a\r\nb\r\n..\r\na.b\r\n");
    }

    #[test]
    fn an_empty_message_ends_at_once() {
        assert_eq!(read(b".\r\nQUIT\r\n"), (Some(String::new()), 3));
    }

    #[test]
    fn no_dot_with_a_bare_line_end_around_it_ends_the_message() {
        for end in [
            "\n.\n",
            "\n.\r\n",
            "\r\n.\n",
            "\r.\r",
            "\r.\r\n",
            "\r\n.\r",
            "\r\r\n.\n",
            "\n.\r",
            "\r\n.\0\r\n",
            "\r\n.\r\r\n",
        ] {
            let bytes = format!("a{end}MAIL FROM:<evil@a.test>\r\n");
            assert_eq!(read(bytes.as_bytes()).0, None, "{end:?}");
        }
    }

    #[test]
    fn what_follows_the_end_is_left_for_the_next_command() {
        let mut data = Data::new(1_000);
        assert_eq!(data.feed(b"a\r"), 2);
        assert_eq!(data.feed(b"\n."), 2);
        assert_eq!(data.feed(b"\r\nNOOP\r\n"), 2);
        assert_eq!(data.message().unwrap(), b"a\r\n");
    }

    #[test]
    fn a_message_over_the_limit_is_read_to_its_end_and_not_kept() {
        let mut data = Data::new(5);
        data.feed(b"123456\r\n.\r\n");
        assert!(data.ended());
        assert_eq!(data.message(), None);
    }
}
