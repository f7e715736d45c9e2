//! Where staff begin.

mod checklist;
mod staff_home;

pub use staff_home::StaffHome;
