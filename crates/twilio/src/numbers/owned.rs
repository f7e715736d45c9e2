use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::capabilities::{AddressRequirements, Capabilities};
use crate::client::Client;
use crate::error::Error;
use crate::exchange::Call;
use crate::lenient;
use crate::list::Page;

/// A number the account owns.
#[derive(Clone, Debug, Deserialize)]
pub struct IncomingNumber {
    /// `PN` and 32 hexadecimal digits.
    pub sid: String,
    /// E.164.
    pub phone_number: String,
    #[serde(default)]
    pub friendly_name: String,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub sms_url: Option<String>,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub sms_method: Option<String>,
    /// When set, Twilio ignores `sms_url`.
    #[serde(default, deserialize_with = "lenient::filled")]
    pub sms_application_sid: Option<String>,
    #[serde(default)]
    pub capabilities: Capabilities,
    #[serde(default)]
    pub address_requirements: AddressRequirements,
    /// Such as `in-use`.
    #[serde(default, deserialize_with = "lenient::filled")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "lenient::date")]
    pub date_created: Option<DateTime<Utc>>,
}

/// Which of the owned numbers to list; all of them by default.
#[derive(Clone, Debug, Default)]
pub struct ListNumbers {
    /// Whole in E.164, or a part: Twilio finds parts too, so compare what comes back.
    pub phone_number: Option<String>,
    pub friendly_name: Option<String>,
    /// Items per page, 1 to 1,000; all pages are read whatever it is.
    pub page_size: Option<u16>,
}

#[derive(Deserialize)]
struct Owned {
    incoming_phone_numbers: Vec<IncomingNumber>,
    next_page_uri: Option<String>,
}

impl Page for Owned {
    type Item = IncomingNumber;

    fn take(self) -> (Vec<IncomingNumber>, Option<String>) {
        (self.incoming_phone_numbers, self.next_page_uri)
    }
}

impl Client {
    /// The owned numbers, all pages of them.
    pub async fn list_numbers(&self, list: &ListNumbers) -> Result<Vec<IncomingNumber>, Error> {
        let mut url = self.url(&["IncomingPhoneNumbers"]);
        let ListNumbers {
            phone_number,
            friendly_name,
            page_size,
        } = list;
        {
            let mut query = url.query_pairs_mut();
            for (name, value) in [
                ("PhoneNumber", phone_number),
                ("FriendlyName", friendly_name),
            ] {
                if let Some(value) = value {
                    query.append_pair(name, value);
                }
            }
            query.append_pair("PageSize", &page_size.unwrap_or(100).to_string());
        }
        self.pages::<Owned>(url, usize::MAX).await
    }

    /// The owned number that is exactly this one: the way to learn whether a purchase whose answer
    /// was lost went through.
    pub async fn find_number(&self, phone_number: &str) -> Result<Option<IncomingNumber>, Error> {
        let list = ListNumbers {
            phone_number: Some(phone_number.to_owned()),
            ..ListNumbers::default()
        };
        let found = self.list_numbers(&list).await?;
        Ok(found
            .into_iter()
            .find(|number| number.phone_number == phone_number))
    }

    /// One owned number; refused with code 20404 when there is none of that SID.
    pub async fn fetch_number(&self, sid: &str) -> Result<IncomingNumber, Error> {
        let url = self.url(&["IncomingPhoneNumbers", sid]);
        self.json(Call::read(url)).await
    }
}
