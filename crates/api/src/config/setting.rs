/// What there is to know about a setting without its value.
#[derive(Debug)]
pub struct About {
    /// Name in the environment.
    pub name: &'static str,
    /// `section.key` in the settings file.
    pub key: &'static str,
    /// As it would be written; empty where there is none.
    pub default: &'static str,
    /// Never shown, neither in errors nor by `gangway doctor`.
    pub secret: bool,
    /// Meaning, unit and, where no default is written, what happens without it.
    pub doc: &'static str,
}

/// One setting: declared once, as a static beside the struct that holds its value.
#[derive(Debug)]
pub struct Setting<T> {
    pub about: About,
    /// Reads a value; the error says what was expected, without repeating the value.
    pub parse: fn(&str) -> Result<T, String>,
}
