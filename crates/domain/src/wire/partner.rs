//! A partner's sign-up, settings and checklist.

use super::{ClientsWord, null_clears, wire};
use crate::ids::PartnerId;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { request
    /// Signs a partner up. Nothing is made until the mailed link is used.
    pub struct SignUp {
        /// The partner's company name, up to 255 characters.
        #[validate(custom(function = rules::company_name))]
        pub company_name: String,
        /// First name of its first administrator.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name of its first administrator.
        #[validate(custom(function = rules::last_name))]
        pub last_name: String,
        /// Email of its first administrator.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
        /// The partner's IT Glue address, such as `acme.itglue.com`; may wait until an export.
        #[serde(default)]
        #[validate(custom(function = rules::optional_it_glue_address))]
        pub it_glue_address: Option<String>,
    }
}

wire! { answer
    /// What a sign-up link is for.
    pub struct SignUpLink {
        /// The partner's company name.
        pub company_name: String,
        /// First name.
        pub first_name: String,
        /// Last name.
        pub last_name: String,
        /// The confirmed address.
        pub email: String,
        /// Whether the address has an account already: then its password is asked for, not a new one.
        pub has_account: bool,
    }
}

wire! { secret request
    /// Confirms a sign-up: makes the partner and its owner.
    pub struct ConfirmSignUp {
        /// From the link.
        #[validate(length(min = 1, code = "required", message = "Open the link from the email again."))]
        pub token: String,
        /// A new password; for an address with an account, that account's password.
        #[validate(custom(function = rules::typed_password))]
        pub password: String,
    }
}

wire! { answer
    /// A partner.
    pub struct Partner {
        /// Id of the partner.
        pub id: PartnerId,
        /// Its company name.
        pub name: String,
        /// Its IT Glue host, such as `acme.itglue.com`.
        pub it_glue_address: Option<String>,
        /// Who clients turn to for help.
        pub support_name: Option<String>,
        /// Where clients write for help.
        pub support_email: Option<String>,
        /// Where clients call for help, E.164.
        pub support_phone: Option<String>,
        /// Where answers to the partner's mails go.
        pub reply_to: Option<String>,
        /// What its screens call its customers.
        pub clients_word: ClientsWord,
        /// The line beside the application code; null hides it.
        pub services_note: Option<String>,
        /// The address Gangway's mails come from; to be allow-listed by receivers.
        pub sender: String,
        /// When it signed up.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { request
    /// Changes a partner's settings. Absent leaves as it is; null or empty clears.
    pub struct UpdatePartner {
        /// Company name.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::company_name))]
        pub name: Option<String>,
        /// IT Glue address.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_it_glue_address))]
        pub it_glue_address: Option<String>,
        /// Name of the help contact.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_line))]
        pub support_name: Option<String>,
        /// Email of the help contact.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_email_address))]
        pub support_email: Option<String>,
        /// Phone of the help contact, with country code.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_phone_number))]
        pub support_phone: Option<String>,
        /// Reply-to of the partner's mails.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_email_address))]
        pub reply_to: Option<String>,
        /// Clients or Companies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clients_word: Option<ClientsWord>,
        /// The line beside the application code; empty hides it.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_line))]
        pub services_note: Option<String>,
    }
}

wire! { answer
    /// What a partner sets up first, each from its real state.
    pub struct Checklist {
        /// A test email was accepted by the receiving server.
        pub email_notifications: bool,
        /// Someone besides the owner was invited.
        pub onboarding_team: bool,
        /// The partner's IT Glue address is known.
        pub it_glue_connection: bool,
        /// A first client was invited or created.
        pub first_client: bool,
    }
}

wire! { answer
    /// How to reach the partner for help; on every page of the set-up.
    pub struct PartnerContact {
        /// The partner's name.
        pub partner_name: String,
        /// Name of the help contact.
        pub name: Option<String>,
        /// Email of the help contact.
        pub email: Option<String>,
        /// Phone of the help contact, E.164.
        pub phone: Option<String>,
    }
}

wire! { answer
    /// What the sign-in page needs to know about this installation.
    pub struct PublicSettings {
        /// Whether partners may sign up by themselves.
        pub sign_up_open: bool,
        /// Whether nobody is here yet, and the first partner is made with the operator's token.
        pub first_set_up_open: bool,
        /// Address of the sandbox page, where providers are simulated.
        pub sandbox_url: Option<String>,
        /// Version of the server.
        pub version: String,
    }
}
