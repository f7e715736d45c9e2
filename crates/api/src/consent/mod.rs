//! Consent to be texted: a ledger that is only ever added to, the words customers agree to, the hours
//! in which nobody is texted, and the texts a company has prepared.
//!
//! Consent belongs to a pair of numbers, the company's and the customer's. Whoever sends asks
//! [`standing`] and [`quiet_now`] first; whoever hears from a customer tells [`record`].

mod entry;
mod keyword;
mod ledger;
mod quiet;
mod settings;
mod wording;
mod zones;

pub use entry::Entry;
pub use keyword::{Keyword, answered_by_provider, keyword};
pub use ledger::{Recorded, Standing, record, standing};
pub use quiet::quiet_now;
pub use settings::{Settings, settings};
pub use wording::{Wording, agreed_wording, current_wording};
