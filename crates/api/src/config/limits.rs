use super::{About, Setting, Values, parse};

/// How much one account or one partner may cause; the other limits are fixed.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Invitations by one user within an hour.
    pub invites_by_user: u32,
    /// Mails in one partner's name within an hour.
    pub mails_of_partner: u32,
}

static INVITES_BY_USER: Setting<u32> = Setting {
    about: About {
        name: "GANGWAY_INVITES_PER_USER_PER_HOUR",
        key: "limits.invites_per_user_per_hour",
        default: "120",
        secret: false,
        doc: "Invitations that one user may send within an hour; half of them at once.",
    },
    parse: parse::number::<u32, 2, 10_000_000>,
};

static MAILS_OF_PARTNER: Setting<u32> = Setting {
    about: About {
        name: "GANGWAY_MAILS_PER_PARTNER_PER_HOUR",
        key: "limits.mails_per_partner_per_hour",
        default: "200",
        secret: false,
        doc: "Emails in the name of one partner within an hour; three of ten are kept for its shareable links.",
    },
    parse: parse::number::<u32, 10, 10_000_000>,
};

pub(super) static TABLE: &[&About] = &[&INVITES_BY_USER.about, &MAILS_OF_PARTNER.about];

pub(super) fn read(values: &mut Values) -> Option<Limits> {
    let invites_by_user = values.get(&INVITES_BY_USER);
    let mails_of_partner = values.get(&MAILS_OF_PARTNER);
    Some(Limits {
        invites_by_user: invites_by_user?,
        mails_of_partner: mails_of_partner?,
    })
}
