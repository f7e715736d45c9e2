//! What is kept on a client, typed in: for a new one, and for one that is there.

mod care_fields;
mod differences;
mod edit_client;
mod faults;
mod hours_part;
mod new_record;
mod parts;
mod person_fields;
mod phone_fields;
mod record_fields;
mod record_form;
mod site_fields;
mod site_inputs;
mod value_fields;

pub use edit_client::EditClient;
pub use new_record::NewClientRecord;
