//! Some rows of a list in one transaction: what they make, what stands in their way, and how far it is.

use super::corrected::cell;
use super::kept_rows::{self, Wrong};
use super::to_record::{fault, shown};
use super::told;
use super::{links, store};
use crate::clients::records::{Outcome, Record, create_records};
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::client_rows::Fault;
use gangway_domain::ids::{ClientId, ImportId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::client_import::Model;
use serde_json::json;

/// Tries of a batch in all while others take what it wants at that very moment.
const TRIES: usize = 5;

/// A row to be imported.
#[derive(Debug)]
pub struct Candidate {
    /// Its number.
    pub number: u32,
    /// Its cells in the order of the columns.
    pub cells: Vec<String>,
    /// The client it describes, or why it describes none.
    pub record: Result<Record, Vec<Fault>>,
    /// Whether somebody corrected it.
    pub is_corrected: bool,
}

/// Some rows, in the order of the file.
#[derive(Debug)]
pub struct Batch<'a> {
    /// The columns of their cells.
    pub columns: &'a [String],
    /// The rows.
    pub rows: Vec<Candidate>,
}

/// What became of the rows.
#[derive(Default)]
struct Fate {
    made: Vec<(u32, ClientId)>,
    wrong: Vec<Wrong>,
}

impl Batch<'_> {
    /// Makes the clients, all in one transaction with the place in the file. None where the import is no
    /// longer as it was read: nothing is made then.
    pub async fn write(
        &self,
        ctx: &Context,
        caller: &Caller,
        import: &Model,
        is_told: bool,
    ) -> Result<Option<Model>, Refusal> {
        for _ in 1..TRIES {
            let written = again(|| self.write_once(ctx, caller, import, is_told)).await;
            match written {
                // Whoever was first has it; the next try sees that.
                Err(refusal) if refusal.code() == ProblemCode::Conflict => {}
                written => return written,
            }
        }
        again(|| self.write_once(ctx, caller, import, is_told)).await
    }

    async fn write_once(
        &self,
        ctx: &Context,
        caller: &Caller,
        import: &Model,
        is_told: bool,
    ) -> Result<Option<Model>, Refusal> {
        let tx = ctx.db.begin().await?;
        let records = self.rows.iter().filter_map(|row| row.record.clone().ok());
        let records: Vec<Record> = records.collect();
        let facts = json!({"import": ImportId(import.id)});
        let outcomes = create_records(ctx, &tx, caller, &records, &facts).await?;
        let fate = self.fate(outcomes);
        let Some(now) = store::write(ctx, &tx, import, self.moved(import, &fate)).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        links::link(&tx, &now, &fate.made).await?;
        kept_rows::remove(&tx, &now, &self.corrected()).await?;
        kept_rows::keep(ctx, &tx, &now, &fate.wrong).await?;
        if is_told {
            record(ctx, &tx, told::by(caller, "client_import.progressed", &now)).await?;
        }
        fail::fail_point!("before_import_batch", |_| std::process::abort());
        tx.commit().await?;
        fail::fail_point!("after_import_batch", |_| std::process::abort());
        Ok(Some(now))
    }

    fn fate(&self, outcomes: Vec<Outcome>) -> Fate {
        let (mut fate, mut outcomes) = (Fate::default(), outcomes.into_iter());
        for row in &self.rows {
            let mut faults = match &row.record {
                Err(faults) => faults.clone(),
                Ok(_) => match outcomes.next() {
                    Some(Outcome::Made(client)) => {
                        fate.made.push((row.number, client));
                        continue;
                    }
                    Some(Outcome::Refused(errors)) => {
                        let said = |name: &str| shown(cell(name, self.columns, &row.cells));
                        errors.into_iter().map(|error| fault(error, said)).collect()
                    }
                    None => Vec::new(),
                },
            };
            // Two domains of a row that are taken by now are told in the same words.
            faults.dedup();
            fate.wrong.push(Wrong {
                number: row.number,
                cells: row.cells.clone(),
                faults,
            });
        }
        fate
    }

    fn moved(&self, import: &Model, fate: &Fate) -> Model {
        let count = |many: usize| i32::try_from(many).unwrap_or(i32::MAX);
        let last = self.rows.last().map(|row| row.number);
        let last = last.and_then(|number| i32::try_from(number).ok());
        Model {
            cursor: last.unwrap_or(import.cursor),
            created: import.created + count(fate.made.len()),
            good: import.good - count(fate.wrong.len()),
            faulty: import.faulty + count(fate.wrong.len()),
            ..import.clone()
        }
    }

    fn corrected(&self) -> Vec<i32> {
        let corrected = self.rows.iter().filter(|row| row.is_corrected);
        corrected
            .filter_map(|row| i32::try_from(row.number).ok())
            .collect()
    }
}
