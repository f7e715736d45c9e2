use serde::{Deserialize, Serialize};

/// Most characters of a wrong value that are shown again.
pub const MAX_SHOWN: usize = 80;

/// Declares the codes with their form on the wire.
macro_rules! codes {
    ($($code:ident $name:literal $words:literal,)*) => {
        /// Why a file, a row or a cell is refused, for a program.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum FaultCode { $(#[doc = $words] $code,)* }

        impl FaultCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// The code of this name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == name)
            }
        }
    };
}

codes! {
    BadQuote "bad_quote" "Something stands after a closing quote, or a backslash before one.",
    ColumnCount "column_count" "The row has more or fewer cells than the header.",
    DuplicateExisting "duplicate_existing" "A client of the partner's has the value already.",
    DuplicateInFile "duplicate_in_file" "A row further up has the value already.",
    EmptyFile "empty_file" "Nothing is in the file.",
    Encoding "encoding" "A letter of the file is not in its encoding.",
    FileType "file_type" "The file is no list but of another kind.",
    Header "header" "The names of the columns are not those asked for.",
    InvalidCode "invalid_code" "The value is none of a list of codes.",
    InvalidDomain "invalid_domain" "The value is no domain.",
    InvalidEmail "invalid_email" "The value is no email address.",
    InvalidPhone "invalid_phone" "The value is no phone number in digits.",
    InvalidText "invalid_text" "The value has characters that it may not have, or another form.",
    InvalidTimezone "invalid_timezone" "The value is no name of a time zone.",
    OwnEmail "own_email" "The address is that of the person who imports.",
    PublicDomain "public_domain" "Anybody can have an address at the domain.",
    Required "required" "Nothing is there where something is needed.",
    RequiredTogether "required_together" "The value is needed because another one is there.",
    SingleValue "single_value" "There are several values where one is asked for.",
    TooLong "too_long" "The value, the list or the file is longer than allowed.",
    UnclosedQuote "unclosed_quote" "A quote is opened and never closed.",
    UnknownGroup "unknown_group" "There is no group of this name.",
    UnknownUser "unknown_user" "Nobody in the team has this address.",
}

/// One thing that is wrong with a row, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fault {
    /// Name of the column; null where the row as a whole is meant.
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

/// A value that is stored otherwise than it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// Name of the column.
    pub column: String,
    /// As it was written, cut to 80 characters.
    pub from: String,
    /// As it is stored, cut to 80 characters.
    pub to: String,
}

/// The value cut for showing.
pub(super) fn shown(value: &str) -> String {
    match value.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}
