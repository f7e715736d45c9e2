//! What handlers ask for in their signature: who is signed in with which permission, a valid body,
//! an id that may be wrong, paging, `If-Match` and `Idempotency-Key`.

mod body;
mod caller;
mod device;
mod ids;
mod if_match;
mod origin;
mod paging;
mod permission;
mod recent;
mod search;
mod signed_in;
mod standing;

pub use body::Valid;
pub use caller::{Authority, Caller};
pub use device::Device;
pub use ids::{PathId, PathIds};
pub use if_match::{IfMatch, etag};
pub use origin::OwnPage;
pub use paging::{Asked, Cursor, Paging, no_cursor};
pub use permission::*;
pub use recent::Recent;
pub use search::part;
pub use signed_in::{May, SignedIn, identify, role_of, state_str};
pub use standing::Standing;
