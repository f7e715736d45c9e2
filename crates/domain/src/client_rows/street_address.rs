use crate::values::{Line, Rejection};

/// Street and number, and what else there is to find the door: one line or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreetAddress {
    text: String,
    pub first: Line,
    pub second: Option<Line>,
}

impl StreetAddress {
    /// Lines that are empty do not count; from the second on they become one, with commas.
    pub(super) fn parse(text: &str) -> Result<Self, Rejection> {
        let lines = text.split(['\n', '\r']).map(str::trim);
        let mut filled = lines.filter(|line| !line.is_empty());
        let first = Line::parse(filled.next().unwrap_or_default())?;
        let rest = filled.collect::<Vec<_>>().join(", ");
        let second = (!rest.is_empty()).then(|| Line::parse(&rest)).transpose()?;
        let lines = [Some(&first), second.as_ref()];
        let lines: Vec<&str> = lines.into_iter().flatten().map(Line::as_str).collect();
        Ok(Self {
            text: lines.join("\n"),
            first,
            second,
        })
    }
}

impl AsRef<str> for StreetAddress {
    fn as_ref(&self) -> &str {
        &self.text
    }
}
