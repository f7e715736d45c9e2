//! Each name of the first row against the layout.

use crate::fault::{Code, Fault, shown};
use crate::layout::Layout;
use crate::nearest::nearest;

/// The names while they are checked, with all that is wrong so far.
pub(crate) struct Names<'a> {
    row: u32,
    layout: &'a Layout,
    faults: Vec<Fault>,
}

impl<'a> Names<'a> {
    /// For each column of the layout its place among the names, or all that is wrong.
    pub(crate) fn places(
        row: u32,
        names: &[String],
        layout: &'a Layout,
    ) -> Result<Vec<Option<usize>>, Vec<Fault>> {
        let mut check = Self {
            row,
            layout,
            faults: Vec::new(),
        };
        let places = check.all(names);
        if check.faults.is_empty() {
            Ok(places)
        } else {
            Err(check.faults)
        }
    }

    fn all(&mut self, names: &[String]) -> Vec<Option<usize>> {
        let mut places = vec![None; self.layout.columns().len()];
        let mut strange = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let exact = self.layout.column(name);
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
        let name = shown(given.trim());
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
