//! JQ-20: callers act, everything around them fails in turn, and in the end the books are compared.
//!
//! The short form takes about a minute; `./just torture` takes ten. The seed is printed and may be
//! given by `GANGWAY_TORTURE_SEED`.

mod books;
mod callers;
mod dice;
mod nemesis;
mod stage;

use crate::support::tortured;
use books::Books;
use callers::call;
use dice::Dice;
use nemesis::Nemesis;
use stage::Stage;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const LONGEST_DRAIN: Duration = Duration::from_mins(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jq_20_whatever_fails_what_was_told_is_there_and_nothing_is_there_twice() {
    let load = Duration::from_secs(if tortured() { 600 } else { 50 });
    let dice = Dice::new();
    println!("JQ-20: GANGWAY_TORTURE_SEED={}", dice.seed);
    let begun = Instant::now();
    let (stage, acting) = Stage::set(if tortured() { 6 } else { 1 }).await;
    let books = Books::open();
    let over = AtomicBool::new(false);
    println!("JQ-20: the stage is set after {:?}", begun.elapsed());

    let callers = acting
        .iter()
        .map(|caller| call(&stage, caller, &books, &over, dice.another(caller.number)));
    let nemesis = async {
        let mut nemesis = Nemesis::new(&stage, dice.another(99), tortured());
        let struck = nemesis.strike_for(load).await;
        stage.heal().await;
        over.store(true, Ordering::SeqCst);
        (struck, Instant::now())
    };
    let (_, (struck, healed)) = tokio::join!(futures_util::future::join_all(callers), nemesis);
    let left = stage.drain(healed + LONGEST_DRAIN).await;
    for (blow, at) in &struck {
        println!("JQ-20: {blow:?} until {}", at.format("%T%.3f"));
    }
    let drained = healed.elapsed();
    books.compare(&stage, &acting).await;
    assert_eq!(left, 0, "jobs are left after {drained:?}");
    println!(
        "JQ-20: drained in {drained:?}, all in {:?}",
        begun.elapsed()
    );
}
