//! What is left in the folder where a write was cut off: the store writes beside the object, to a name
//! with `#` in it, and renames.

use gangway_domain::ids::FileId;
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

/// Removes them as far as their file is old enough, and folders with nothing in them; gives how many.
pub fn remove(folder: &Path, is_old: impl Fn(FileId) -> bool) -> io::Result<usize> {
    let mut removed = 0;
    for partner in entries(folder)? {
        for file in entries(&partner.path())? {
            let id = file.file_name().to_str().and_then(|name| name.parse().ok());
            if !id.is_some_and(&is_old) {
                continue;
            }
            for part in entries(&file.path())? {
                if part.file_name().to_string_lossy().contains('#') {
                    fs::remove_file(part.path())?;
                    removed += 1;
                }
            }
            // Only goes where it is empty.
            let _ = fs::remove_dir(file.path());
        }
    }
    Ok(removed)
}

/// What is in a folder; nothing where it is none, or is gone by now.
fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.collect(),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(Vec::new())
        }
        Err(error) => Err(error),
    }
}
