//! Many clients at once, each of them whole.

use super::record::Record;
use super::references::{Known, Named};
use super::rows::Rows;
use super::taken::{Taken, Wanted, own_email, taken_meanwhile};
use crate::context::Context;
use crate::events::{Event, record_all};
use crate::extract::Caller;
use crate::refusal::Refusal;
use crate::{onboarding, places};
use gangway_domain::ids::ClientId;
use gangway_domain::problem::FieldError;
use gangway_domain::wizard::Progress;
use sea_orm::DatabaseTransaction;
use serde_json::{Value, json};

/// Clients of one call at most: the transaction is over soon enough for those who wait to write.
pub const MOST_RECORDS: usize = 500;

/// What came of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The client is there, with everything of it.
    Made(ClientId),
    /// Nothing of it is there. Pointers are those of `NewClientRecord`; codes are `duplicate_existing`,
    /// `own_email`, `unknown_user`, `unknown_group`, `unknown_field` and those of custom values.
    Refused(Vec<FieldError>),
}

/// Makes up to [`MOST_RECORDS`] clients in the caller's transaction, each with its contacts, sites, hours,
/// domains, groups, values, set-up and event, in about twenty statements however many there are. One
/// outcome per record, in order; of two that want the same name, address or domain the first has it.
/// `facts` go into the event of each.
///
/// The caller has looked that `caller` may create clients. On PostgreSQL those who write records of one
/// partner follow one another; where somebody else took a name at the very moment, the whole call fails
/// with a conflict, and is to be done again in a new transaction.
pub async fn create_records(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    records: &[Record],
    facts: &Value,
) -> Result<Vec<Outcome>, Refusal> {
    if records.len() > MOST_RECORDS {
        let cause = anyhow::anyhow!("{} records at once", records.len());
        return Err(Refusal::internal(cause));
    }
    places::lock_partner(ctx, tx, caller.partner).await?;
    let named: Vec<Named<'_>> = records.iter().map(Record::named).collect();
    let known = Known::read(tx, caller.partner, &named).await?;
    let mut taken = Taken::among(tx, caller.partner, Wanted::of(records)).await?;
    let (mut rows, mut events, mut outcomes) = (Rows::default(), Vec::new(), Vec::new());
    for record in records {
        let mut faults = taken.faults(record);
        faults.extend(own_email(caller, &record.primary.email));
        faults.extend(known.faults(record.named()));
        if !faults.is_empty() {
            outcomes.push(Outcome::Refused(faults));
            continue;
        }
        let id: ClientId = ctx.new_id();
        taken.take(record);
        rows.add(ctx, caller, id, record, &known)?;
        events.push(made(caller, id, record, facts));
        outcomes.push(Outcome::Made(id));
    }
    let made: Vec<ClientId> = events.iter().filter_map(|event| event.client).collect();
    rows.insert(tx).await.map_err(taken_meanwhile)?;
    onboarding::begin_all(ctx, tx, caller.partner, &made, Progress::default()).await?;
    record_all(ctx, tx, events).await?;
    Ok(outcomes)
}

fn made(caller: &Caller, id: ClientId, record: &Record, facts: &Value) -> Event {
    let mut data = json!({"name": record.name.as_str()});
    if let (Some(data), Some(facts)) = (data.as_object_mut(), facts.as_object()) {
        data.extend(facts.clone());
    }
    Event::by(caller, "client.created", id).about(id).with(data)
}

impl Record {
    /// What it names of the partner's.
    pub(super) fn named(&self) -> Named<'_> {
        Named {
            account_manager: self.account_manager,
            tech_groups: &self.tech_groups,
            custom_values: Some(&self.custom_values),
        }
    }
}
