use gangway_domain::problem::FieldError;
use gangway_domain::wire::{HeaderColumn, ImportColumn};
use leptos::prelude::*;

/// What is chosen for each column of the file; empty leaves it out.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    each: StoredValue<Vec<(String, RwSignal<String>)>>,
    known: StoredValue<Vec<ImportColumn>>,
}

impl Choices {
    /// What Gangway proposes.
    pub fn proposed(header: &[HeaderColumn], known: Vec<ImportColumn>) -> Self {
        let choice = |(at, column): (usize, &HeaderColumn)| {
            let name = match column.name.trim() {
                "" => format!("Column {} (without a name)", at + 1),
                name => name.to_owned(),
            };
            let proposed = column.column.clone().unwrap_or_default();
            (name, RwSignal::new(proposed))
        };
        let each = header.iter().enumerate().map(choice).collect();
        Self {
            each: StoredValue::new(each),
            known: StoredValue::new(known),
        }
    }

    /// The file's columns, each with what is chosen for it.
    pub fn each(self) -> Vec<(String, RwSignal<String>)> {
        self.each.get_value()
    }

    /// What there is to choose from.
    pub fn options(self) -> Vec<(String, String)> {
        let option = |column: &ImportColumn| {
            let words = if column.is_required {
                format!("{} *", column.name)
            } else {
                column.name.clone()
            };
            (column.name.clone(), words)
        };
        self.known
            .with_value(|known| known.iter().map(option).collect())
    }

    /// As it is sent.
    pub fn chosen(self) -> Vec<Option<String>> {
        let chosen = |(_, value): &(String, RwSignal<String>)| {
            let value = value.get_untracked();
            (!value.is_empty()).then_some(value)
        };
        self.each
            .with_value(|each| each.iter().map(chosen).collect())
    }

    /// Which columns are still to be chosen, as one chooses.
    pub fn still_needed(self) -> String {
        let chosen: Vec<String> = self.each().iter().map(|(_, value)| value.get()).collect();
        let missing = self.known.with_value(|known| missing(known, &chosen));
        if missing.is_empty() {
            "Everything that is needed is chosen.".to_owned()
        } else {
            format!("Still needed: {}.", missing.join(", "))
        }
    }

    /// What is wrong with what is chosen.
    pub fn faults(self) -> Vec<FieldError> {
        let chosen: Vec<String> = self
            .chosen()
            .into_iter()
            .map(Option::unwrap_or_default)
            .collect();
        self.known.with_value(|known| faults(known, &chosen))
    }
}

/// Columns that every list must have and nothing is chosen as.
fn missing(known: &[ImportColumn], chosen: &[String]) -> Vec<String> {
    let missing = |column: &&ImportColumn| column.is_required && !chosen.contains(&column.name);
    let missing = known.iter().filter(missing);
    missing.map(|column| column.name.clone()).collect()
}

fn faults(known: &[ImportColumn], chosen: &[String]) -> Vec<FieldError> {
    let twice = |(at, name): (usize, &String)| {
        let mut before = chosen.iter().take(at);
        (!name.is_empty() && before.any(|other| other == name)).then(|| FieldError {
            pointer: format!("/columns/{at}"),
            code: "column_twice".to_owned(),
            message: format!("{name} is chosen for another column, too. Choose it once."),
        })
    };
    let mut found: Vec<FieldError> = chosen.iter().enumerate().filter_map(twice).collect();
    let missing = missing(known, chosen);
    if !missing.is_empty() {
        found.push(FieldError {
            pointer: "/columns".to_owned(),
            code: "column_missing".to_owned(),
            message: format!("Choose a column of the file for {}.", missing.join(", ")),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d21_a_column_is_chosen_once_and_what_is_needed_is_named() {
        let column = |name: &str, is_required| ImportColumn {
            name: name.to_owned(),
            is_required,
        };
        let known = [
            column("ClientName", true),
            column("Timezone", true),
            column("City", false),
        ];
        let chosen = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        assert!(faults(&known, &chosen(&["Timezone", "", "ClientName"])).is_empty());
        let found = faults(&known, &chosen(&["City", "ClientName", "City", "", ""]));
        let pointers: Vec<_> = found.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(pointers, ["/columns/2", "/columns"]);
        let last = found.last().map(|error| error.message.as_str());
        assert_eq!(last, Some("Choose a column of the file for Timezone."));
    }
}
