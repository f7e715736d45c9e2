//! Hours as they are typed and shown: a week, and days that differ from it.

mod holiday_fields;
mod holiday_list;
mod week_fields;

pub use holiday_fields::{HolidayFields, HolidayInputs};
pub use holiday_list::holiday_list;
pub use week_fields::{WeekFields, WeekInputs};
