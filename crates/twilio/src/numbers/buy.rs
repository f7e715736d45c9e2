use crate::client::Client;
use crate::error::Error;
use crate::exchange::{Call, Effect};
use crate::numbers::IncomingNumber;

/// A purchase, always of one given number, so that a repeat is refused rather than buying a second.
#[derive(Clone, Debug)]
pub struct BuyNumber {
    /// E.164, as the search gave it.
    pub phone_number: String,
    /// Up to 64 characters. Put a record's id here, to find strays by.
    pub friendly_name: String,
    /// Where Twilio posts incoming texts.
    pub sms_url: Option<String>,
}

impl Client {
    /// Buys a number, which costs money. Never tried twice once the request was sent: on an error
    /// whose effect is unknown, look with [`Client::find_number`] before anything else.
    pub async fn buy_number(&self, buy: &BuyNumber) -> Result<IncomingNumber, Error> {
        let BuyNumber {
            phone_number,
            friendly_name,
            sms_url,
        } = buy;
        let mut form = vec![
            ("PhoneNumber", phone_number.clone()),
            ("FriendlyName", friendly_name.clone()),
        ];
        if let Some(sms_url) = sms_url {
            form.push(("SmsUrl", sms_url.clone()));
            form.push(("SmsMethod", "POST".to_owned()));
        }
        let url = self.url(&["IncomingPhoneNumbers"]);
        self.json(Call::post(url, form, Effect::Create)).await
    }
}
