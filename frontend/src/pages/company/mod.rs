//! What Company Info asks for, in the set-up and in the company's settings.

mod fields;
mod form;

pub use fields::CompanyFields;
pub use form::{CompanyInfoFields, countries, zones};
