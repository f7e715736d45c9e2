use std::collections::BTreeMap;

/// Whom the mail server turns away.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    /// Code and text per address in lower case.
    recipients: BTreeMap<String, (u16, String)>,
    /// Recipients still to be told to come back later.
    greylisted: u32,
}

impl Refusals {
    pub fn refuse(&mut self, address: &str, code: u16, text: &str) {
        // A reply is one line, whatever the text says.
        let text = text.replace(['\r', '\n'], " ");
        self.recipients.insert(address.to_lowercase(), (code, text));
    }

    pub fn greylist(&mut self, times: u32) {
        self.greylisted = times;
    }

    pub fn list(&self) -> &BTreeMap<String, (u16, String)> {
        &self.recipients
    }

    /// The reply that turns this recipient away.
    pub fn turn_away(&mut self, address: &str) -> Option<String> {
        if let Some((code, text)) = self.recipients.get(&address.to_lowercase()) {
            return Some(format!("{code} {text}"));
        }
        if self.greylisted == 0 {
            return None;
        }
        self.greylisted -= 1;
        Some("451 4.7.1 Greylisted, please come back later".to_owned())
    }
}
