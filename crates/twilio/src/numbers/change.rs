use crate::client::Client;
use crate::codes;
use crate::error::Error;
use crate::exchange::{Call, Effect};
use crate::numbers::IncomingNumber;

/// What to change on an owned number; `None` leaves as is, an empty text takes away.
#[derive(Clone, Debug, Default)]
pub struct UpdateNumber {
    pub friendly_name: Option<String>,
    pub sms_url: Option<String>,
}

/// How a release ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Released {
    Now,
    /// The account did not own the number any more.
    Already,
}

impl Client {
    /// Changes an owned number and answers with it as it is now.
    pub async fn update_number(
        &self,
        sid: &str,
        update: &UpdateNumber,
    ) -> Result<IncomingNumber, Error> {
        let UpdateNumber {
            friendly_name,
            sms_url,
        } = update;
        let mut form = Vec::new();
        for (name, value) in [("FriendlyName", friendly_name), ("SmsUrl", sms_url)] {
            if let Some(value) = value {
                form.push((name, value.clone()));
            }
        }
        let url = self.url(&["IncomingPhoneNumbers", sid]);
        self.json(Call::post(url, form, Effect::Repeatable)).await
    }

    /// Gives a number back. In practice it cannot be had again.
    pub async fn release_number(&self, sid: &str) -> Result<Released, Error> {
        let url = self.url(&["IncomingPhoneNumbers", sid]);
        match self.bytes(&Call::delete(url)).await {
            Ok(_) => Ok(Released::Now),
            Err(error) if error.code() == Some(codes::NOT_FOUND) => Ok(Released::Already),
            Err(error) => Err(error),
        }
    }
}
