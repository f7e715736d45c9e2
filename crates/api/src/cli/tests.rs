use clap::CommandFactory as _;

use super::*;

#[test]
fn the_commands_are_consistent() {
    Arguments::command().debug_assert();
}

#[test]
fn a_chain_of_causes_is_one_line() {
    let error = anyhow::anyhow!("refused\nby host")
        .context("not reachable")
        .context("no start");
    assert_eq!(one_line(&error), "no start: not reachable: refused by host");
    let repeated = anyhow::anyhow!("disk full").context("cannot write: disk full");
    assert_eq!(one_line(&repeated), "cannot write: disk full");
}
