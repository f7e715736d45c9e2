//! SC-02, SC-05, SC-08: secrets stay where they belong, and logs hold none.

mod canaries;
mod log_lines;
mod redacted;
mod settings;
