//! Server-sent events as the HTML standard reads them, as far as Gangway writes them.

use super::Told;

/// What came so far of a stream.
#[derive(Debug)]
pub struct Lines {
    rest: Vec<u8>,
    data: String,
    last_id: Option<String>,
}

impl Lines {
    /// Of a stream that goes on after an id.
    pub fn since(id: Option<&str>) -> Self {
        Self {
            rest: Vec::new(),
            data: String::new(),
            last_id: id.map(str::to_owned),
        }
    }

    pub fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }

    /// What a piece of the stream completes. It may be cut anywhere, also within a character.
    pub fn take(&mut self, chunk: &[u8]) -> Vec<Told> {
        self.rest.extend_from_slice(chunk);
        let mut told = Vec::new();
        while let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line);
            told.extend(self.line(line.trim_end_matches(['\n', '\r'])));
        }
        told
    }

    fn line(&mut self, line: &str) -> Option<Told> {
        if line.is_empty() {
            let data = std::mem::take(&mut self.data);
            // What a newer server tells in another shape is passed over.
            return serde_json::from_str(&data).ok().map(Told::Event);
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "" => return Some(Told::Beat),
            "id" => self.last_id = Some(value.to_owned()),
            "data" => {
                if !self.data.is_empty() {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangway_domain::wire::StreamEvent;

    const STREAM: &str = "retry: 2000\nid: 41\n\n: still here\nid: 42\n\nid: 43\r\ndata: {\"type\":\"é.gap\",\ndata: \"client_id\":null,\"subject_id\":null,\"conversation_id\":null,\"created_at\":null}\n\nid: 44\ndata: {\"new\":\"shape\"}\n\ndata: half";

    fn wanted() -> [Told; 2] {
        let gap = StreamEvent {
            kind: "é.gap".to_owned(),
            ..StreamEvent::gap()
        };
        [Told::Beat, Told::Event(gap)]
    }

    #[test]
    fn a_stream_is_read_the_same_wherever_it_is_cut() {
        for size in 1..STREAM.len() {
            let mut lines = Lines::since(Some("40"));
            assert_eq!(lines.last_id(), Some("40"));
            let pieces = STREAM.as_bytes().chunks(size);
            let told: Vec<Told> = pieces.flat_map(|piece| lines.take(piece)).collect();
            assert_eq!(told, wanted(), "in pieces of {size}");
            assert_eq!(lines.last_id(), Some("44"));
        }
    }
}
