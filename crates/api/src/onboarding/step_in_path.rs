//! A step's name in a path. A name that is no step is answered like one that is not there.

use gangway_domain::wizard::Step;
use std::str::FromStr;

/// The step a path names.
pub struct StepInPath(pub Step);

impl FromStr for StepInPath {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Step::parse(text).map(Self).ok_or(())
    }
}
