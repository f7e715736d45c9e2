use crate::client::Client;
use crate::error::Error;
use crate::exchange::{Call, Effect};
use crate::messages::Message;

/// A text to send. Needs `from`, `messaging_service_sid` or both.
#[derive(Clone, Debug, Default)]
pub struct SendMessage {
    /// E.164.
    pub to: String,
    /// One of our numbers, E.164.
    pub from: Option<String>,
    /// `MG...`: Twilio chooses the sender from the service.
    pub messaging_service_sid: Option<String>,
    /// Up to 1,600 characters.
    pub body: String,
    /// Absolute URL without an underscore in its host name, told of every change of status.
    pub status_callback: Option<String>,
    /// Seconds the message may wait in Twilio's queue, 1 to 36,000, which is the default too.
    pub validity_period_s: Option<u16>,
}

impl Client {
    /// Sends a text. An answer means accepted, not delivered. Never tried twice once the request
    /// was sent: on an error whose effect is unknown, list what was sent to that number and compare
    /// the texts, or accept a rare double.
    pub async fn send_message(&self, send: &SendMessage) -> Result<Message, Error> {
        let SendMessage {
            to,
            from,
            messaging_service_sid,
            body,
            status_callback,
            validity_period_s,
        } = send;
        let mut form = vec![("To", to.clone()), ("Body", body.clone())];
        for (name, value) in [
            ("From", from.clone()),
            ("MessagingServiceSid", messaging_service_sid.clone()),
            ("StatusCallback", status_callback.clone()),
            ("ValidityPeriod", validity_period_s.map(|s| s.to_string())),
        ] {
            if let Some(value) = value {
                form.push((name, value));
            }
        }
        let url = self.url(&["Messages"]);
        self.json(Call::post(url, form, Effect::Create)).await
    }
}
