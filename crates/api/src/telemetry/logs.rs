//! Logs as data: one line per event, whatever it contains.

use std::io::{self, Write};

use tracing_subscriber::{
    EnvFilter, fmt::MakeWriter, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

use crate::config::{Log, LogFormat};

/// Where log lines go. Commands that answer on standard output log to standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogTo {
    Stdout,
    Stderr,
}

/// Starts logging, and logs panics from here on. The first call wins.
pub fn init(log: &Log, to: LogTo) {
    let filter = EnvFilter::try_new(&log.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let layer = tracing_subscriber::fmt::layer()
        .with_writer(OneLine(to))
        .with_ansi(false);
    let registry = tracing_subscriber::registry().with(filter);
    let installed = match log.format {
        LogFormat::Json => registry
            .with(layer.json().flatten_event(true).with_span_list(false))
            .try_init(),
        LogFormat::Text => registry.with(layer).try_init(),
    };
    if installed.is_ok() {
        log_panics();
    }
}

/// Panics are told by the log, on one line, not by standard error.
fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let message = panic.payload_as_str().unwrap_or_default();
        tracing::error!(place, message, "panic");
    }));
}

struct OneLine(LogTo);

impl<'a> MakeWriter<'a> for OneLine {
    type Writer = Line<Box<dyn Write>>;

    fn make_writer(&'a self) -> Self::Writer {
        Line(match self.0 {
            LogTo::Stdout => Box::new(io::stdout()),
            LogTo::Stderr => Box::new(io::stderr()),
        })
    }
}

/// Writes every event, which arrives in one piece, as one line without control characters.
struct Line<W>(W);

impl<W: Write> Write for Line<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let mut line = String::with_capacity(text.len());
        for c in text.trim_end_matches('\n').chars() {
            match c {
                '\n' => line.push_str("\\n"),
                '\r' => line.push_str("\\r"),
                c if !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}') => line.push(c),
                c => line.push_str(&escaped(c)),
            }
        }
        line.push('\n');
        self.0.write_all(line.as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// In the form that JSON knows too.
fn escaped(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_stays_on_one_line_without_control_characters() {
        let mut out = Vec::new();
        let event = "INFO name=a\r\nERROR forged \u{1b}[31mred\u{9b}\u{2028}x\n";
        Line(&mut out).write_all(event.as_bytes()).unwrap();
        let line = String::from_utf8(out).unwrap();
        assert_eq!(
            line,
            "INFO name=a\\r\\nERROR forged \\u001b[31mred\\u009b\\u2028x\n"
        );
    }

    #[test]
    fn a_json_event_is_one_object() {
        let mut out = Vec::new();
        let event = serde_json::json!({ "message": "a\n\u{1b}[0m\u{9b}" }).to_string() + "\n";
        Line(&mut out).write_all(event.as_bytes()).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(read["message"], "a\n\u{1b}[0m\u{9b}");
    }
}
