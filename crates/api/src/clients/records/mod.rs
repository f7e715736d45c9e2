//! What a partner keeps on its clients: contacts, sites, hours, domains, groups, values of its own fields.
//! One version holds for all of a client, its company settings included.

mod around;
mod changes;
mod contacts;
mod create_client_record;
mod create_records;
mod create_test_client;
mod held;
mod made_up;
mod read_client_record;
mod record;
mod references;
mod replace;
mod rows;
mod show;
mod sites;
mod taken;
mod update_client_record;
mod values;

pub use contacts::{Primary, Secondary, make_first as make_first_contact};
pub use create_records::{MOST_RECORDS, Outcome, create_records};
pub use held::{Held, held, held_among};
pub use record::Record;
pub(super) use rows::staff_row;
pub use sites::SiteKept;
pub(super) use sites::key;
pub(super) use taken::taken_meanwhile;

use crate::contract::Operations;
use show::{show, show_found};

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(create_client_record::create_client_record)
        .service(create_test_client::create_test_client)
        .service(read_client_record::read_client_record)
        .service(update_client_record::update_client_record);
}
