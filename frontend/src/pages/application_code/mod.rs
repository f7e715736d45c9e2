//! The application code: what to place on the web site, where, and who else could do it.

mod code;
mod hand_over;
mod placing;
mod policy;
mod tag_manager;

pub use code::ApplicationCode;
pub use hand_over::HandingOver;
pub use placing::How;
