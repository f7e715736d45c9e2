use std::collections::HashMap;

use serde::{Deserialize, Deserializer};

/// What a number can do. Fax is gone from Twilio and not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    pub voice: bool,
    pub sms: bool,
    pub mms: bool,
}

/// A map of name and flag, or the list of the names that are true; upper and lower case both occur.
#[derive(Deserialize)]
#[serde(untagged)]
enum Wire {
    Map(HashMap<String, Option<bool>>),
    List(Vec<String>),
    Other(serde::de::IgnoredAny),
}

impl<'de> Deserialize<'de> for Capabilities {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let names: Vec<String> = match Wire::deserialize(from)? {
            Wire::Map(map) => map
                .into_iter()
                .filter_map(|(name, on)| (on == Some(true)).then_some(name))
                .collect(),
            Wire::List(names) => names,
            Wire::Other(_) => Vec::new(),
        };
        let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
        Ok(Self {
            voice: has("voice"),
            sms: has("sms"),
            mms: has("mms"),
        })
    }
}

/// Which address Twilio wants to know before it gives the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AddressRequirements {
    /// None, or the answer did not say.
    #[default]
    None,
    /// Any address in the world.
    Any,
    /// One in the number's country.
    Local,
    /// One outside the number's country.
    Foreign,
    /// A word this crate does not know.
    Other(String),
}

impl<'de> Deserialize<'de> for AddressRequirements {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match crate::lenient::filled(from)?.as_deref() {
            None | Some("none") => Self::None,
            Some("any") => Self::Any,
            Some("local") => Self::Local,
            Some("foreign") => Self::Foreign,
            Some(other) => Self::Other(other.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capabilities_are_read_in_every_shape_twilio_uses() {
        let wanted = Capabilities {
            voice: true,
            sms: true,
            mms: false,
        };
        for json in [
            r#"{"voice":true,"sms":true,"mms":false}"#,
            r#"{"voice":true,"SMS":true,"MMS":false,"fax":null}"#,
            r#"["SMS","Voice"]"#,
        ] {
            assert_eq!(
                serde_json::from_str::<Capabilities>(json).unwrap(),
                wanted,
                "{json}"
            );
        }
    }
}
