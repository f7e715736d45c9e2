use super::check::Check;
use super::column::Column;
use super::fault::FaultCode;
use super::seen::Unique;
use super::street_address::StreetAddress;
use crate::values::{CompanyName, Line};

impl Check<'_> {
    /// The client's name, which no other client has.
    pub(super) fn client_name(&mut self) -> Option<CompanyName> {
        let column = Column::ClientName;
        let reason = "It is no name.";
        let name = self.needed(column, CompanyName::parse, FaultCode::InvalidText, reason)?;
        let key = name.folded();
        if self.known.has_client(&key) {
            self.taken(column, "A client with this name is there already.");
        } else if let Some(first) = self.seen.claim(Unique::Client, &key, self.row) {
            self.repeated(column, "name", first);
        }
        Some(name)
    }

    /// One name of one site: commas and semicolons may be part of it, an end of line may not.
    pub(super) fn site_name(&mut self) -> Option<Line> {
        let column = Column::SiteName;
        if self.text(column).contains(['\n', '\r']) {
            self.refuse(
                column,
                FaultCode::SingleValue,
                "There are several lines, and a client is imported with one site.",
                "Keep the headquarters; add the other sites to the client later.",
            );
            return None;
        }
        let reason = "It is no name.";
        self.needed(column, Line::parse, FaultCode::InvalidText, reason)
    }

    /// Short text that may be empty.
    pub(super) fn line(&mut self, column: Column) -> Option<Line> {
        let reason = "It has characters that may not be there.";
        self.optional(column, Line::parse, FaultCode::InvalidText, reason)
    }

    /// The address in its one or two lines.
    pub(super) fn address(&mut self) -> Option<StreetAddress> {
        let reason = "It has characters that may not be there.";
        let code = FaultCode::InvalidText;
        self.optional(Column::Address, StreetAddress::parse, code, reason)
    }

    pub(super) fn taken(&mut self, column: Column, reason: &str) {
        self.refuse(
            column,
            FaultCode::DuplicateExisting,
            reason,
            "Remove the row, or change the client that is there.",
        );
    }

    pub(super) fn repeated(&mut self, column: Column, what: &str, first: u32) {
        self.refuse(
            column,
            FaultCode::DuplicateInFile,
            format!("Row {first} has the same {what}."),
            format!("Keep one of the two rows, or correct the {what}."),
        );
    }
}
