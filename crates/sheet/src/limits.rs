/// Most bytes of a file.
pub const MAX_BYTES: u64 = 25 * 1024 * 1024;
/// Most rows with something in them, without the header.
pub const MAX_ROWS: u32 = 200_000;
/// Most columns of the header; cells of a row beyond it are counted, not kept.
pub const MAX_COLUMNS: usize = 200;
/// Most bytes of one cell, in UTF-8. What stands beyond is not kept, and the row is at fault.
pub const MAX_CELL: usize = 32 * 1024;
/// Most line breaks in one quoted cell: more are a quote that nobody closed.
pub const MAX_CELL_LINES: usize = 50;
/// Most characters of a wrong value that are shown again.
pub const MAX_SHOWN: usize = 80;

/// How much of a file is read at most. A row never needs more memory than columns times cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Rows with something in them, without the header.
    pub rows: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: MAX_BYTES,
            rows: MAX_ROWS,
        }
    }
}
