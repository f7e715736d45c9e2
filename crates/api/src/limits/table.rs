//! The numbers, each with its reason.
//!
//! A bucket lets `at_once` through, then one more every `every_s` seconds. So any hour sees at most
//! `at_once` and what comes back within it.

/// A limit on one kind of thing, counted per subject.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Its name in headers and logs.
    pub name: &'static str,
    /// As many at once.
    pub at_once: u32,
    /// Seconds until one more is let through.
    pub every_s: u32,
    /// What the person reads before when to try again.
    pub words: &'static str,
}

impl Limit {
    /// The same with numbers of which no hour sees more than `most`: half of them at once.
    #[must_use]
    pub fn per_hour(self, most: u32) -> Self {
        let at_once = most.div_ceil(2);
        let every_s = 3_600_u32.div_ceil((most - at_once).max(1));
        Self {
            at_once,
            every_s,
            ..self
        }
    }
}

/// Sign-ins that fail, per caller's address. The eleventh in a row is refused; a right password gives
/// its try back, so that an office behind one address is not slowed.
pub static SIGN_IN: Limit = Limit {
    name: "sign_in",
    at_once: 10,
    every_s: 60,
    words: "There were too many tries to sign in from your network.",
};

/// Passwords tried for one email, from anywhere, by devices that never signed in to it: at most 80 in
/// an hour. With one known device's 20 that is at most 100 checks of an account in an hour.
pub static PASSWORD_CHECK: Limit = Limit {
    name: "password_check",
    at_once: 40,
    every_s: 90,
    words: "There were too many tries for this email. Set a new password, use a device you signed in \
            on before, or wait.",
};

/// Passwords tried for one email on a device that signed in to it before, counted on its own: strangers
/// cannot use these up. At most 20 in an hour.
pub static PASSWORD_CHECK_ON_KNOWN_DEVICE: Limit = Limit {
    name: "password_check_on_known_device",
    at_once: 10,
    every_s: 360,
    words: "There were too many tries on this device. Set a new password, or wait.",
};

/// The notice to the owner that strangers try passwords: one a day, however long it goes on.
pub static GUESSING_NOTICE: Limit = Limit {
    name: "guessing_notice",
    at_once: 1,
    every_s: 86_400,
    words: "The owner has been told.",
};

/// Codes of a second factor tried for one person: five, then one in a quarter of an hour, so never more
/// than five within one. A right code gives its try back.
pub static SECOND_FACTOR: Limit = Limit {
    name: "second_factor",
    at_once: 5,
    every_s: 900,
    words: "There were too many tries with codes.",
};

/// Links that were never made, per caller's address: at most 20 in a minute. Links that exist do not
/// count. A token has 256 bits, so this only keeps guessers from costing anything.
pub static UNKNOWN_LINK: Limit = Limit {
    name: "unknown_link",
    at_once: 10,
    every_s: 6,
    words: "Too many unknown links were opened from your network. Open the link again from the email.",
};

/// Sign-ups, forgotten passwords and uses of a partner's link, per caller's address: at most 20 in an
/// hour. Each costs a mail to somebody who may not have asked.
pub static MAIL_ASKED: Limit = Limit {
    name: "mail_asked",
    at_once: 10,
    every_s: 360,
    words: "Too many emails were asked for from your network.",
};

/// Invitations by one user: at most 120 in an hour unless set otherwise, so that one account that was taken over does not
/// use up what its colleagues may send.
pub static INVITE_BY_USER: Limit = Limit {
    name: "invite_by_user",
    at_once: 60,
    every_s: 60,
    words: "You have sent many invitations in a short time.",
};

/// Mails in a partner's name that its people cause: at most 140 in an hour. With the 60 of its
/// shareable links that is at most 200 for the partner, unless set otherwise.
pub static MAIL_OF_PARTNER: Limit = Limit {
    name: "mail_of_partner",
    at_once: 70,
    every_s: 52,
    words: "Your company has sent many emails in a short time.",
};

/// Mails that whoever holds a partner's shareable links causes: at most 60 in an hour. Counted apart,
/// so that strangers do not keep the partner's people from inviting.
pub static MAIL_BY_LINK: Limit = Limit {
    name: "mail_by_link",
    at_once: 30,
    every_s: 120,
    words: "Many companies are signing up with this link right now.",
};

/// Mails to one receiver in one partner's name, or in nobody's: three, then one an hour, so never
/// more than three within an hour. Per partner, since no partner learns what another one sends.
pub static MAIL_TO_RECEIVER: Limit = Limit {
    name: "mail_to_receiver",
    at_once: 3,
    every_s: 3_600,
    words: "This address has got several emails already. Look for the newest, also in the junk folder.",
};

/// Test mails to one receiver: more than other mails, since who sets up a mail server tries often.
pub static TEST_MAIL: Limit = Limit {
    name: "test_mail",
    at_once: 5,
    every_s: 600,
    words: "Several test emails went to this address already.",
};

/// Looks at one client's web site for the application's code: twenty at once, for whoever tries one
/// change after another, then one every half minute.
pub static INSTALLATION_CHECK: Limit = Limit {
    name: "installation_check",
    at_once: 20,
    every_s: 30,
    words: "The website was looked at several times already.",
};

/// The same at all clients of a partner, so that nobody lets Gangway call many sites at a time.
pub static INSTALLATION_CHECK_OF_PARTNER: Limit = Limit {
    name: "installation_check_of_partner",
    at_once: 60,
    every_s: 10,
    words: "Your company has had many websites looked at in a short time.",
};

/// Visits begun in the widget's panel, per caller's address: at most 90 in ten minutes. They store
/// nothing, and a whole office may share an address.
pub static VISIT: Limit = Limit {
    name: "visit",
    at_once: 60,
    every_s: 20,
    words: "The panel was opened too often from your network.",
};

/// Texts of visitors, per caller's address: six, then one in five minutes, so at most 17 in an hour.
pub static VISITOR_TEXT_FROM_ADDRESS: Limit = Limit {
    name: "visitor_text_from_address",
    at_once: 6,
    every_s: 300,
    words: "Too many messages were sent from your network.",
};

/// Texts of visitors of one application, from anywhere: at most 99 in an hour.
pub static VISITOR_TEXT_OF_WIDGET: Limit = Limit {
    name: "visitor_text_of_widget",
    at_once: 40,
    every_s: 60,
    words: "Many people are writing to this company right now.",
};

/// Texts of visitors of all applications of a partner: at most 499 in an hour.
pub static VISITOR_TEXT_OF_PARTNER: Limit = Limit {
    name: "visitor_text_of_partner",
    at_once: 200,
    every_s: 12,
    words: "Many people are writing right now.",
};

/// Texts of visitors that name one phone, to whichever company: three, then one an hour. Each has a
/// text sent to somebody who may not have asked.
pub static VISITOR_TEXT_TO_PHONE: Limit = Limit {
    name: "visitor_text_to_phone",
    at_once: 3,
    every_s: 3_600,
    words: "Several messages were sent with this phone number already.",
};

/// Texts of visitors of one application that a limit refused. Twenty in a row are no slips: then its
/// owner is told.
pub static VISITOR_TEXT_REFUSED: Limit = Limit {
    name: "visitor_text_refused",
    at_once: 20,
    every_s: 60,
    words: "Too many messages were refused.",
};

/// The notice to the owner of an application that it is flooded: one a day, however long it goes on.
pub static FLOOD_NOTICE: Limit = Limit {
    name: "flood_notice",
    at_once: 1,
    every_s: 86_400,
    words: "The owner has been told.",
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The most that passes within an hour that begins with a full bucket.
    fn most_in(seconds: u32, limit: &Limit) -> u32 {
        limit.at_once + (seconds - 1) / limit.every_s
    }

    #[test]
    fn in_13_au_01_the_numbers_add_up_to_what_is_promised() {
        let checks =
            most_in(3_600, &PASSWORD_CHECK) + most_in(3_600, &PASSWORD_CHECK_ON_KNOWN_DEVICE);
        assert!(checks <= 100, "{checks} checks of an account");
        let mails = most_in(3_600, &MAIL_OF_PARTNER) + most_in(3_600, &MAIL_BY_LINK);
        assert!(mails <= 200, "{mails} mails of a partner");
        assert!(most_in(3_600, &MAIL_TO_RECEIVER) <= 3);
        assert!(most_in(60, &UNKNOWN_LINK) <= 20);
        assert_eq!(SIGN_IN.at_once, 10);
        assert!(most_in(900, &SECOND_FACTOR) <= 5);
        assert!(most_in(600, &VISIT) <= 90);
        assert!(most_in(3_600, &VISITOR_TEXT_FROM_ADDRESS) <= 17);
        assert!(most_in(3_600, &VISITOR_TEXT_OF_WIDGET) <= 99);
        assert!(most_in(3_600, &VISITOR_TEXT_OF_PARTNER) <= 499);
        assert!(most_in(3_600, &VISITOR_TEXT_TO_PHONE) <= 3);
    }

    #[test]
    fn in_13_numbers_that_are_set_are_kept() {
        for most in [2, 3, 60, 119, 120, 140, 3_600, 100_000] {
            let limit = INVITE_BY_USER.per_hour(most);
            assert!(most_in(3_600, &limit) <= most, "{most}: {limit:?}");
        }
        let defaults = [
            (INVITE_BY_USER, 120),
            (MAIL_OF_PARTNER, 140),
            (MAIL_BY_LINK, 60),
        ];
        for (limit, most) in defaults {
            let set = limit.per_hour(most);
            assert_eq!(
                (set.at_once, set.every_s),
                (limit.at_once, limit.every_s),
                "{most}"
            );
        }
    }
}
