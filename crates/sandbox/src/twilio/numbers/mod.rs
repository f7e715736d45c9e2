mod buy;
mod change;
mod owned;

pub(crate) use buy::{buy, is_e164};
pub(crate) use change::{is_web_address, release, update};
pub(crate) use owned::{fetch, list};

pub use owned::OwnedNumber;
