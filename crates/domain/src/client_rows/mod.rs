//! Rows of a list of clients: from the cells to a checked client, or to everything that is wrong.
//!
//! Pure, so that the server judges a file and the browser a row that is being corrected by the same
//! rules. What depends on stored data comes in as [`Known`], what depends on other rows as [`Seen`].
//!
//! A cell is trimmed, and loses the apostrophe that files for spreadsheets carry before `=`, `+`,
//! `-` and `@`. Whatever is stored otherwise than it was written is listed as a [`Change`].

mod about_client;
mod about_contact;
mod about_custom;
mod about_domains;
mod about_phone;
mod about_place;
mod about_staff;
mod about_zone;
mod check;
mod client_row;
mod column;
mod custom_field;
mod fault;
mod known;
mod likeness;
mod seen;
mod street_address;

pub use check::{Checked, Claims, check, claims};
pub use client_row::{ClientRow, CustomValue, Phone, SecondaryContact};
pub use column::{CUSTOM_PREFIX, Column, column_names, example, is_mandatory, sample_columns};
pub use custom_field::{CustomField, FieldKind};
pub use fault::{Change, Fault, FaultCode, MAX_SHOWN};
pub use known::Known;
pub use likeness::proposed;
pub use seen::Seen;
pub use street_address::StreetAddress;
