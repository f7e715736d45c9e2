//! How much memory a piece of work takes at its peak.

use std::fs;

/// Kilobytes that the process holds at its peak during the work, above what it held before.
pub fn peak_kb<T>(work: impl FnOnce() -> T) -> (T, u64) {
    // "5" forgets the peak so far (proc(5)).
    fs::write("/proc/self/clear_refs", "5").expect("Linux");
    let before = status("VmHWM:");
    let done = work();
    (done, status("VmHWM:").saturating_sub(before))
}

fn status(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.expect(name).trim().trim_end_matches(" kB");
    number.parse().expect("a number")
}
