use serde::Deserialize;

use crate::client::Client;
use crate::error::Error;
use crate::exchange::Call;
use crate::lenient;

/// What is known of the account after its credentials were accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Missing with an API key, which may not read the account.
    pub status: Option<AccountStatus>,
    /// Whether it is a trial account, with few recipients and a prefix on every text.
    pub trial: Option<bool>,
}

/// Whether the account may act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountStatus {
    Active,
    Suspended,
    Closed,
    /// A word this crate does not know.
    Other(String),
}

#[derive(Deserialize)]
struct Wire {
    #[serde(default, deserialize_with = "lenient::filled")]
    status: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "lenient::filled")]
    kind: Option<String>,
}

impl Client {
    /// Whether the credentials work; refused with code 20003 if not. An API key is tried on the
    /// list of numbers instead, and then nothing is known of the account.
    pub async fn check_credentials(&self) -> Result<Account, Error> {
        if self.auth.is_api_key() {
            let mut url = self.url(&["IncomingPhoneNumbers"]);
            url.query_pairs_mut().append_pair("PageSize", "1");
            self.bytes(&Call::read(url)).await?;
            return Ok(Account {
                status: None,
                trial: None,
            });
        }
        let Wire { status, kind } = self.json(Call::read(self.url(&[]))).await?;
        Ok(Account {
            status: status.map(|status| match status.as_str() {
                "active" => AccountStatus::Active,
                "suspended" => AccountStatus::Suspended,
                "closed" => AccountStatus::Closed,
                _ => AccountStatus::Other(status),
            }),
            trial: kind.map(|kind| kind == "Trial"),
        })
    }
}
