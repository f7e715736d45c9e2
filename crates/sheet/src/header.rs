//! The first row against the layout.

use crate::fault::{Code, Fault};
use crate::layout::{Layout, plain};
use crate::limits::MAX_COLUMNS;
use crate::names::Names;
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
        let names = Self::names(row, record).map_err(|fault| vec![fault])?;
        if !names.iter().any(|name| layout.has_like(&plain(name))) {
            return Err(vec![no_header(row)]);
        }
        let places = Names::places(row, &names, layout)?;
        Ok(Self { places, names })
    }

    /// What somebody said of the columns. Those that are read go by the layout's names from here on.
    pub(crate) fn matched(
        row: u32,
        record: &Record,
        layout: &Layout,
        columns: &[Option<usize>],
    ) -> Result<Self, Fault> {
        let mut names = Self::names(row, record)?;
        if names.len() != columns.len() {
            return Err(another(row));
        }
        let mut places = vec![None; layout.columns().len()];
        for (at, (name, column)) in names.iter_mut().zip(columns).enumerate() {
            let Some(column) = *column else { continue };
            let read = layout.columns().get(column).zip(places.get_mut(column));
            let (read, place) = read.ok_or_else(|| another(row))?;
            name.clone_from(&read.name);
            *place = Some(at);
        }
        Ok(Self { places, names })
    }

    /// The names as they stand in the file, without empty ones at the end.
    pub(crate) fn names(row: u32, record: &Record) -> Result<Vec<String>, Fault> {
        if record.is_filled_behind(MAX_COLUMNS) {
            return Err(too_many(row));
        }
        if record.quotes().is_some() {
            return Err(half_quoted(row));
        }
        let mut names: Vec<String> = record.cells().map(str::to_owned).collect();
        let filled = names.iter().rposition(|name| !name.trim().is_empty());
        names.truncate(filled.map_or(0, |at| at + 1));
        Ok(names)
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

fn too_many(row: u32) -> Fault {
    Fault::of_file(
        row,
        Code::Header,
        format!("The first row has more than {MAX_COLUMNS} columns."),
        "Remove the columns that are not in the sample file.",
    )
}

fn another(row: u32) -> Fault {
    Fault::of_file(
        row,
        Code::Header,
        "The columns are not those any more that were matched.",
        "Match them once more.",
    )
}

fn half_quoted(row: u32) -> Fault {
    Fault::of_file(
        row,
        Code::Header,
        "A name of the first row stands partly in quotes.",
        "Copy the first row of the sample file to the top of the list.",
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
