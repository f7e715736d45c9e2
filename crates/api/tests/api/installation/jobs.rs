//! JQ: what becomes of a look whose page hangs, and of others meanwhile.

use super::{SITE, ask, code_of, installation};
use crate::support::World;
use crate::texting::ready;
use gangway_domain::wire::InstallationFinding as Finding;

#[tokio::test]
async fn b35_a_look_done_twice_writes_once() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world.sites().page(SITE, &code_of(&jane).await);
    let asked = ask(&jane).await;
    let partner = jane.me.place().expect("a place").partner.id;
    for _ in 0..2 {
        let ran = gangway::installation::look(world.context(), partner, asked.id).await;
        assert!(matches!(ran, gangway::jobs::Ran::Done), "{ran:?}");
    }
    let kinds = "select kind from events where kind = 'installation.checked'";
    assert_eq!(world.texts(kinds).await.len(), 1);
    assert_eq!(world.sites().asked().len(), 1);
}

#[tokio::test]
async fn tn_12_a_job_of_one_partner_with_anothers_check_reads_nothing() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let asked = ask(&jane).await;
    let other = world.partner("Other IT").await;
    let ran = gangway::installation::look(world.context(), other.partner(), asked.id).await;
    assert!(matches!(ran, gangway::jobs::Ran::Done), "{ran:?}");
    assert_eq!(world.sites().looked_up(), Vec::<String>::new());
    assert_eq!(installation(&jane).await.check, Some(asked));
}

#[tokio::test]
async fn b35_a_restart_between_asking_and_looking_loses_nothing() {
    let mut world = World::start().await;
    let jane = ready(&world).await;
    world.sites().page(SITE, &code_of(&jane).await);
    let asked = ask(&jane).await;
    world.restart().await;
    world.run_jobs().await;
    let sql = "select finding from installation_checks where finding is not null";
    assert_eq!(world.texts(sql).await, ["found"]);
    assert_eq!(asked.finding, None::<Finding>);
}
