//! Files that people upload. Their bytes are objects in a folder or in anything that speaks S3, a row
//! says whose they are. An object is written before its row commits and removed after its row is gone, so
//! that no row is ever without its objects; what a crash leaves without a row is swept up.

mod disposition;
mod intake;
mod name;
mod objects;
mod quota;
mod remove;
mod s3;
mod store;
mod sweep;
mod unfinished;
mod writing;

pub use disposition::attachment;
pub use intake::{Intake, Place};
pub use name::cleaned;
pub use objects::Objects;
pub use quota::has_room;
pub use remove::removed;
pub use store::{NewFile, Purpose, of_client, put, replace, take_all_out, take_out};
pub use sweep::{schedule_sweep, sweep};
pub use writing::Writing;
