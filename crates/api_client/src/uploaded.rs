use gangway_domain::wire::ClientImport;

/// An uploaded list.
#[derive(Clone, Debug, PartialEq)]
pub struct Uploaded {
    /// Its import.
    pub import: ClientImport,
    /// False where the same file was uploaded before, and this is the import of it.
    pub is_new: bool,
}
