//! Values that are right by construction: each is parsed at the door and never checked again.
//!
//! Every value has `parse`, `as_str` and `Display`, is read from and written to JSON as a string,
//! and answers a bad input with a [`Rejection`].

mod clock_time;
mod color;
mod company_name;
mod country;
mod dialling;
mod domain_name;
mod email_address;
mod host;
mod it_glue_address;
mod line;
mod one_time_code;
mod paragraph;
mod password;
mod person_name;
mod phone_number;
mod region;
mod rejection;
mod string_form;
mod text;
mod time_zone;
mod unicode;
mod website_address;
mod widget_origin;

pub use clock_time::ClockTime;
pub use color::Color;
pub use company_name::CompanyName;
pub use country::{Country, country_of_zone};
pub use domain_name::DomainName;
pub use email_address::EmailAddress;
pub use it_glue_address::ItGlueAddress;
pub use line::Line;
pub use one_time_code::OneTimeCode;
pub use paragraph::Paragraph;
pub use password::Password;
pub use person_name::PersonName;
pub use phone_number::PhoneNumber;
pub use region::Region;
pub use rejection::Rejection;
pub use time_zone::TimeZone;
pub use website_address::WebsiteAddress;
pub use widget_origin::{AllowedOrigins, WidgetOrigin};
