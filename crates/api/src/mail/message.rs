use chrono::{DateTime, Utc};

/// Every mail Gangway sends, with all that its templates may show.
///
/// Values are shown as they are and never read as templates. `link` is an address of this
/// installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The partner invites a client to set itself up.
    Welcome {
        partner_name: String,
        contact: Contact,
        link: String,
        expires_at: DateTime<Utc>,
        /// How long the set-up takes.
        minutes: u8,
    },
    /// A partner's user invites another one.
    StaffInvite {
        partner_name: String,
        inviter_name: String,
        first_name: String,
        /// The role as people call it: `Sales rep`.
        role_title: String,
        link: String,
        expires_at: DateTime<Utc>,
    },
    /// A client's user invites a colleague.
    TeamInvite {
        partner_name: String,
        company_name: String,
        inviter_name: String,
        link: String,
        expires_at: DateTime<Utc>,
        contact: Contact,
    },
    /// Someone signs up a partner; nothing is made until the link is used.
    SignUpConfirm {
        company_name: String,
        first_name: String,
        link: String,
        expires_at: DateTime<Utc>,
    },
    /// Someone forgot the password.
    PasswordReset {
        first_name: String,
        link: String,
        expires_at: DateTime<Utc>,
    },
    /// Told to the owner of the account after the fact.
    PasswordChanged { first_name: String },
    /// Strangers have tried so many passwords that further tries are refused for a while.
    PasswordGuessing { first_name: String },
    /// A replaced refresh token came back: perhaps somebody else holds a copy.
    SessionEnded { first_name: String },
    /// The second factor was switched on.
    SecondFactorOn { first_name: String },
    /// The second factor was switched off.
    SecondFactorOff { first_name: String },
    /// Somebody signed in with a recovery code.
    RecoveryCodeUsed { first_name: String },
    /// Someone wants to sign in with this address from now on.
    EmailChangeConfirm {
        first_name: String,
        link: String,
        expires_at: DateTime<Utc>,
    },
    /// Told to the old address after the fact.
    EmailChanged {
        first_name: String,
        /// The new address.
        email: String,
    },
    /// The operator made the partner, and its first user chooses a password.
    SetPassword {
        partner_name: String,
        first_name: String,
        link: String,
        expires_at: DateTime<Utc>,
    },
    /// The partner tries whether mail arrives.
    TestEmail {
        partner_name: String,
        /// The address that the receiver has to allow.
        sender: String,
    },
    /// A client's user asks a colleague to go on with the set-up.
    Handover {
        company_name: String,
        from_name: String,
        link: String,
        expires_at: DateTime<Utc>,
        contact: Contact,
    },
    /// Somebody floods a client's application with messages.
    WidgetFlood {
        company_name: String,
        link: String,
        contact: Contact,
    },
}

/// Who answers questions at the partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub partner_name: String,
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
}

impl Message {
    /// Folder of the message's templates, and its name on the wire and in metrics.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Welcome { .. } => "welcome",
            Self::StaffInvite { .. } => "staff_invite",
            Self::TeamInvite { .. } => "team_invite",
            Self::SignUpConfirm { .. } => "sign_up_confirm",
            Self::PasswordReset { .. } => "password_reset",
            Self::PasswordChanged { .. } => "password_changed",
            Self::PasswordGuessing { .. } => "password_guessing",
            Self::SessionEnded { .. } => "session_ended",
            Self::SecondFactorOn { .. } => "second_factor_on",
            Self::SecondFactorOff { .. } => "second_factor_off",
            Self::RecoveryCodeUsed { .. } => "recovery_code_used",
            Self::EmailChangeConfirm { .. } => "email_change_confirm",
            Self::EmailChanged { .. } => "email_changed",
            Self::SetPassword { .. } => "set_password",
            Self::TestEmail { .. } => "test_email",
            Self::Handover { .. } => "handover",
            Self::WidgetFlood { .. } => "widget_flood",
        }
    }

    /// The partner in whose name the message goes out; none when Gangway speaks for itself.
    pub fn partner_name(&self) -> Option<&str> {
        match self {
            Self::Welcome { partner_name, .. }
            | Self::StaffInvite { partner_name, .. }
            | Self::TeamInvite { partner_name, .. }
            | Self::SetPassword { partner_name, .. }
            | Self::TestEmail { partner_name, .. } => Some(partner_name),
            Self::Handover { contact, .. } | Self::WidgetFlood { contact, .. } => {
                Some(&contact.partner_name)
            }
            Self::SignUpConfirm { .. }
            | Self::PasswordReset { .. }
            | Self::PasswordChanged { .. }
            | Self::PasswordGuessing { .. }
            | Self::SecondFactorOn { .. }
            | Self::SecondFactorOff { .. }
            | Self::RecoveryCodeUsed { .. }
            | Self::EmailChangeConfirm { .. }
            | Self::EmailChanged { .. }
            | Self::SessionEnded { .. } => None,
        }
    }
}
