mod metrics;
mod no_seed;
#[cfg(feature = "failpoints")]
mod panics;
