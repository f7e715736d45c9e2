use super::client_row::ClientRow;
use super::column::Column;
use super::fault::{Change, Fault, FaultCode, shown};
use super::known::Known;
use super::seen::Seen;
use crate::values::{CompanyName, DomainName, EmailAddress, Rejection};

/// A row that can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub client: ClientRow,
    /// What is stored otherwise than it was written.
    pub changes: Vec<Change>,
}

/// Holds a row against every rule. Its cells come in the order of
/// [`column_names`](super::column_names); cells that are absent count as empty.
///
/// Rows are given from the top: the first row with a value keeps it, whether or not something else
/// is wrong there, and those below are told its number.
pub fn check(
    row: u32,
    cells: &[&str],
    known: &Known,
    seen: &mut Seen,
) -> Result<Checked, Vec<Fault>> {
    let mut check = Check {
        row,
        cells,
        known,
        seen,
        faults: Vec::new(),
        changes: Vec::new(),
    };
    match check.client() {
        Some(client) if check.faults.is_empty() => Ok(Checked {
            client,
            changes: check.changes,
        }),
        _ => Err(check.faults),
    }
}

/// What a row says of what no two clients may have, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    pub name: Option<CompanyName>,
    pub email: Option<EmailAddress>,
    pub domains: Vec<DomainName>,
}

/// What a row claims; its cells come as those of [`check`].
pub fn claims(row: u32, cells: &[&str]) -> Claims {
    let mut check = Check {
        row,
        cells,
        known: &Known::default(),
        seen: &mut Seen::default(),
        faults: Vec::new(),
        changes: Vec::new(),
    };
    Claims {
        name: check.client_name(),
        email: check.primary_email(),
        domains: check.email_domains(),
    }
}

/// A row while it is checked. Each part of it notes all that is wrong before anything is given up.
pub(super) struct Check<'a> {
    pub(super) row: u32,
    cells: &'a [&'a str],
    pub(super) known: &'a Known,
    pub(super) seen: &'a mut Seen,
    faults: Vec<Fault>,
    changes: Vec<Change>,
}

impl<'a> Check<'a> {
    fn client(&mut self) -> Option<ClientRow> {
        let name = self.client_name();
        let first_name = self.person_name(Column::PrimaryContactFirstName);
        let last_name = self.person_name(Column::PrimaryContactLastName);
        let email = self.primary_email();
        let phone = self.phone();
        let site_name = self.site_name();
        let address = self.address();
        let city = self.line(Column::City);
        let (region, country) = self.region_and_country();
        let postal_code = self.line(Column::PostalCode);
        let time_zone = self.time_zone(country);
        let email_domains = self.email_domains();
        let account_manager = self.account_manager();
        let tech_groups = self.tech_groups();
        let secondary = self.secondary();
        let custom = self.custom();
        Some(ClientRow {
            name: name?,
            first_name: first_name?,
            last_name: last_name?,
            email: email?,
            secondary,
            phone,
            site_name: site_name?,
            address,
            city,
            region,
            postal_code,
            country,
            time_zone: time_zone?,
            email_domains,
            account_manager,
            tech_groups,
            custom,
        })
    }

    /// The cell as it was given.
    pub(super) fn given(&self, at: usize) -> &'a str {
        self.cells.get(at).copied().unwrap_or_default()
    }

    /// The cell as it is meant: without blanks at its ends, and without the apostrophe that a file
    /// for spreadsheets has before a formula.
    pub(super) fn text_at(&self, at: usize) -> &'a str {
        without_guard(self.given(at)).trim()
    }

    pub(super) fn text(&self, column: Column) -> &'a str {
        self.text_at(column as usize)
    }

    /// The value of a cell that may be empty.
    pub(super) fn optional<T: AsRef<str>>(
        &mut self,
        column: Column,
        parse: impl FnOnce(&str) -> Result<T, Rejection>,
        code: FaultCode,
        reason: &str,
    ) -> Option<T> {
        if self.text(column).is_empty() {
            return None;
        }
        self.needed(column, parse, code, reason)
    }

    /// The value of a cell. What its own rule says is what to do; the code is the column's, unless
    /// the rule says that it is empty, too long, or has letters that may not be there.
    pub(super) fn needed<T: AsRef<str>>(
        &mut self,
        column: Column,
        parse: impl FnOnce(&str) -> Result<T, Rejection>,
        code: FaultCode,
        reason: &str,
    ) -> Option<T> {
        match parse(self.text(column)) {
            Ok(value) => {
                self.stored(column, value.as_ref());
                Some(value)
            }
            Err(rejection) => {
                let several = rejection.code == "one_address_only";
                let (code, reason) = match rejection.code {
                    "required" => (FaultCode::Required, "It is empty."),
                    "too_long" => (FaultCode::TooLong, "It is too long."),
                    "invalid_text" => (
                        FaultCode::InvalidText,
                        "It has characters that may not be there.",
                    ),
                    _ => (code, reason),
                };
                let remedy = match rejection.message {
                    _ if several => "Enter one address only.".into(),
                    message => message,
                };
                self.refuse(column, code, reason, remedy);
                None
            }
        }
    }

    /// Notes what the cell is stored as, where that differs.
    pub(super) fn stored(&mut self, column: Column, to: &str) {
        self.stored_at(column as usize, column.name(), to);
    }

    pub(super) fn stored_at(&mut self, at: usize, column: &str, to: &str) {
        let from = self.given(at);
        if from != to {
            self.changes.push(Change {
                column: column.to_owned(),
                from: shown(from),
                to: shown(to),
            });
        }
    }

    pub(super) fn refuse(
        &mut self,
        column: Column,
        code: FaultCode,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.refuse_at(column as usize, column.name(), code, reason, remedy);
    }

    pub(super) fn refuse_at(
        &mut self,
        at: usize,
        column: &str,
        code: FaultCode,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.push(Fault {
            column: Some(column.to_owned()),
            code,
            value: shown(self.given(at)),
            reason: reason.into(),
            remedy: remedy.into(),
        });
    }
}

/// The cell without the apostrophe that keeps a spreadsheet from running it as a formula.
fn without_guard(cell: &str) -> &str {
    const FORMULA: [char; 11] = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    let guarded = cell.trim_start_matches('\'').starts_with(FORMULA);
    match cell.strip_prefix('\'') {
        Some(rest) if guarded => rest,
        _ => cell,
    }
}
