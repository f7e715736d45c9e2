use serde::{Deserialize, Serialize};

/// Rows of a list on one page.
const ROWS: usize = 50;

/// `?page=2`; the first is 1.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    page: Option<usize>,
}

/// Which part of a list is shown and what is before and after it.
#[derive(Debug, Serialize)]
pub(super) struct Paging {
    page: usize,
    pages: usize,
    total: usize,
    newer: Option<usize>,
    older: Option<usize>,
    #[serde(skip)]
    start: usize,
}

impl Paging {
    /// A page beyond the end shows the last one.
    pub fn of(total: usize, asked: &Asked) -> Self {
        let pages = total.div_ceil(ROWS).max(1);
        let page = asked.page.unwrap_or(1).clamp(1, pages);
        Self {
            page,
            pages,
            total,
            newer: (page > 1).then(|| page - 1),
            older: (page < pages).then(|| page + 1),
            start: (page - 1) * ROWS,
        }
    }

    /// The rows of the page, of a list that begins with the newest.
    pub fn rows<T>(&self, newest_first: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        newest_first.skip(self.start).take(ROWS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_end_is_the_last_one() {
        let asked = Asked { page: Some(99) };
        let paging = Paging::of(101, &asked);
        assert_eq!(
            (paging.page, paging.older, paging.newer),
            (3, None, Some(2))
        );
        assert_eq!(paging.rows(0..101).collect::<Vec<_>>(), [100]);
        assert_eq!(Paging::of(0, &asked).page, 1);
    }
}
