//! DB-04: the process dies at the n-th time it makes something durable.

use super::stand::{Stand, is_whole};
use crate::support::World;
use crate::support::journal::Told;
use crate::support::process::{Kept, gangway_under, listening, ready};
use crate::support::strace;
use std::os::unix::process::ExitStatusExt as _;

const SIGKILL: i32 = 9;

/// So many; all 200 with `GANGWAY_TORTURE`.
fn kills() -> u32 {
    if crate::support::tortured() { 200 } else { 20 }
}

/// Kills until the token, which works for ten minutes, is renewed.
const AT_ONE_SIGN_IN: u32 = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_04_killed_at_the_nth_fdatasync_nothing_that_was_told_is_lost() {
    let mut world = World::start().await;
    if world.context().db.is_postgres() || !strace::is_there() {
        return;
    }
    let mut stand = Stand::new(&world).await;
    world.pause().await;
    let mut died = 0;
    for n in 1..=kills() {
        if n.is_multiple_of(AT_ONE_SIGN_IN) {
            stand.sign_in_again(&mut world).await;
        }
        let inject = format!("inject=fsync,fdatasync:signal=SIGKILL:when={n}");
        let under = [
            &strace::UNDER[..],
            &["trace=fsync,fdatasync", "-e", &inject],
        ]
        .concat();
        let mut child = Kept(gangway_under(
            &under,
            &["serve"],
            &world.settings_beside(&[]),
        ));
        // Some of the first kill it while it starts.
        if let Some(base) = ready(&mut child) {
            let api = stand.api(&base);
            for _ in 0..1000 {
                let (_, told) = stand.journal.create(&api, |_| false).await;
                if matches!(told, Told::Failed(_)) {
                    break;
                }
            }
        }
        let status = ended_by_itself(&mut child);
        died += u32::from(status.and_then(|status| status.signal()) == Some(SIGKILL));
        is_whole(world.database_url()).await;
    }
    stand.sign_in_again(&mut world).await;
    let (mut child, base) = listening(&world.settings_beside(&[]));
    stand
        .journal
        .check(&stand.api(&base), "after all of them")
        .await;
    println!(
        "DB-04: killed {died} times, {} told and all there",
        stand.journal.told()
    );
    assert_eq!(died, kills(), "each ended by the kill");
    child.kill().expect("kills");
    child.wait().expect("ends");
}

/// How it ended, within seconds; none when it goes on.
fn ended_by_itself(child: &mut Kept) -> Option<std::process::ExitStatus> {
    for _ in 0..50 {
        let status = child.try_wait().expect("a child");
        if status.is_some() {
            return status;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    None
}
