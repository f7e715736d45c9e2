//! Twilio's error codes that this crate or its callers branch on, and what each means in words.

/// Wrong credentials, or a key without the permission.
pub const BAD_CREDENTIALS: u32 = 20003;
/// No such resource.
pub const NOT_FOUND: u32 = 20404;
/// Too many calls at a time.
pub const TOO_MANY_REQUESTS: u32 = 20429;
/// Trouble inside Twilio.
pub const TROUBLE: u32 = 20500;
/// Twilio is not available.
pub const UNAVAILABLE: u32 = 20503;
/// The recipient is not a phone number.
pub const INVALID_TO: u32 = 21211;
/// The number to buy is not a phone number.
pub const NUMBER_INVALID: u32 = 21421;
/// The number to buy is gone: sold, or never there.
pub const NUMBER_UNAVAILABLE: u32 = 21422;
/// No number in that area code.
pub const NONE_IN_AREA_CODE: u32 = 21452;
/// The recipient said STOP: record it, never try again.
pub const OPTED_OUT: u32 = 21610;
/// The sender's queue is full: try later.
pub const QUEUE_FULL: u32 = 21611;
/// The recipient cannot get texts.
pub const NOT_MOBILE: u32 = 21614;

/// What a code means and what to do, for a person. `None` for codes that are not in the contract.
pub fn plain_words(code: u32) -> Option<&'static str> {
    refusal(code).or_else(|| delivery(code))
}

/// Codes of a refused call.
fn refusal(code: u32) -> Option<&'static str> {
    Some(match code {
        20003 => {
            "Twilio does not accept our credentials. Please ask your administrator to check them."
        }
        20005 => {
            "The Twilio account is not active. Please ask your administrator to check its balance."
        }
        20006 | 20403 => "The Twilio account may not do this. Please ask your administrator.",
        20008 => "Twilio's test credentials cannot do this. Please ask your administrator.",
        20404 => "Twilio has no such number or message.",
        20004 | 20422 | 21602 | 21603 | 21604 | 21619 => {
            "Something in this request was not right. Please ask your administrator to report it."
        }
        20429 => "Twilio is busy at the moment. Please try again in a minute.",
        20500 | 20503 => "Twilio is not answering at the moment. Please try again later.",
        21211 | 21214 | 21217 => "This phone number is not valid. Please check it.",
        21212 | 21601 | 21606 => {
            "The sending number cannot send texts there. Please ask your administrator."
        }
        21402 | 21609 => "Twilio does not accept our web address. Please ask your administrator.",
        21404 => "A Twilio trial account cannot have this number.",
        21408 => "Texts to this country are switched off. Please ask your administrator.",
        21421 => "This number cannot be bought. Please take another.",
        21422 => "This number has just been taken. Please take another.",
        21451 => "This area code does not exist. Please check it.",
        21452 => "There is no number in this area at the moment. Please try another area.",
        21608 => "A Twilio trial account can text verified numbers only. Ask your administrator.",
        21610 => "This person has opted out of texts from this number.",
        21611 => "Too many texts are waiting. Please try again later.",
        21612 => "There is no way to send a text from this number to that one.",
        21614 => "This number cannot get texts. It may be a landline.",
        21615 | 21631 | 21649 | 21650 | 21651 => {
            "This number needs a registered address or identity. Please ask your administrator."
        }
        21617 => "The text is too long. Please shorten it to 1,600 characters.",
        21620 | 21623 => "The pictures of this text cannot be sent. Please check them.",
        21701 | 21703 | 21704 | 21705 | 21714 => {
            "The messaging service is not set up to send. Please ask your administrator."
        }
        21710 => "The number is in the messaging service already.",
        21712 => "The number belongs to another messaging service. Please ask your administrator.",
        _ => return None,
    })
}

/// Codes of a text that was accepted and not delivered.
fn delivery(code: u32) -> Option<&'static str> {
    Some(match code {
        30001 | 30017 => "The network was too busy. Please send the text again later.",
        30002 => "The Twilio account is suspended. Please ask your administrator.",
        30003 => "The phone was off or out of reach. Please try again later.",
        30004 => "The recipient or the carrier blocks texts from this number.",
        30005 => "This phone number is not in use. Please check it.",
        30006 => "This number cannot get texts. It may be a landline.",
        30007 => "The carrier filtered the text. Please ask your administrator.",
        30008 | 30410 => {
            "The text was not delivered for an unknown reason. Please try again later."
        }
        30010 => "The text costs more than is allowed. Please ask your administrator.",
        30011 => "Pictures cannot be sent to this number. Please send the text without them.",
        30018 | 30024 | 30032 | 30034 => {
            "The sending number is not registered with the carriers. Please ask your administrator."
        }
        30022 | 30023 | 30027 => "The carrier's limit for today is reached. Please try tomorrow.",
        30025 | 30026 => "A large part of the carrier's limit for today is used.",
        30033 => "Our registration with the carriers is suspended. Please ask your administrator.",
        30035 => "The sending number is still being set up. Please try again later.",
        30450 => "Twilio took the text for fraud. Please ask your administrator.",
        63038 => "The account's limit of texts for today is reached. Please try tomorrow.",
        14107 => "Too many automatic replies to one phone. Please wait before sending more.",
        11200 | 11205 | 11206 | 11210 | 11215 | 11220 | 11237 => {
            "Twilio cannot reach our server. Please ask your administrator."
        }
        11750 | 12100 | 12200 | 12300 => "Our answer to Twilio was not right. Please report it.",
        57012 => "A message that claimed to come from Twilio could not be verified.",
        _ => return None,
    })
}
