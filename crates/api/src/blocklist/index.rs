//! The index, and looking a password up in it.

use super::build::build;
use super::line::{KEPT, of_password};
use anyhow::Context as _;
use std::cmp::Ordering;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::Path;
use std::sync::Arc;

/// Where the index is, in the data folder.
const FILE: &str = "password-blocklist.index";
const MAGIC: [u8; 8] = *b"gwblock1";
/// What the index begins with: what it is, and size and time of the list it was made of.
const HEAD: usize = 24;

/// The passwords of a list; clones share the open file.
#[derive(Clone, Debug)]
pub struct Blocklist {
    index: Arc<File>,
    lines: u64,
}

impl Blocklist {
    /// Opens the index of a list; makes it first where there is none, or the list is another by now.
    pub fn open(list: &Path, data_dir: &Path) -> anyhow::Result<Self> {
        let at = || format!("GANGWAY_PASSWORD_BLOCKLIST: {}", list.display());
        let head = head_of(list).with_context(at)?;
        fs::create_dir_all(data_dir)?;
        let index = data_dir.join(FILE);
        if !begins_with(&index, &head) {
            tracing::info!("making an index of the passwords in {}", list.display());
            build(list, &head, &index).with_context(at)?;
        }
        let index = File::open(&index).with_context(at)?;
        let bytes = index.metadata()?.len().saturating_sub(HEAD as u64);
        Ok(Self {
            index: Arc::new(index),
            lines: bytes / KEPT as u64,
        })
    }

    /// Whether a password is on the list.
    pub async fn has(&self, password: &str) -> io::Result<bool> {
        let (wanted, own) = (of_password(password), self.clone());
        tokio::task::spawn_blocking(move || own.search(wanted))
            .await
            .map_err(io::Error::other)?
    }

    /// How many passwords are on it.
    pub fn len(&self) -> u64 {
        self.lines
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.lines == 0
    }

    fn search(&self, wanted: [u8; KEPT]) -> io::Result<bool> {
        let (mut from, mut to) = (0, self.lines);
        while from < to {
            let middle = from + (to - from) / 2;
            let mut found = [0; KEPT];
            let at = HEAD as u64 + middle * KEPT as u64;
            self.index.read_exact_at(&mut found, at)?;
            match found.cmp(&wanted) {
                Ordering::Equal => return Ok(true),
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
            }
        }
        Ok(false)
    }
}

fn head_of(list: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(list)?;
    let parts = [
        MAGIC,
        metadata.len().to_be_bytes(),
        metadata.mtime().to_be_bytes(),
    ];
    Ok(parts.concat())
}

fn begins_with(index: &Path, head: &[u8]) -> bool {
    let mut found = [0; HEAD];
    File::open(index)
        .and_then(|file| file.read_exact_at(&mut found, 0))
        .is_ok_and(|()| found == head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    #[tokio::test]
    async fn au_04_every_line_is_found_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.txt");
        let mut text = String::new();
        for number in (0..20_000).rev() {
            writeln!(text, "password number {number}").unwrap();
        }
        // The SHA-1 of "hash of a line", the way it is shipped; blank lines; no end of the last line.
        text += "7B0C3DC2A6D6E1E5B6DF2F5A6A65B2C0E4A3C0AA:12\r\n\r\n\nlast one";
        fs::write(&list, &text).unwrap();
        let blocklist = Blocklist::open(&list, folder.path()).unwrap();
        assert_eq!(blocklist.len(), 20_002);
        for number in [0, 1, 777, 19_999] {
            let listed = format!("password number {number}");
            assert!(blocklist.has(&listed).await.unwrap(), "{listed}");
        }
        assert!(blocklist.has("last one").await.unwrap());
        for other in [
            "",
            "password number 20000",
            "Password number 1",
            "violet otters swim north",
        ] {
            assert!(!blocklist.has(other).await.unwrap(), "{other}");
        }
        assert!(!folder.path().join("password-blocklist.parts").exists());
    }

    #[tokio::test]
    async fn au_04_the_index_is_made_once_and_again_when_the_list_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.txt");
        fs::write(&list, "one\n").unwrap();
        let made = || fs::metadata(folder.path().join(FILE)).unwrap().ino();
        let first = Blocklist::open(&list, folder.path()).unwrap();
        let file = made();
        Blocklist::open(&list, folder.path()).unwrap();
        assert_eq!(made(), file, "it is not made twice");
        fs::write(&list, "one\ntwo\n").unwrap();
        let second = Blocklist::open(&list, folder.path()).unwrap();
        assert!(!first.has("two").await.unwrap() && second.has("two").await.unwrap());
        let missing = Blocklist::open(&folder.path().join("none"), folder.path());
        let words = format!("{:#}", missing.unwrap_err());
        assert!(words.starts_with("GANGWAY_PASSWORD_BLOCKLIST"), "{words}");
    }

    #[tokio::test]
    async fn au_04_a_line_without_an_end_does_not_fill_the_memory() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.txt");
        fs::write(
            &list,
            [vec![b'x'; 5_000_000], b"\nshort\n".to_vec()].concat(),
        )
        .unwrap();
        let blocklist = Blocklist::open(&list, folder.path()).unwrap();
        assert!(blocklist.has("short").await.unwrap());
        assert_eq!(blocklist.len(), 2);
    }
}
