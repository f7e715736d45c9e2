use super::custom_field::{CustomField, FieldKind};

/// What the name of a column for a custom field begins with.
pub const CUSTOM_PREFIX: &str = "Custom:";

/// Declares the columns in their order: name, whether it may not be empty, and an example.
macro_rules! columns {
    ($($column:ident $mandatory:literal $example:literal,)*) => {
        /// A column of the list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Column { $($column,)* }

        impl Column {
            /// Every column, in the order in which a row gives its cells.
            pub const ALL: &[Self] = &[$(Self::$column,)*];

            /// The name in the header.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$column => stringify!($column),)* }
            }

            /// It has to be there, and may not be empty.
            pub const fn is_mandatory(self) -> bool {
                match self { $(Self::$column => $mandatory,)* }
            }

            /// What stands there in the sample.
            pub const fn example(self) -> &'static str {
                match self { $(Self::$column => $example,)* }
            }
        }
    };
}

columns! {
    ClientName true "Acme Widgets Ltd",
    PrimaryContactFirstName true "Jane",
    PrimaryContactLastName true "Doe",
    PrimaryContactEmail true "jane@example.com",
    Code false "1",
    PhoneNumber false "2025550143",
    SiteName true "Headquarters",
    Address false "1 Main Street",
    City false "New York",
    State false "NY",
    PostalCode false "10001",
    Country false "US",
    Timezone true "America/New_York",
    EmailDomains false "example.com,example.org",
    AccountManager false "",
    TechGroups false "",
    SecondaryContactName false "John Roe",
    SecondaryContactEmail false "john@example.com",
}

/// The columns of every sample; the others are for partners who want them.
const IN_EVERY_SAMPLE: usize = 16;

/// The names of all columns in the order in which a row gives its cells: [`Column::ALL`], then the
/// custom fields.
pub fn column_names(fields: &[CustomField]) -> Vec<String> {
    let columns = Column::ALL.iter().map(|column| column.name().to_owned());
    columns
        .chain(fields.iter().map(CustomField::column))
        .collect()
}

/// Whether the list is refused without this column of [`column_names`]. A custom field that may not
/// be empty is asked for in its rows.
pub fn is_mandatory(at: usize) -> bool {
    Column::ALL
        .get(at)
        .is_some_and(|column| column.is_mandatory())
}

/// The header of the sample: with the secondary contact where the partner wants it, and the custom
/// fields.
pub fn sample_columns(with_secondary: bool, fields: &[CustomField]) -> Vec<String> {
    let mut names = column_names(fields);
    if !with_secondary {
        names.drain(IN_EVERY_SAMPLE..Column::ALL.len());
    }
    names
}

/// What stands in a column of the sample.
pub fn example(column: &str, fields: &[CustomField]) -> String {
    let known = Column::ALL.iter().find(|known| known.name() == column);
    if let Some(known) = known {
        return known.example().to_owned();
    }
    let field = fields.iter().find(|field| field.column() == column);
    let example = match field.map(|field| &field.kind) {
        Some(FieldKind::Text) => "Text",
        Some(FieldKind::Number) => "12.5",
        Some(FieldKind::Date) => "2027-01-31",
        Some(FieldKind::YesNo) => "yes",
        Some(FieldKind::Link) => "https://www.example.com/",
        Some(FieldKind::Choice(options)) => options.first().map_or("", String::as_str),
        None => "",
    };
    example.to_owned()
}
