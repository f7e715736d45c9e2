//! Twilio's REST API, version 2010-04-01: finding, buying and keeping phone numbers, sending and
//! reading text messages, and checking that a request really came from Twilio. See the README.

mod account;
mod capabilities;
mod client;
pub mod codes;
mod error;
mod exchange;
mod lenient;
mod list;
mod messages;
mod numbers;
mod retry;
pub mod signature;

pub use account::{Account, AccountStatus};
pub use capabilities::{AddressRequirements, Capabilities};
pub use client::{Auth, BaseNotUsable, Client};
pub use error::{Error, Lost};
pub use messages::{Direction, ListMessages, Message, MessageStatus, SendMessage};
pub use numbers::{
    AvailableNumber, BuyNumber, IncomingNumber, ListNumbers, NumberType, Released, SearchOptions,
    UpdateNumber,
};
pub use retry::{Pause, Retry};

/// Twilio's own address, with the accounts of the default region.
pub const DEFAULT_BASE: &str = "https://api.twilio.com";
