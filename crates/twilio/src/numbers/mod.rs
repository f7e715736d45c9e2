//! Phone numbers: finding them, buying them, and those the account owns.

mod buy;
mod change;
mod owned;
mod search;

pub use buy::BuyNumber;
pub use change::{Released, UpdateNumber};
pub use owned::{IncomingNumber, ListNumbers};
pub use search::{AvailableNumber, NumberType, SearchOptions};
