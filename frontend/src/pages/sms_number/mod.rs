//! A company's phone number on its way.

mod asking;
mod states;

pub use asking::keep_asking;
pub use states::{Assigned, Searching, TryAgainLater, number_words};
