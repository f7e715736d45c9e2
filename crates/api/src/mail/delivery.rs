use lettre::transport::smtp::Error;
use std::error::Error as _;

/// How handing a mail to the server ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The server took it over.
    Accepted { server_said: String },
    /// Nothing is lost; the same mail may go through later.
    ///
    /// `reason` is for the operator, `plain` for the person who waits for the result. Both may
    /// quote the server, and with it the receiver's address: neither belongs in a log.
    TryLater {
        reason: String,
        plain: String,
        fault: Fault,
    },
    /// Trying again is of no use.
    RefusedForGood { reason: String, plain: String },
}

/// Whose fault it is that a mail is not yet sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The server could not be reached, or not be used: no mail would have gone through.
    NotReached,
    /// It broke off in the middle: it may have taken the mail.
    BrokeOff,
    /// It takes mails, but not yet this one.
    NotYetThisOne,
}

/// How far the conversation with the server had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Connect,
    SignIn,
    HandOver,
}

const UNREACHABLE: &str = "The mail server cannot be reached. We will try again.";
const INSECURE: &str = "A secure connection to the mail server cannot be made, so nothing was \
     sent. We will try again. If this goes on, whoever runs Gangway has to check the mail settings.";
const NOT_SIGNED_IN: &str = "The mail server does not accept Gangway's user name and password. \
     Whoever runs Gangway has to correct them. Then we will try again.";
const NOT_READY: &str = "The mail server turns Gangway away for now. We will try again.";
const COME_BACK: &str = "The receiving mail server asks to come back later. We will try again.";
const BROKE_OFF: &str = "The connection to the mail server broke off. We will try again.";
const TOO_SLOW: &str = "The mail server takes too long to answer. We will try again.";
const NOT_WRITTEN: &str = "This email cannot be written. Tell whoever runs Gangway.";

impl Delivery {
    pub(super) fn too_slow() -> Self {
        Self::TryLater {
            reason: "timeout".to_owned(),
            plain: TOO_SLOW.to_owned(),
            fault: Fault::BrokeOff,
        }
    }

    pub(super) fn not_written(reason: &dyn std::error::Error) -> Self {
        Self::RefusedForGood {
            reason: reason.to_string(),
            plain: NOT_WRITTEN.to_owned(),
        }
    }

    /// A `5yz` before the mail itself is about our settings, not about this mail: it waits until
    /// they are right.
    pub(super) fn failed(stage: Stage, error: &Error) -> Self {
        let reason = super::clean::one_line(&error.to_string(), 500);
        if stage == Stage::HandOver && error.is_permanent() {
            let plain = quoting(refusal(&reason, code(error)), error);
            return Self::RefusedForGood { reason, plain };
        }
        let plain = match stage {
            _ if error.is_timeout() => TOO_SLOW.to_owned(),
            _ if is_about_tls(error) => INSECURE.to_owned(),
            // The mail library's own refusal: the server offers no STARTTLS.
            Stage::Connect if error.is_client() => INSECURE.to_owned(),
            Stage::Connect if code(error) == 0 => UNREACHABLE.to_owned(),
            Stage::Connect => quoting(NOT_READY, error),
            Stage::SignIn => quoting(NOT_SIGNED_IN, error),
            Stage::HandOver if code(error) == 0 => BROKE_OFF.to_owned(),
            Stage::HandOver => quoting(COME_BACK, error),
        };
        let fault = match stage {
            Stage::Connect | Stage::SignIn => Fault::NotReached,
            // 421: it is about to stop.
            Stage::HandOver if matches!(code(error), 0 | 421) => Fault::BrokeOff,
            Stage::HandOver => Fault::NotYetThisOne,
        };
        Self::TryLater {
            reason,
            plain,
            fault,
        }
    }
}

/// A certificate that is not trusted comes as a connection error, with the real one deep inside.
fn is_about_tls(error: &Error) -> bool {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    error.is_tls()
        || causes
            .filter_map(<dyn std::error::Error>::downcast_ref)
            .any(holds_tls_error)
}

fn holds_tls_error(error: &std::io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>)
}

/// The server's three digits; 0 without an answer.
fn code(error: &Error) -> u16 {
    error
        .status()
        .and_then(|code| code.to_string().parse().ok())
        .unwrap_or(0)
}

/// Reply codes of RFC 5321, told apart further by the enhanced ones of RFC 3463.
fn refusal(reason: &str, code: u16) -> &'static str {
    let says = |enhanced: &str| reason.contains(enhanced);
    if says("5.7.") || code == 554 {
        "The receiving mail server refuses the message, perhaps as unwanted mail. Ask the \
         receiver to allow mail from Gangway's address."
    } else if says("5.2.2") || code == 552 {
        "The receiver's mailbox is full or the message is too large for it."
    } else if says("5.1.") || matches!(code, 550 | 551 | 553) {
        "The receiving mail server does not know this address. Check that it is written correctly."
    } else {
        "The receiving mail server refuses the message."
    }
}

fn quoting(plain: &str, error: &Error) -> String {
    let said = error.source().map_or_else(String::new, ToString::to_string);
    let said = super::clean::one_line(&said, 200);
    match said.as_str() {
        "" => plain.to_owned(),
        _ => format!("{plain} It says: {} {said}", code(error)),
    }
}
