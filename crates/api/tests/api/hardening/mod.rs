//! Inputs and circumstances that nobody means well with.

mod bad_bytes;
mod naughty_text;
mod paging;
mod queue;
mod slow_callers;
mod tenants;
