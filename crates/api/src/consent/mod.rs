//! Consent to be texted: a ledger that is only ever added to, the words customers agree to, the hours
//! in which nobody is texted, and the texts a company has prepared.
//!
//! Consent belongs to a pair of numbers, the company's and the customer's. Whoever sends asks
//! [`standing`] and [`quiet_now`] first, for a page of customers [`standings`]; whoever hears from a customer tells [`record`].

mod csv;
mod download_consents;
mod end_consent;
mod entry;
mod filter;
mod keyword;
mod ledger;
mod list_consents;
mod put_wording;
mod quick_replies;
mod quiet;
mod read_settings;
mod read_wording;
mod settings;
mod show;
mod standings;
mod texting_readiness;
mod update_settings;
mod wording;
mod zones;

pub use entry::Entry;
pub use keyword::{Keyword, answered_by_provider, keyword};
pub use ledger::{Recorded, Standing, record, standing};
pub use quiet::quiet_now;
pub use settings::{Settings, settings};
pub use standings::{Standings, standings};
pub use update_settings::change_settings;
pub use wording::{Wording, agreed_wording, current_wording};

use crate::contract::Operations;
use crate::refusal::Refusal;
use gangway_domain::problem::ProblemCode;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_consents::list_consents)
        .service(download_consents::download_consents)
        .service(end_consent::end_consent)
        .service(read_wording::read_consent_wording)
        .service(put_wording::put_consent_wording)
        .service(read_settings::read_texting_settings)
        .service(update_settings::update_texting_settings)
        .service(texting_readiness::read_texting_readiness);
    quick_replies::routes(cfg);
}

/// Someone else wrote between reading and writing.
fn stale() -> Refusal {
    Refusal::new(
        ProblemCode::Stale,
        "Someone else changed this while you were editing. Reload to see their changes.",
    )
}
