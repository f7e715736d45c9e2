//! A list that was read: what is in it, and the way on.

mod changes;
mod page;
mod preview;

pub(super) use page::ready;
