//! Whether the application's code is on the client's web site, and works there.

use super::wire;
use crate::ids::InstallationCheckId;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { request
    /// Asks for a look at the client's web site.
    pub struct CheckInstallation {
        /// A page of the site, by its full address; without it, the site's own address.
        #[serde(default)]
        #[validate(custom(function = rules::optional_website_address))]
        pub page: Option<String>,
    }
}

wire! { choice
    /// What was found on a page.
    pub enum InstallationFinding {
        /// The code, as it was given out, and nothing in its way.
        Found,
        /// No code.
        Missing,
        /// The code, altered so that it does not run or does not know whose it is.
        Changed,
        /// The code of another company.
        OtherKey,
        /// The code, kept from working by the page's content policy.
        Blocked,
        /// The code, on a site other than the one in the company settings.
        Moved,
        /// No page: the site cannot be reached, or answers with an error.
        Unreachable,
    }
}

wire! { answer
    /// A look at a page of the client's web site.
    pub struct InstallationCheck {
        /// Which one.
        pub id: InstallationCheckId,
        /// The page that is looked at.
        pub page: String,
        /// What was found; null while Gangway still looks.
        pub finding: Option<InstallationFinding>,
        /// What was found, in a sentence or two.
        pub detail: Option<String>,
        /// What the page's content policy needs, a directive each; empty unless it is in the way.
        pub directives: Vec<String>,
        /// Whether the page loads Google Tag Manager, whose tags only a browser sees.
        pub has_tag_manager: bool,
        /// When it was asked for.
        pub asked_at: DateTime<Utc>,
        /// When the page was looked at.
        pub checked_at: Option<DateTime<Utc>>,
    }
}

wire! { answer
    /// Calls of the application from one origin.
    pub struct InstallationCall {
        /// The origin of the pages it was on.
        pub origin: String,
        /// The first one.
        pub first_at: DateTime<Utc>,
        /// The last one, to the minute.
        pub last_at: DateTime<Utc>,
    }
}

wire! { answer
    /// What is known of the code on a client's web site.
    pub struct Installation {
        /// The web site's address; null before Company Info.
        pub website: Option<String>,
        /// The newest look at it; null before the first.
        pub check: Option<InstallationCheck>,
        /// The calls of the application in visitors' browsers, the newest first.
        pub calls: Vec<InstallationCall>,
    }
}
