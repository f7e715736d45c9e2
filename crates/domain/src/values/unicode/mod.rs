//! Unicode normal forms. The browser has them itself, so their tables are not sent there again.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod tables;

#[cfg(target_arch = "wasm32")]
pub use browser::{is_combining_mark, nfc, nfkc, nfkd};
#[cfg(not(target_arch = "wasm32"))]
pub use tables::{is_combining_mark, nfc, nfkc, nfkd};
