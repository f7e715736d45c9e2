//! Running it: how it starts, tells how it is, and stops.

mod clock;
mod demo;
mod health;
mod lints;
mod metrics;
mod outgoing;
mod start;
mod stop;
mod supply_chain;
