//! DB-03: the disk is full, or broken, for a while.

use super::stand::{Stand, is_whole, until};
use crate::support::World;
use crate::support::journal::Told;
use crate::support::process::{Kept, listening};
use crate::support::strace::{self, Failing};
use gangway_domain::problem::ProblemCode;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(10);

/// While the disk has trouble: writes are refused with a problem, reads go on. Afterwards all is well
/// without a restart.
async fn through(
    world: &World,
    stand: &Stand,
    child: &mut Kept,
    base: &str,
    what: &str,
    trouble: impl FnOnce(u32) -> Box<dyn std::any::Any>,
) {
    let api = stand.api(base);
    stand.journal.create(&api, |_| false).await;
    let trouble = trouble(child.id());
    let mut refused = 0;
    // On a full disk the log of SQLite may still have some room of its own.
    for _ in 0..1000 {
        if let (_, Told::Failed(failure)) = stand.journal.create(&api, |_| false).await {
            assert!(failure.is(ProblemCode::Unavailable), "{what}: {failure:?}");
            refused += 1;
        }
        let got = stand.ask(world, base, None).await;
        assert_eq!(got.status, 200, "{what}: reads go on: {got:?}");
        if refused == 10 {
            break;
        }
    }
    assert_eq!(refused, 10, "{what}");
    let got = stand.ask(world, base, Some("full")).await;
    assert!(
        got.status == 201 || got.retry_after.is_some(),
        "{what}: {got:?}"
    );
    drop(trouble);
    let well = async || {
        let (_, told) = stand.journal.create(&api, |_| false).await;
        matches!(told, Told::Done)
    };
    let took = until(what, SOON, well).await;
    for _ in 0..5 {
        stand.journal.create(&api, |_| false).await;
    }
    assert!(child.try_wait().expect("a child").is_none(), "no restart");
    stand.journal.check_told(&api, what).await;
    println!("DB-03: {what}: {refused} refused, well again after {took:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_03_writes_that_the_system_refuses_are_told_and_nothing_told_is_lost() {
    let mut world = World::start().await;
    if world.context().db.is_postgres() || !strace::is_there() {
        return;
    }
    let stand = Stand::new(&world).await;
    world.pause().await;
    let (mut child, base) = listening(&world.settings_beside(&[]));
    for (calls, error) in [
        ("pwrite64", "ENOSPC"),
        ("pwrite64", "EIO"),
        ("fsync,fdatasync", "EIO"),
        ("pwrite64,fsync,fdatasync,ftruncate", "ENOSPC"),
    ] {
        let what = format!("{error} of {calls}").replace(',', " and ");
        let begin = |process| Box::new(Failing::begin(process, calls, error)) as Box<_>;
        through(&world, &stand, &mut child, &base, &what, begin).await;
    }
    child.kill().expect("kills");
    child.wait().expect("ends");
    is_whole(world.database_url()).await;
    let (mut child, base) = listening(&world.settings_beside(&[]));
    let api = stand.api(&base);
    stand.journal.check_told(&api, "after a kill").await;
    child.kill().expect("kills");
    child.wait().expect("ends");
}

/// A disk of so many MB, until it is dropped.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(at: &'a Path, size: &str) -> Option<Self> {
        let size = format!("size={size}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(at)
            .output();
        mounted
            .is_ok_and(|done| done.status.success())
            .then_some(Self(at))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_03_a_small_disk_that_runs_full_refuses_writes_until_there_is_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(folder.path(), "8m") else {
        println!("skipped: a disk can be mounted by root only");
        return;
    };
    let data = folder.path().join("data").display().to_string();
    let url = format!("sqlite:{data}/gangway.db");
    let mut world = World::start_with(&[("GANGWAY_DATA_DIR", &data), ("DATABASE_URL", &url)]).await;
    let stand = Stand::new(&world).await;
    world.pause().await;
    let (mut child, base) = listening(&world.settings_beside(&[]));
    let filler = folder.path().join("filler");
    let fill = |_| {
        // It ends when nothing more goes in.
        let written = std::fs::write(&filler, vec![0; 16 << 20]);
        assert!(written.is_err(), "the disk is full");
        Box::new(Emptied(filler.clone())) as Box<dyn std::any::Any>
    };
    // The log of SQLite has room of its own until it is used up.
    through(&world, &stand, &mut child, &base, "a full disk", fill).await;
    child.kill().expect("kills");
    child.wait().expect("ends");
    is_whole(&url).await;
    drop(disk);
}

/// The file that fills a disk, removed when dropped.
struct Emptied(std::path::PathBuf);

impl Drop for Emptied {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).expect("removes");
    }
}
