//! Making the index: what is kept of the lines is dealt into 256 files by its first byte, and each is
//! sorted by itself, so that memory never holds more than one of them.

use super::line::{KEPT, of_line};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;

const PARTS: usize = 256;
/// Bytes that wait to be written to each part.
const WAITING: usize = 4 * 1024;
/// A line of a list of passwords is shorter; more is passed over, so that no line fills the memory.
const LONGEST: usize = 4 * 1024;

/// Writes `head` and the sorted index of a list to a file, whole or not at all.
pub fn build(list: &Path, head: &[u8], index: &Path) -> io::Result<()> {
    let folder = index.with_extension("parts");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder)?;
    deal(list, &folder)?;
    let draft = index.with_extension("new");
    gather(&folder, head, &draft)?;
    fs::rename(&draft, index)?;
    fs::remove_dir_all(&folder)
}

fn deal(list: &Path, folder: &Path) -> io::Result<()> {
    let parts: io::Result<Vec<_>> = (0..PARTS)
        .map(|part| {
            let file = File::create(folder.join(part.to_string()))?;
            Ok(BufWriter::with_capacity(WAITING, file))
        })
        .collect();
    let mut parts = parts?;
    each_line(BufReader::new(File::open(list)?), |line| {
        let Some(kept) = of_line(line) else {
            return Ok(());
        };
        let first = kept.first().copied().map_or(0, usize::from);
        match parts.get_mut(first) {
            Some(part) => part.write_all(&kept),
            None => Ok(()),
        }
    })?;
    parts.iter_mut().try_for_each(io::Write::flush)
}

fn each_line(
    mut list: BufReader<File>,
    mut seen: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        let waiting = list.fill_buf()?;
        if waiting.is_empty() {
            break;
        }
        let end = waiting.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(waiting.len());
        let room = LONGEST.saturating_sub(line.len());
        line.extend(waiting.iter().take(taken.min(room)));
        let used = end.map_or(taken, |end| end + 1);
        list.consume(used);
        if end.is_some() {
            seen(&line)?;
            line.clear();
        }
    }
    seen(&line)
}

fn gather(folder: &Path, head: &[u8], draft: &Path) -> io::Result<()> {
    let mut index = BufWriter::new(File::create(draft)?);
    index.write_all(head)?;
    for part in 0..PARTS {
        let bytes = fs::read(folder.join(part.to_string()))?;
        let mut kept: Vec<&[u8]> = bytes.chunks_exact(KEPT).collect();
        kept.sort_unstable();
        kept.dedup();
        for one in kept {
            index.write_all(one)?;
        }
    }
    index.flush()?;
    index.get_ref().sync_all()
}
