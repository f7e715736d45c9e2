//! The first row against the layout.

use crate::fault::{Code, Fault};
use crate::layout::{Layout, plain};
use crate::limits::MAX_COLUMNS;
use crate::nearest::nearest;
use crate::record::Record;

/// Where the columns of the layout stand in the file.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// For each column of the layout its place in the file.
    places: Vec<Option<usize>>,
    /// The names as they stand in the file, without empty ones at the end.
    names: Vec<String>,
}

impl Header {
    /// All that is wrong with the names at once.
    pub(crate) fn check(row: u32, record: &Record, layout: &Layout) -> Result<Self, Vec<Fault>> {
        if record.is_filled_behind(MAX_COLUMNS) {
            return Err(vec![too_many(row)]);
        }
        let names: Vec<String> = record.cells().map(str::to_owned).collect();
        let filled = names.iter().rposition(|name| !name.trim().is_empty());
        let names: Vec<String> = names
            .into_iter()
            .take(filled.map_or(0, |at| at + 1))
            .collect();
        if !names.iter().any(|name| layout.has_like(&plain(name))) {
            return Err(vec![no_header(row)]);
        }
        let mut check = Check {
            row,
            layout,
            faults: Vec::new(),
        };
        let places = check.all(&names);
        if check.faults.is_empty() {
            Ok(Self { places, names })
        } else {
            Err(check.faults)
        }
    }

    /// The place in the file of a column of the layout.
    pub(crate) fn place(&self, column: usize) -> Option<usize> {
        self.places.get(column).copied().flatten()
    }

    /// The columns of the layout that the file has, in its order.
    pub(crate) fn columns(&self) -> Vec<usize> {
        let places = self.places.iter().enumerate();
        let mut there: Vec<(usize, usize)> = places
            .filter_map(|(column, place)| Some(((*place)?, column)))
            .collect();
        there.sort_unstable();
        there.into_iter().map(|(_, column)| column).collect()
    }

    pub(crate) fn width(&self) -> usize {
        self.names.len()
    }

    /// The name over a place in the file.
    pub(crate) fn name(&self, place: usize) -> Option<&str> {
        self.names.get(place).map(String::as_str)
    }
}

struct Check<'a> {
    row: u32,
    layout: &'a Layout,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn all(&mut self, names: &[String]) -> Vec<Option<usize>> {
        let mut places = vec![None; self.layout.columns().len()];
        let mut strange = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let exact = self
                .layout
                .columns()
                .iter()
                .position(|column| column.name == *name);
            match exact.and_then(|column| places.get_mut(column)) {
                Some(Some(_)) => self.repeated(name),
                Some(place) => *place = Some(at),
                None if name.trim().is_empty() => self.unnamed(at),
                None if self.layout.ignores(name) => {}
                None => strange.push(name.as_str()),
            }
        }
        self.strange_and_missing(&strange, &places);
        places
    }

    /// A strange name is a missing one written another way, or nothing that is known.
    fn strange_and_missing(&mut self, strange: &[&str], places: &[Option<usize>]) {
        let columns = self.layout.columns().iter().zip(places);
        let mut missing: Vec<_> = columns
            .filter(|(_, place)| place.is_none())
            .map(|(column, _)| column)
            .collect();
        for given in strange {
            match nearest(given, &missing) {
                Some(at) => {
                    let meant = missing.remove(at);
                    self.renamed(given, &meant.name);
                }
                None => self.unknown(given),
            }
        }
        for column in missing.into_iter().filter(|column| column.mandatory) {
            self.missing(&column.name);
        }
    }

    fn add(&mut self, column: Option<&str>, value: &str, reason: String, remedy: String) {
        let fault = Fault::of_file(self.row, Code::Header, reason, remedy);
        self.faults.push(fault.in_column(column).showing(value));
    }

    fn repeated(&mut self, name: &str) {
        let reason = format!("The column {name} is there twice.");
        self.add(Some(name), name, reason, "Remove one of the two.".into());
    }

    fn unnamed(&mut self, at: usize) {
        let letters = letters(at);
        let reason = format!("Column {letters} has no name.");
        let remedy = "Give it a name from the sample file, or remove it.".into();
        self.add(None, "", reason, remedy);
    }

    fn renamed(&mut self, given: &str, meant: &str) {
        let reason = format!("The column {meant} is not there, but one with a similar name is.");
        let remedy = format!("Name it {meant}, exactly so.");
        self.add(Some(meant), given, reason, remedy);
    }

    fn unknown(&mut self, given: &str) {
        let name = crate::fault::shown(given.trim());
        let reason = "There is no column of this name.".to_owned();
        let remedy = "Remove it, or name it as in the sample file.".to_owned();
        self.add(Some(&name), given, reason, remedy);
    }

    fn missing(&mut self, name: &str) {
        let reason = format!("The column {name} is missing.");
        let remedy = format!("Add a column named {name}, and fill it in every row.");
        self.add(Some(name), "", reason, remedy);
    }
}

fn too_many(row: u32) -> Fault {
    Fault::of_file(
        row,
        Code::Header,
        format!("The first row has more than {MAX_COLUMNS} columns."),
        "Remove the columns that are not in the sample file.",
    )
}

fn no_header(row: u32) -> Fault {
    Fault::of_file(
        row,
        Code::Header,
        "The first row does not name the columns.",
        "Copy the first row of the sample file to the top of the list.",
    )
}

/// The letters over a column in a spreadsheet: `A`, `Z`, `AA`.
fn letters(at: usize) -> String {
    let mut rest = at;
    let mut letters = String::new();
    loop {
        let letter = u8::try_from(rest % 26).map_or('?', |step| char::from(b'A' + step));
        letters.insert(0, letter);
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => return letters,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (at, expected) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
        ] {
            assert_eq!(letters(at), expected);
        }
    }
}
