use std::{fmt, path::Path};

use super::{About, Setting, table};

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    Default,
    File(String),
    Environment,
    /// Filled in because the sandbox is on.
    Sandbox,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(name) => write!(f, "file {name}"),
            Self::Environment => f.write_str("environment"),
            Self::Sandbox => f.write_str("sandbox"),
        }
    }
}

/// A setting as `gangway doctor` prints it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub name: &'static str,
    /// Masked when secret, empty when not set.
    pub value: String,
    pub is_secret: bool,
    pub origin: Origin,
}

/// Everything that was given, by name, and everything found wrong with it so far.
#[derive(Default)]
pub struct Values {
    given: Vec<(&'static About, String, Origin)>,
    errors: Vec<String>,
}

impl Values {
    /// The settings file. Variables given later win over it.
    pub fn add_file(&mut self, path: &Path, text: &str) {
        let file = path.display().to_string();
        match text.parse::<toml::Table>() {
            Ok(table) => self.add_table("", table, &file),
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let line = text
                    .get(..start)
                    .map_or(1, |before| before.matches('\n').count() + 1);
                let what = error.message().replace('\n', " ");
                self.errors.push(format!("{file} line {line}: {what}"));
            }
        }
    }

    fn add_table(&mut self, prefix: &str, table: toml::Table, file: &str) {
        for (key, value) in table {
            let key = format!("{prefix}{key}");
            let known = table::all().find(|about| about.key == key);
            match (known, value) {
                (None, toml::Value::Table(inner)) if prefix.is_empty() => {
                    self.add_table(&format!("{key}."), inner, file);
                }
                (None, _) => {
                    let near = nearest(&key, table::all().map(|about| about.key));
                    self.errors.push(format!("{key:?} in {file}: unknown setting{near}"));
                }
                (Some(about), value) => match plain(value) {
                    Some(text) => self.set(about, text, Origin::File(file.to_owned())),
                    None => self.errors.push(format!(
                        "{} ({key} in {file}): expected text, a number, true, false or a list of texts",
                        about.name
                    )),
                },
            }
        }
    }

    /// A variable. Empty counts as not set; names that are not ours are passed over.
    pub fn add_variable(&mut self, name: &str, value: Option<&str>) {
        let Some(about) = table::all().find(|about| about.name == name) else {
            if name.starts_with("GANGWAY_") && !table::ELSEWHERE.contains(&name) {
                let near = nearest(name, table::all().map(|about| about.name));
                self.errors.push(format!("{name}: unknown setting{near}"));
            }
            return;
        };
        match value {
            Some("") => {}
            Some(value) => self.set(about, value.to_owned(), Origin::Environment),
            None => self
                .errors
                .push(format!("{name}: the value is not UTF-8 text")),
        }
    }

    fn set(&mut self, about: &'static About, value: String, origin: Origin) {
        self.given.retain(|(other, ..)| other.name != about.name);
        self.given.push((about, value, origin));
    }

    /// What the sandbox fills in where nothing was given.
    pub fn fill_in<T>(&mut self, setting: &'static Setting<T>, value: impl Into<String>) {
        if self.origin(&setting.about) == Origin::Default {
            self.set(&setting.about, value.into(), Origin::Sandbox);
        }
    }

    /// The value, the default, or nothing. A wrong value is noted and nothing is returned.
    pub fn get<T>(&mut self, setting: &Setting<T>) -> Option<T> {
        let about = &setting.about;
        let given = self
            .given
            .iter()
            .find(|(other, ..)| other.name == about.name);
        let text = given.map_or(about.default, |(_, value, _)| value);
        if text.is_empty() {
            return None;
        }
        match (setting.parse)(text) {
            Ok(value) => Some(value),
            Err(expected) => {
                let shown = if about.secret {
                    "the value (not shown)".to_owned()
                } else {
                    quoted(text)
                };
                self.refuse(
                    about,
                    &format!("{shown} is not usable, expected {expected}"),
                );
                None
            }
        }
    }

    pub fn origin(&self, about: &About) -> Origin {
        let given = self
            .given
            .iter()
            .find(|(other, ..)| other.name == about.name);
        given.map_or(Origin::Default, |(_, _, origin)| origin.clone())
    }

    pub fn is_given(&self, about: &About) -> bool {
        self.origin(about) != Origin::Default
    }

    /// Notes what is wrong with a setting, with where it comes from.
    pub fn refuse(&mut self, about: &About, what: &str) {
        let name = about.name;
        self.errors.push(match self.origin(about) {
            Origin::File(file) => format!("{name} ({} in {file}): {what}", about.key),
            _ => format!("{name}: {what}"),
        });
    }

    pub fn into_errors(self) -> Vec<String> {
        self.errors
    }

    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Every setting with its value, secrets masked.
    pub fn shown(&self) -> Vec<Shown> {
        let show = |about: &'static About| {
            let given = self
                .given
                .iter()
                .find(|(other, ..)| other.name == about.name);
            let value = given.map_or(about.default, |(_, value, _)| value);
            Shown {
                name: about.name,
                value: if about.secret && !value.is_empty() {
                    "********".to_owned()
                } else {
                    value.to_owned()
                },
                is_secret: about.secret,
                origin: self.origin(about),
            }
        };
        table::all().map(show).collect()
    }
}

fn plain(value: toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(flag.to_string()),
        toml::Value::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(toml::Value::as_str).collect();
            Some(texts?.join(","))
        }
        _ => None,
    }
}

fn quoted(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    let dots = if short.len() < text.len() { "..." } else { "" };
    format!("\"{}{dots}\"", short.escape_debug())
}

/// `; did you mean X?` with the known name that differs least.
fn nearest(name: &str, known: impl Iterator<Item = &'static str>) -> String {
    let near = known
        .filter(|k| !k.is_empty())
        .min_by_key(|k| distance(name, k));
    near.map_or_else(String::new, |near| format!("; the nearest known is {near}"))
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut left = i + 1;
        let mut next = vec![left];
        for ((y, above), corner) in b.bytes().zip(row.iter().skip(1)).zip(&row) {
            left = (above + 1).min(left + 1).min(corner + usize::from(x != y));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_with_fewest_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        let near = nearest("GANGWAY_LISTN", table::all().map(|about| about.name));
        assert_eq!(near, "; the nearest known is GANGWAY_LISTEN");
    }
}
