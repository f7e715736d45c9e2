//! Consent to be texted, and what a client sets about texting.

use super::{null_clears, wire};
use crate::ids::{ClientId, ConsentId, MessageId, QuickReplyId};
use crate::rules;
use chrono::{DateTime, Utc};

wire! { choice
    /// What an entry of the ledger says.
    pub enum ConsentKind {
        /// The customer agreed to be texted.
        Given,
        /// The customer asked not to be texted.
        Ended,
        /// The customer took that back.
        Restored,
    }
}

wire! { choice
    /// How an entry came about.
    pub enum ConsentSource {
        /// The box in the widget was ticked.
        Widget,
        /// The customer texted first.
        Text,
        /// A word such as STOP or START.
        Keyword,
        /// The provider said that the customer does not want texts.
        Provider,
        /// Somebody of the company recorded it.
        Staff,
    }
}

wire! { choice
    /// Whether a customer may be texted.
    pub enum ConsentStanding {
        /// They agreed.
        Given,
        /// They asked not to be texted.
        Ended,
    }
}

wire! { answer
    /// An entry of the consent ledger. Entries are only ever added.
    pub struct Consent {
        /// Id of the entry.
        pub id: ConsentId,
        /// The client.
        pub client_id: ClientId,
        /// The company's number: consent counts for it alone.
        pub company_number: String,
        /// The customer's number.
        pub customer_number: String,
        /// What it says.
        pub kind: ConsentKind,
        /// How it came about.
        pub source: ConsentSource,
        /// Whether the customer may be texted after it.
        pub standing: ConsentStanding,
        /// The words the customer agreed to.
        pub wording: Option<String>,
        /// The version of these words.
        pub wording_version: Option<String>,
        /// The page the customer was on.
        pub page: Option<String>,
        /// The address the customer came from.
        pub address: Option<String>,
        /// What the customer's browser called itself, shortened.
        pub user_agent: Option<String>,
        /// The text it came with.
        pub message_id: Option<MessageId>,
        /// Name of the person who recorded it.
        pub recorded_by: Option<String>,
        /// When.
        pub at: DateTime<Utc>,
    }
}

wire! { request
    /// Records that a customer asked, other than by text, not to be texted any more.
    pub struct EndConsent {
        /// The customer's number.
        #[validate(custom(function = rules::phone_number))]
        pub customer_number: String,
    }
}

wire! { answer
    /// The words that customers agree to before they are texted.
    pub struct ConsentWording {
        /// The version, as consents name it.
        pub version: String,
        /// The words.
        pub text: String,
        /// Whether they are Gangway's words with the company's name in them.
        pub is_default: bool,
        /// Gangway's words with the company's name in them, to go back to.
        pub default_text: String,
        /// Name of the person who wrote this version.
        pub made_by: Option<String>,
        /// When this version was written.
        pub created_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Writes a new version of the words that customers agree to.
    pub struct PutConsentWording {
        /// The words, 40 to 1000 characters. They say how to end it, by the word STOP.
        #[validate(custom(function = rules::consent_wording))]
        pub text: String,
    }
}

wire! { answer
    /// What a client sets about texting.
    pub struct TextingSettings {
        /// When quiet time begins, `HH:MM` on the recipient's clock.
        pub quiet_from: String,
        /// When it ends; the same as `quiet_from` where there is no quiet time.
        pub quiet_until: String,
        /// What customers are answered who text HELP; null for Gangway's words.
        pub help_text: Option<String>,
        /// What they are answered as things are.
        pub help_text_used: String,
        /// Where the company's privacy policy is.
        pub privacy_url: Option<String>,
        /// Where the company's terms are.
        pub terms_url: Option<String>,
        /// What the company calls itself in texts; null for the client's name.
        pub brand_name: Option<String>,
        /// What it calls itself as things are.
        pub brand_name_used: String,
        /// When they were last changed; null for never.
        pub updated_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Changes what a client sets about texting. Absent fields stay; null goes back to the default.
    pub struct UpdateTextingSettings {
        /// When quiet time begins, `HH:MM` on the recipient's clock.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "null_clears")]
        #[validate(custom(function = rules::optional_clock_time))]
        pub quiet_from: Option<String>,
        /// When it ends; the same as `quiet_from` for no quiet time.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "null_clears")]
        #[validate(custom(function = rules::optional_clock_time))]
        pub quiet_until: Option<String>,
        /// What customers are answered who text HELP, up to 320 characters.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "null_clears")]
        #[validate(custom(function = rules::optional_help_text))]
        pub help_text: Option<String>,
        /// Where the company's privacy policy is.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "null_clears")]
        #[validate(custom(function = rules::optional_website))]
        pub privacy_url: Option<String>,
        /// Where the company's terms are.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "null_clears")]
        #[validate(custom(function = rules::optional_website))]
        pub terms_url: Option<String>,
        /// What the company calls itself in texts.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "null_clears")]
        #[validate(custom(function = rules::optional_company_name))]
        pub brand_name: Option<String>,
    }
}

wire! { choice
    /// What carriers look at before they deliver a company's texts.
    pub enum ReadinessCheck {
        /// The company has a phone number to text from.
        Number,
        /// The company has a web site.
        Website,
        /// Its privacy policy can be found.
        PrivacyPolicy,
        /// Its terms can be found.
        Terms,
        /// The words customers agree to say all that carriers want said.
        OptInWording,
        /// The company says its name in texts.
        BrandName,
        /// Nobody is texted at night.
        QuietHours,
    }
}

impl ReadinessCheck {
    /// The thing as a person reads it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Number => "Phone number",
            Self::Website => "Web site",
            Self::PrivacyPolicy => "Privacy policy",
            Self::Terms => "Terms",
            Self::OptInWording => "Words customers agree to",
            Self::BrandName => "Brand name",
            Self::QuietHours => "Quiet hours",
        }
    }
}

wire! { answer
    /// One thing carriers look at.
    pub struct ReadinessFinding {
        /// The thing.
        pub check: ReadinessCheck,
        /// Its name as a person reads it.
        pub title: String,
        /// Whether it is as it should be.
        pub ok: bool,
        /// How it is, and what to do where it is not as it should be.
        pub detail: String,
    }
}

wire! { answer
    /// Whether a client has what carriers ask for when its number is registered.
    pub struct TextingReadiness {
        /// Whether everything is as it should be.
        pub ready: bool,
        /// The things looked at, in order.
        pub checks: Vec<ReadinessFinding>,
    }
}

wire! { answer
    /// A text prepared for answers.
    pub struct QuickReply {
        /// Id of the quick reply.
        pub id: QuickReplyId,
        /// The client.
        pub client_id: ClientId,
        /// What it is called.
        pub name: String,
        /// The text.
        pub text: String,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it was last changed.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { request
    /// A text prepared for answers, to make or to write anew.
    pub struct SaveQuickReply {
        /// What it is called, up to 60 characters; each of a client's has another name.
        #[validate(custom(function = rules::quick_reply_name))]
        pub name: String,
        /// The text, up to 1600 characters.
        #[validate(custom(function = rules::quick_reply_text))]
        pub text: String,
    }
}
