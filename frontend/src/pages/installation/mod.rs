//! Whether the application's code is on the company's website, and works there.

mod advice;
mod asking;
mod calls;
mod card;
mod finding;
mod other_page;
mod standing;

pub use card::InstallationCard;
