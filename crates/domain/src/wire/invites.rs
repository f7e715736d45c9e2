//! Invitations, and what their links open.

use super::{ClientBrief, MailState, PartnerContact, wire};
use crate::ids::{InviteId, PartnerLinkId};
use crate::roles::Role;
use crate::rules;
use crate::wizard::Step;
use chrono::{DateTime, Utc};

wire! { choice
    /// What an invitation is for.
    pub enum InviteKind {
        /// A new client sets itself up.
        ClientSetup,
        /// A staff member joins the partner.
        Staff,
        /// A colleague joins a client.
        ClientUser,
    }
}

wire! { choice
    /// How far an invitation is.
    pub enum InviteStatus {
        /// The mail is on its way or sent.
        Sent,
        /// The invited person has begun.
        Opened,
        /// Accepted; for a client's set-up, `step` says how far it is.
        Accepted,
        /// Everything behind it is done.
        Done,
        /// Too old; can be resent.
        Expired,
        /// Taken back.
        Revoked,
    }
}

wire! { answer
    /// An invitation to one address.
    pub struct Invite {
        /// Id of the invitation.
        pub id: InviteId,
        /// What it is for.
        pub kind: InviteKind,
        /// The one address.
        pub email: String,
        /// The role it gives.
        pub role: Role,
        /// How far it is.
        pub status: InviteStatus,
        /// The step the client's set-up has reached.
        pub step: Option<Step>,
        /// How the newest mail fares.
        pub mail: Option<MailState>,
        /// Why the mail was refused or is late, in plain words.
        pub mail_detail: Option<String>,
        /// The client, once there is one.
        pub client: Option<ClientBrief>,
        /// Name of who invited; null for a partner link.
        pub invited_by: Option<String>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When the newest link was made.
        pub sent_at: DateTime<Utc>,
        /// When the newest link ends.
        pub expires_at: DateTime<Utc>,
        /// When the invited person began.
        pub opened_at: Option<DateTime<Utc>>,
        /// When it was accepted.
        pub accepted_at: Option<DateTime<Utc>>,
        /// When it was taken back.
        pub revoked_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Invites a new client by email.
    pub struct SendInvite {
        /// Exactly one address.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
    }
}

wire! { secret answer
    /// An invitation's link, to hand over by other means than mail.
    pub struct CopiedLink {
        /// The whole address.
        pub url: String,
        /// When it ends.
        pub expires_at: Option<DateTime<Utc>>,
    }
}

wire! { choice
    /// Whether a link still works.
    pub enum LinkState {
        /// It works.
        Open,
        /// It was used.
        Used,
        /// It is too old.
        Expired,
        /// It was taken back, or a newer one was sent.
        Revoked,
    }
}

wire! { answer
    /// What an invitation's link opens. Looking changes nothing.
    pub struct InviteLink {
        /// Whether it still works.
        pub state: LinkState,
        /// What it is for.
        pub kind: InviteKind,
        /// The invited address; null unless the link works.
        pub email: Option<String>,
        /// The role it gives.
        pub role: Role,
        /// The client's name, where it has one and the link works.
        pub client_name: Option<String>,
        /// First name as typed so far.
        pub first_name: Option<String>,
        /// Last name as typed so far.
        pub last_name: Option<String>,
        /// Whether the address has an account: then sign in and accept.
        pub has_account: bool,
        /// Who to ask for help; with an expired link only the partner's name is absent.
        pub contact: Option<PartnerContact>,
    }
}

wire! { secret request
    /// Names typed on an invitation's page, saved as typed.
    pub struct SaveInviteDraft {
        /// From the link.
        #[validate(length(min = 1, code = "required", message = "Open the link from the email again."))]
        pub token: String,
        /// First name so far.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 255, code = "too_long", message = "Use at most 100 characters."))]
        pub first_name: Option<String>,
        /// Last name so far.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 255, code = "too_long", message = "Use at most 100 characters."))]
        pub last_name: Option<String>,
    }
}

wire! { secret request
    /// Accepts an invitation as a new person.
    pub struct AcceptInvite {
        /// From the link.
        #[validate(length(min = 1, code = "required", message = "Open the link from the email again."))]
        pub token: String,
        /// First name.
        #[validate(custom(function = rules::first_name))]
        pub first_name: String,
        /// Last name.
        #[validate(custom(function = rules::last_name))]
        pub last_name: String,
        /// A new password.
        #[validate(custom(function = rules::password_shape))]
        pub password: String,
    }
}

wire! { secret answer
    /// A partner's shareable link.
    pub struct PartnerLink {
        /// Id of the link.
        pub id: PartnerLinkId,
        /// The whole address; null once revoked.
        pub url: Option<String>,
        /// How many people asked for their own link through it.
        pub uses: u32,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it was taken back.
        pub revoked_at: Option<DateTime<Utc>>,
    }
}

wire! { answer
    /// What a partner's shareable link opens.
    pub struct PartnerLinkPage {
        /// Whether it still works.
        pub state: LinkState,
        /// Who to ask for help; null once revoked.
        pub contact: Option<PartnerContact>,
    }
}

wire! { secret request
    /// Asks for a personal link through a partner's shareable one.
    pub struct UsePartnerLink {
        /// From the link.
        #[validate(length(min = 1, code = "required", message = "Open the link again."))]
        pub token: String,
        /// Where to send the personal link.
        #[validate(custom(function = rules::email_address))]
        pub email: String,
    }
}
