/// What part of a list is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// Objects per page, 1 to 100; 25 without it.
    pub limit: Option<u32>,
    /// Text to search for.
    pub q: Option<String>,
    /// Order, such as `-created_at`.
    pub sort: Option<String>,
    /// Whether the answer says how many there are in all.
    pub count: bool,
    /// Filters by field name.
    pub filters: Vec<(&'static str, String)>,
}

impl List {
    /// The first page.
    pub fn first() -> Self {
        Self::default()
    }

    /// The page after, by the `next` of the one before.
    pub fn after(cursor: impl Into<String>) -> Self {
        Self {
            cursor: Some(cursor.into()),
            ..Self::default()
        }
    }

    pub(crate) fn into_query(self) -> Vec<(&'static str, String)> {
        let mut query = self.filters;
        query.extend(self.cursor.map(|cursor| ("cursor", cursor)));
        query.extend(self.limit.map(|limit| ("limit", limit.to_string())));
        query.extend(self.q.filter(|q| !q.trim().is_empty()).map(|q| ("q", q)));
        query.extend(self.sort.map(|sort| ("sort", sort)));
        query.extend(self.count.then(|| ("count", "true".to_owned())));
        query
    }
}
