//! The name that somebody meant.

use crate::layout::{Column, plain};

/// Most letters that may be wrong.
const MOST_SLIPS: usize = 2;
/// Fewest letters of a name that may be a part of the one meant.
const FEWEST_PART: usize = 4;

/// Which of the missing columns is meant: the one written with other case or blanks; else one that
/// differs in a letter or two; else a mandatory one that holds the name, as `PrimaryContactEmail`
/// holds `Email`.
pub(crate) fn nearest(given: &str, missing: &[&Column]) -> Option<usize> {
    let given = plain(given);
    let like = |test: &dyn Fn(&str, &Column) -> bool| {
        missing
            .iter()
            .position(|column| test(&plain(&column.name), column))
    };
    like(&|name, _| name == given)
        .or_else(|| like(&|name, _| slips(name, &given) <= MOST_SLIPS.min(given.len() / 3)))
        .or_else(|| {
            like(&|name, column| {
                column.mandatory
                    && given.len() >= FEWEST_PART
                    && (name.ends_with(&given) || given.ends_with(name))
            })
        })
}

/// Letters to add, to leave out or to replace (Levenshtein); more than [`MOST_SLIPS`] is not told
/// apart.
fn slips(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > MOST_SLIPS {
        return MOST_SLIPS + 1;
    }
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, here) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for ((there, corner), up) in other.iter().zip(&above).zip(above.iter().skip(1)) {
            let left = line.last().copied().unwrap_or_default();
            line.push(
                (corner + usize::from(here != there))
                    .min(up + 1)
                    .min(left + 1),
            );
        }
        above = line;
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(given: &str) -> Option<&'static str> {
        let names = ["ClientName", "PrimaryContactEmail", "SiteName", "Timezone"];
        let columns = names.map(|name| Column {
            name: name.to_owned(),
            mandatory: true,
        });
        nearest(given, &columns.each_ref()).map(|at| names[at])
    }

    #[test]
    fn the_name_that_is_meant_is_found() {
        assert_eq!(meant(" client name "), Some("ClientName"));
        assert_eq!(meant("Email"), Some("PrimaryContactEmail"));
        assert_eq!(meant("Time_zone"), Some("Timezone"));
        assert_eq!(meant("SietName"), Some("SiteName"));
        assert_eq!(meant("Notes"), None);
        assert_eq!(meant("x"), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips("abc", "abc"), 0);
        assert_eq!(slips("abc", "acb"), 2);
        assert_eq!(slips("abc", "abcd"), 1);
        assert_eq!(slips("", "ab"), 2);
        assert_eq!(slips("abcdef", "a"), 3);
    }
}
