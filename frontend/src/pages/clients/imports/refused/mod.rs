//! A file that is refused as a whole: why, and what to do.

mod choices;
mod matching;
mod page;

pub(super) use page::refused;
