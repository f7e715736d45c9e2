use crate::names::Names;

/// A column that a list may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The exact name in the header.
    pub name: String,
    /// The list is refused without it.
    pub mandatory: bool,
}

/// The columns that a list may have, in the order in which a row gives its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    columns: Vec<Column>,
    /// Names that are skipped with their cells.
    ignored: Vec<String>,
}

impl Layout {
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            ignored: Vec::new(),
        }
    }

    /// A column that may be there and is not read, such as the one an error file has in addition.
    #[must_use]
    pub fn ignoring(mut self, name: &str) -> Self {
        self.ignored.push(name.to_owned());
        self
    }

    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Whether a first row of these names is read without being matched.
    pub fn fits(&self, names: &[String]) -> bool {
        Names::places(1, names, self).is_ok()
    }

    /// The column of this name, exactly so.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    pub(crate) fn ignores(&self, name: &str) -> bool {
        self.ignored.iter().any(|ignored| ignored == name)
    }

    /// Whether a column has this name in its [`plain`] form.
    pub(crate) fn has_like(&self, plain_name: &str) -> bool {
        self.columns
            .iter()
            .any(|column| plain(&column.name) == plain_name)
    }
}

/// Letters and digits of a name in lower case: what is left when somebody writes it another way.
pub(crate) fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
