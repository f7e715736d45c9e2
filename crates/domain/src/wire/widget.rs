//! What the embedded application may know.

use super::wire;

wire! { answer
    /// Public settings of a client's application: nothing but what a visitor sees.
    pub struct Widget {
        /// The company's name.
        pub company_name: String,
        /// The number visitors may text; null without one.
        pub sms_number: Option<String>,
    }
}
