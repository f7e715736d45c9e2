//! Lists of clients: uploaded, checked, confirmed, imported.

use super::wire;
use crate::client_rows::{Change, Fault, FaultCode};
use crate::ids::ImportId;
use chrono::{DateTime, Utc};

/// Bytes of an uploaded list at most.
pub const MOST_IMPORT_BYTES: usize = 25 * 1024 * 1024;

wire! { choice
    /// How far an import is.
    pub enum ImportState {
        /// The file is being read; nothing can be said yet.
        Checking,
        /// The file is refused as a whole: `faults` says why.
        Refused,
        /// The file was read. Nothing is written until it is confirmed.
        Ready,
        /// Clients are being made.
        Importing,
        /// Every good row has its client.
        Done,
        /// Somebody stopped it. Clients that were made by then stay, and can be undone.
        Cancelled,
        /// Its clients are being deleted.
        Undoing,
        /// Its clients were deleted; they can be restored one by one for a while.
        Undone,
    }
}

impl ImportState {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Checking,
        Self::Refused,
        Self::Ready,
        Self::Importing,
        Self::Done,
        Self::Cancelled,
        Self::Undoing,
        Self::Undone,
    ];

    /// The state as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Refused => "refused",
            Self::Ready => "ready",
            Self::Importing => "importing",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// The state of that stored name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether Gangway is at work on it, so that the counts still change.
    pub const fn is_at_work(self) -> bool {
        matches!(self, Self::Checking | Self::Importing | Self::Undoing)
    }
}

wire! { answer
    /// Why a file is refused as a whole.
    pub struct FileFault {
        /// The row as a spreadsheet numbers it; the header is row 1.
        pub row: u32,
        /// Name of the column; null where the row or the file is meant.
        pub column: Option<String>,
        /// Why, for a program.
        pub code: FaultCode,
        /// What stands there, cut to 80 characters. It comes from the file: show it as text.
        pub value: String,
        /// Why, in plain words.
        pub reason: String,
        /// What to do.
        pub remedy: String,
    }
}

wire! { answer
    /// Values of a column that are stored otherwise than they are written.
    pub struct ImportChange {
        /// Name of the column.
        pub column: String,
        /// In how many rows.
        pub rows: u32,
        /// The first of these rows.
        pub first_row: u32,
        /// As it is written there, cut to 80 characters.
        pub from: String,
        /// As it is stored, cut to 80 characters.
        pub to: String,
    }
}

wire! { answer
    /// One of the first rows.
    pub struct PreviewRow {
        /// The row as a spreadsheet numbers it.
        pub row: u32,
        /// Its cells in the order of the import's `columns`, each cut to 80 characters.
        pub cells: Vec<String>,
        /// What is stored otherwise than it is written.
        pub changes: Vec<Change>,
        /// What is wrong with it.
        pub faults: Vec<Fault>,
    }
}

wire! { answer
    /// A list of clients that somebody uploaded.
    pub struct ClientImport {
        /// Id of the import.
        pub id: ImportId,
        /// How far it is.
        pub state: ImportState,
        /// What the file is called, without folders and what cannot be seen.
        pub file_name: String,
        /// How large the file is.
        pub file_bytes: u64,
        /// The columns of the file that are read, in its order.
        pub columns: Vec<String>,
        /// Rows with something in them that were read, without the header.
        pub rows: u32,
        /// Rows that can be imported, or were.
        pub good: u32,
        /// Rows that cannot be imported as they are.
        pub faulty: u32,
        /// Rows that were wrong and are corrected; they count among the good ones.
        pub corrected: u32,
        /// Clients that were made.
        pub created: u32,
        /// Clients that were deleted again when it was undone.
        pub undone: u32,
        /// Why the file is refused as a whole; empty otherwise.
        pub faults: Vec<FileFault>,
        /// What is stored otherwise than it is written, by column.
        pub changes: Vec<ImportChange>,
        /// The first rows, as they were corrected where they were.
        pub preview: Vec<PreviewRow>,
        /// Who uploaded it.
        pub created_by: String,
        /// When it was uploaded.
        pub created_at: DateTime<Utc>,
        /// When the file had been read.
        pub checked_at: Option<DateTime<Utc>>,
        /// When it was confirmed.
        pub confirmed_at: Option<DateTime<Utc>>,
        /// When it came to its end.
        pub finished_at: Option<DateTime<Utc>>,
        /// The header as it is written, with what each column is read as.
        pub header: Vec<HeaderColumn>,
        /// Whether the file was refused for its header only, so that its columns can be matched.
        pub can_be_matched: bool,
        /// Whether its columns are read as somebody matched them, for this file or for one with the same header.
        pub is_matched: bool,
    }
}

wire! { answer
    /// A row that something is wrong with, or was until it was corrected.
    pub struct ImportRow {
        /// The row as a spreadsheet numbers it.
        pub row: u32,
        /// Its cells in the order of the import's `columns`. Where the row has more values than the
        /// header has names, they follow.
        pub cells: Vec<String>,
        /// What is wrong with it; empty once it is corrected.
        pub faults: Vec<Fault>,
        /// What is stored otherwise than it was typed, once it is corrected.
        pub changes: Vec<Change>,
        /// When it was last corrected or checked.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { request
    /// Corrects a row.
    pub struct CorrectImportRow {
        /// All cells of the row, in the order of the import's `columns`.
        #[validate(length(min = 1, max = 200, code = "cells_count", message = "Send one value for each column."))]
        pub cells: Vec<String>,
    }
}

wire! { answer
    /// A column of an uploaded list.
    pub struct HeaderColumn {
        /// The name in the file, cut to 80 characters.
        pub name: String,
        /// The column of the sample it is read as; null where it is left out. While it can still be
        /// matched, what Gangway would propose.
        pub column: Option<String>,
    }
}

wire! { answer
    /// A column that a list may have.
    pub struct ImportColumn {
        /// Its name in the sample.
        pub name: String,
        /// Whether every list must have it.
        pub is_required: bool,
    }
}

wire! { request
    /// Says what the columns of a file are.
    pub struct MatchColumns {
        /// For each column of the file, in its order, the column of the sample; null leaves it out.
        #[validate(length(min = 1, max = 200, code = "columns_count", message = "Send one for each column of the file."))]
        pub columns: Vec<Option<String>>,
    }
}
