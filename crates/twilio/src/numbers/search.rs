use serde::Deserialize;

use crate::capabilities::{AddressRequirements, Capabilities};
use crate::client::Client;
use crate::error::Error;
use crate::exchange::Call;
use crate::lenient;

/// The kinds of number a country may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberType {
    #[default]
    Local,
    TollFree,
}

/// What a number must have. What is `None` or false is not asked for; numbers in beta never come.
#[derive(Clone, Debug, Default)]
pub struct SearchOptions {
    pub sms_enabled: bool,
    pub voice_enabled: bool,
    /// Leaves out numbers that can be had only with an address.
    pub exclude_all_address_required: bool,
    /// United States and Canada only.
    pub area_code: Option<u16>,
    /// 2 to 16 characters with Twilio's wildcards.
    pub contains: Option<String>,
    /// 1 to 1,000; Twilio's default is 50.
    pub page_size: Option<u16>,
}

/// A number that can be bought at the moment of asking. It is not reserved.
#[derive(Clone, Debug, Deserialize)]
pub struct AvailableNumber {
    /// E.164.
    pub phone_number: String,
    #[serde(default)]
    pub friendly_name: String,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub locality: Option<String>,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub region: Option<String>,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub postal_code: Option<String>,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub iso_country: Option<String>,
    #[serde(default)]
    pub address_requirements: AddressRequirements,
    #[serde(default)]
    pub beta: bool,
    #[serde(default)]
    pub capabilities: Capabilities,
}

#[derive(Deserialize)]
struct Found {
    available_phone_numbers: Vec<AvailableNumber>,
}

impl Client {
    /// Local numbers of a country (two letters) that can be bought; none found is an empty list.
    pub async fn search_local(
        &self,
        country: &str,
        options: &SearchOptions,
    ) -> Result<Vec<AvailableNumber>, Error> {
        self.search(NumberType::Local, country, options).await
    }

    /// Numbers of either kind; a country without that kind is refused with code 20404.
    pub async fn search(
        &self,
        kind: NumberType,
        country: &str,
        options: &SearchOptions,
    ) -> Result<Vec<AvailableNumber>, Error> {
        let kind = match kind {
            NumberType::Local => "Local",
            NumberType::TollFree => "TollFree",
        };
        let mut url = self.url(&["AvailablePhoneNumbers", country, kind]);
        let SearchOptions {
            sms_enabled,
            voice_enabled,
            exclude_all_address_required,
            area_code,
            contains,
            page_size,
        } = options;
        {
            let mut query = url.query_pairs_mut();
            for (name, wanted) in [
                ("SmsEnabled", sms_enabled),
                ("VoiceEnabled", voice_enabled),
                ("ExcludeAllAddressRequired", exclude_all_address_required),
            ] {
                if *wanted {
                    query.append_pair(name, "true");
                }
            }
            query.append_pair("Beta", "false");
            for (name, value) in [
                ("AreaCode", area_code.map(|code| code.to_string())),
                ("Contains", contains.clone()),
                ("PageSize", page_size.map(|size| size.to_string())),
            ] {
                if let Some(value) = value {
                    query.append_pair(name, &value);
                }
            }
        }
        let found: Found = self.json(Call::read(url)).await?;
        Ok(found.available_phone_numbers)
    }
}
