use super::addresses::split_addresses;
use super::row::input_id;
use crate::dom;
use gangway_domain::wire::{InviteTeam, TeamMember, TeamOutcome, TeamResult};
use leptos::prelude::*;

/// One address and what came of it.
#[derive(Clone, Copy)]
pub struct Row {
    /// Tells rows apart while they move.
    pub number: u32,
    /// The address as typed.
    pub email: RwSignal<String>,
    /// What came of sending it.
    pub result: RwSignal<Option<TeamResult>>,
}

/// The rows. The last one is always there to type in.
#[derive(Clone, Copy)]
pub struct TeamRows {
    pub rows: RwSignal<Vec<Row>>,
    /// Whether sending was tried with nothing typed.
    pub empty: RwSignal<bool>,
    made: StoredValue<u32>,
    /// Rows live as long as the list, whichever of them asked for a new one.
    owner: StoredValue<Owner>,
}

/// Whether a row needs nothing more from the person.
pub const fn is_settled(outcome: TeamOutcome) -> bool {
    match outcome {
        TeamOutcome::Invited | TeamOutcome::AlreadyMember | TeamOutcome::AlreadyInvited => true,
        TeamOutcome::Repeated | TeamOutcome::Yourself | TeamOutcome::Invalid => false,
    }
}

impl Row {
    /// Whether it is done with and read-only.
    pub fn settled(self) -> bool {
        self.result.with(|result| {
            result
                .as_ref()
                .is_some_and(|result| is_settled(result.outcome))
        })
    }

    fn waiting(self) -> bool {
        let typed = !self.email.with_untracked(|email| email.trim().is_empty());
        typed && !untrack(|| self.settled())
    }
}

impl TeamRows {
    /// Rows with what was typed earlier, and some to type in.
    pub fn new(typed: Vec<TeamMember>, at_least: usize) -> Self {
        let rows = Self {
            rows: RwSignal::new(Vec::new()),
            empty: RwSignal::new(false),
            made: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        for member in typed {
            rows.add(member.email);
        }
        while rows.rows.with_untracked(Vec::len) < at_least {
            rows.add(String::new());
        }
        rows
    }

    /// Adds a row; answers its number.
    pub fn add(self, email: String) -> u32 {
        let row = self.made(email);
        self.rows.update(|rows| rows.push(row));
        row.number
    }

    /// Takes a row away; one always stays.
    pub fn remove(self, number: u32) {
        self.rows
            .update(|rows| rows.retain(|row| row.number != number));
        if self.rows.with_untracked(Vec::is_empty) {
            self.add(String::new());
        }
    }

    /// Spreads a pasted text over rows from this one on. False where it is just one address.
    pub fn paste(self, number: u32, text: &str) -> bool {
        let mut addresses = split_addresses(text).into_iter();
        let (Some(first), Some(second)) = (addresses.next(), addresses.next()) else {
            return false;
        };
        let rest: Vec<_> = std::iter::once(second)
            .chain(addresses)
            .map(|email| self.made(email))
            .collect();
        self.rows.update(|rows| {
            let at = rows
                .iter()
                .position(|row| row.number == number)
                .unwrap_or(rows.len());
            if let Some(row) = rows.get(at) {
                row.email.set(first);
            }
            let after = (at + 1).min(rows.len());
            // Empty rows below give way to what was pasted.
            let tail = rows.split_off(after);
            rows.extend(rest);
            rows.extend(
                tail.into_iter()
                    .filter(|row| !row.email.with_untracked(String::is_empty)),
            );
        });
        true
    }

    /// What is typed and not settled, for the draft and the request.
    pub fn waiting(self) -> Vec<TeamMember> {
        let rows = self.rows.get_untracked();
        let waiting = rows.into_iter().filter(|row| row.waiting());
        waiting
            .map(|row| TeamMember {
                email: row.email.get_untracked(),
            })
            .collect()
    }

    /// The request.
    pub fn body(self) -> InviteTeam {
        InviteTeam {
            members: self.waiting(),
        }
    }

    /// Says that at least one address is needed.
    pub fn ask_for_one(self) {
        self.empty.set(true);
        let first = self
            .rows
            .with_untracked(|rows| rows.first().map(|row| row.number));
        if let Some(number) = first {
            dom::soon(move || dom::focus(&input_id(number)));
        }
    }

    /// The first row that needs another look.
    pub fn first_refused(self) -> Option<u32> {
        let refused = |row: &&Row| {
            row.result.with_untracked(|result| {
                result
                    .as_ref()
                    .is_some_and(|result| !is_settled(result.outcome))
            })
        };
        self.rows
            .with_untracked(|rows| rows.iter().find(refused).map(|row| row.number))
    }

    /// Shows what came of each line sent, in the order sent.
    pub fn answered(self, results: Vec<TeamResult>) {
        let rows = self.rows.get_untracked();
        let sent: Vec<_> = rows.into_iter().filter(|row| row.waiting()).collect();
        for (row, result) in sent.into_iter().zip(results) {
            row.result.set(Some(result));
        }
    }

    /// How many rows have that outcome.
    pub fn count(self, wanted: impl Fn(TeamOutcome) -> bool) -> usize {
        self.rows.with(|rows| {
            let has = |row: &&Row| {
                row.result
                    .with(|result| result.as_ref().is_some_and(|result| wanted(result.outcome)))
            };
            rows.iter().filter(has).count()
        })
    }

    /// Whether something is typed that was not sent. Follows what is typed.
    pub fn any_waiting(self) -> bool {
        self.rows.with(|rows| {
            rows.iter()
                .any(|row| !row.email.with(|email| email.trim().is_empty()) && !row.settled())
        })
    }

    fn made(self, email: String) -> Row {
        let number = self.made.try_update_value(|made| {
            *made += 1;
            *made
        });
        self.owner.get_value().with(|| Row {
            number: number.unwrap_or_default(),
            email: RwSignal::new(email),
            result: RwSignal::new(None),
        })
    }
}
