//! What Twilio remembers while nobody plays it: in a file, from one start to the next.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::messages::StoredMessage;
use super::numbers::OwnedNumber;
use super::state::State;

/// Messages that are kept in the file, the newest.
const MESSAGES: usize = 500;

#[derive(Deserialize, Serialize)]
struct Kept {
    /// The product's address when this was written.
    product: Option<String>,
    ids_made: u64,
    numbers: Vec<OwnedNumber>,
    messages: Vec<StoredMessage>,
    opted_out: BTreeSet<(String, String)>,
}

impl State {
    /// Writes the file anew: whole, or not at all.
    pub fn write(&self, file: &Path) -> io::Result<()> {
        let newest = self.messages.len().saturating_sub(MESSAGES);
        let kept = Kept {
            product: self.options.product.clone(),
            ids_made: self.ids.made(),
            numbers: self.numbers.clone(),
            messages: self.messages.iter().skip(newest).cloned().collect(),
            opted_out: self.opted_out.clone(),
        };
        let beside = file.with_extension("new");
        std::fs::write(&beside, serde_json::to_vec(&kept)?)?;
        std::fs::rename(beside, file)
    }

    /// Takes up what the file says; one that is not there says nothing.
    pub fn take_up(&mut self, file: &Path) -> io::Result<()> {
        let text = match std::fs::read(file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        let Kept {
            product,
            ids_made,
            numbers,
            messages,
            opted_out,
        } = serde_json::from_slice(&text)?;
        self.ids.go_on_from(ids_made);
        self.numbers = numbers;
        self.messages = messages.into();
        self.opted_out = opted_out;
        if let (Some(before), Some(now)) = (product, self.options.product.clone()) {
            self.product_moved(&before, &now);
        }
        Ok(())
    }

    /// The product may listen elsewhere than it did when it bought its numbers.
    fn product_moved(&mut self, before: &str, now: &str) {
        for number in &mut self.numbers {
            let path = number.sms_url.strip_prefix(before);
            if let Some(path) = path.filter(|path| path.starts_with('/')) {
                number.sms_url = format!("{now}{path}");
            }
        }
    }
}
