//! The application on a client's web site: its look, and what visitors see and send.

use super::{ApplicationKind, wire};
use crate::rules;
use chrono::{DateTime, Utc};

wire! { choice
    /// Where the button stands on the page.
    #[derive(Default)]
    pub enum WidgetPosition {
        /// At the bottom right.
        #[default]
        BottomRight,
        /// At the bottom left.
        BottomLeft,
    }
}

impl WidgetPosition {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BottomRight => "bottom_right",
            Self::BottomLeft => "bottom_left",
        }
    }
}

wire! { answer
    /// How a client's application looks.
    pub struct WidgetStyle {
        /// Whether visitors see it at all.
        pub enabled: bool,
        /// The color of the button, `#` and six digits.
        pub color: String,
        /// The color of the text on it: whichever of white and black can be read.
        pub text_color: String,
        /// Where the button stands.
        pub position: WidgetPosition,
        /// Words on the button; null for a round one.
        pub button_label: Option<String>,
        /// What visitors read first; null for nothing.
        pub greeting: Option<String>,
        /// When it was changed last; null while it is as it comes.
        pub updated_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Changes how a client's application looks, as a whole.
    pub struct UpdateWidgetStyle {
        /// Whether visitors see it at all.
        pub enabled: bool,
        /// The color of the button, `#` and six digits.
        #[validate(custom(function = rules::color))]
        pub color: String,
        /// Where the button stands.
        pub position: WidgetPosition,
        /// Words on the button, up to 24 characters; null or empty for a round one.
        #[serde(default)]
        #[validate(custom(function = rules::button_label))]
        pub button_label: Option<String>,
        /// What visitors read first, up to 160 characters; null or empty for nothing.
        #[serde(default)]
        #[validate(custom(function = rules::greeting))]
        pub greeting: Option<String>,
    }
}

wire! { answer
    /// An application that is open now.
    pub struct WidgetWay {
        /// Which.
        pub kind: ApplicationKind,
        /// The number to call or to text, E.164.
        pub phone_number: String,
        /// When it closes; null when it never does.
        pub changes_at: Option<DateTime<Utc>>,
    }
}

wire! { answer
    /// How the button and the panel look.
    pub struct WidgetLook {
        /// The color of the button.
        pub color: String,
        /// The color of the text on it.
        pub text_color: String,
        /// Where the button stands.
        pub position: WidgetPosition,
        /// Words on the button; null for a round one.
        pub button_label: Option<String>,
        /// What visitors read first.
        pub greeting: Option<String>,
    }
}

wire! { answer
    /// What a visitor agrees to before texting.
    pub struct WidgetConsent {
        /// The words beside the box.
        pub wording: String,
        /// Which version of them this is.
        pub version: String,
        /// Where the company's privacy policy is.
        pub privacy_url: Option<String>,
        /// Where its terms are.
        pub terms_url: Option<String>,
    }
}

wire! { answer
    /// Public settings of a client's application: nothing but what a visitor sees.
    pub struct Widget {
        /// The company's name.
        pub company_name: String,
        /// The number visitors may text; null without one, and while texting is closed.
        pub sms_number: Option<String>,
        /// The applications that are open now; what is closed is not there.
        pub applications: Vec<WidgetWay>,
        /// When one opens or closes next; null when none will by itself.
        pub changes_at: Option<DateTime<Utc>>,
        /// Whether nothing is set up yet: the button says that the company can be reached here soon.
        pub soon: bool,
        /// How it looks.
        pub style: WidgetLook,
        /// What visitors agree to before texting; null while texting is closed.
        pub consent: Option<WidgetConsent>,
    }
}

wire! { request
    /// Begins a visit: somebody opened the panel.
    pub struct BeginVisit {}
}

wire! { secret answer
    /// A visit: what a text goes with.
    pub struct Visit {
        /// Sent as `Gangway-Visit` with a text, and never in an address.
        pub visit: String,
        /// When it ends.
        pub expires_at: DateTime<Utc>,
    }
}

wire! { secret request
    /// A visitor's text to the company.
    pub struct SendVisitorText {
        /// The visitor's name.
        #[validate(custom(function = rules::visitor_name))]
        pub name: String,
        /// The visitor's phone number, with the country's code or as it is written in the company's
        /// country.
        #[validate(custom(function = rules::required_phone))]
        pub phone: String,
        /// What they write, up to 1,000 characters.
        #[validate(custom(function = rules::visitor_message))]
        pub message: String,
        /// That they ticked the box: without it nothing is taken.
        #[serde(default)]
        #[validate(custom(function = rules::agreed))]
        pub agreed: bool,
        /// The version of the words beside the box.
        #[validate(custom(function = rules::required))]
        pub wording_version: String,
        /// The page they were on, without what stands behind `?` or `#`.
        #[serde(default)]
        #[validate(custom(function = rules::page))]
        pub page: Option<String>,
        /// Left empty by people.
        #[serde(default)]
        #[validate(custom(function = rules::draft_text))]
        pub website: Option<String>,
    }
}

wire! { answer
    /// The text was taken.
    pub struct VisitorTextTaken {
        /// Always true.
        pub received: bool,
    }
}
