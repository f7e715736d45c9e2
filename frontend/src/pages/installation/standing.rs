//! How the code fares, from what Gangway found on the page and what it heard from visitors' browsers.

use chrono::{DateTime, Duration, Utc};
use gangway_domain::wire::{Installation, InstallationCheck, InstallationFinding as Finding};

/// How the code fares.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Nobody looked, and no browser called.
    Unknown,
    /// No look yet, and browsers use it.
    Used,
    /// Gangway looks right now.
    Looking,
    /// On the page as it was given out.
    Found,
    /// Not on the page itself, and browsers use it: a script places it.
    PlacedByScript,
    /// Something is wrong with it.
    Trouble(InstallationCheck, Finding),
}

/// What is known, put together. Calls count for a day beyond the look.
pub fn standing(known: &Installation) -> Standing {
    let last_call = known.calls.iter().map(|call| call.last_at).max();
    let Some(check) = &known.check else {
        return if last_call.is_some() {
            Standing::Used
        } else {
            Standing::Unknown
        };
    };
    match check.finding {
        None => Standing::Looking,
        Some(Finding::Found) => Standing::Found,
        Some(Finding::Missing | Finding::Changed) if is_in_use(check.checked_at, last_call) => {
            Standing::PlacedByScript
        }
        Some(finding) => Standing::Trouble(check.clone(), finding),
    }
}

fn is_in_use(checked_at: Option<DateTime<Utc>>, last_call: Option<DateTime<Utc>>) -> bool {
    checked_at
        .zip(last_call)
        .is_some_and(|(checked, called)| checked - called < Duration::days(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangway_domain::wire::InstallationCall;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + hours * 3_600, 0).unwrap()
    }

    fn known(finding: Option<Option<Finding>>, called_hours_ago: Option<i64>) -> Installation {
        let check = finding.map(|finding| InstallationCheck {
            id: "01890000-0000-7000-8000-000000000000".parse().unwrap(),
            page: "https://www.companyname.com/".to_owned(),
            finding,
            detail: None,
            directives: Vec::new(),
            has_tag_manager: false,
            asked_at: at(0),
            checked_at: finding.map(|_| at(0)),
        });
        let call = |hours: i64| InstallationCall {
            origin: "https://www.companyname.com".to_owned(),
            first_at: at(-100),
            last_at: at(-hours),
        };
        Installation {
            website: None,
            check,
            calls: called_hours_ago.map(call).into_iter().collect(),
        }
    }

    #[test]
    fn b35_a_look_and_calls_together_say_how_the_code_fares() {
        let found = Some(Some(Finding::Found));
        assert_eq!(standing(&known(None, None)), Standing::Unknown);
        assert_eq!(standing(&known(None, Some(1))), Standing::Used);
        assert_eq!(standing(&known(Some(None), Some(1))), Standing::Looking);
        assert_eq!(standing(&known(found, None)), Standing::Found);
    }

    #[test]
    fn b35_code_that_browsers_use_is_not_missing() {
        for finding in [Finding::Missing, Finding::Changed] {
            let of = |hours| standing(&known(Some(Some(finding)), hours));
            assert_eq!(of(Some(2)), Standing::PlacedByScript);
            for hours in [None, Some(24), Some(500)] {
                assert!(matches!(of(hours), Standing::Trouble(..)), "{hours:?}");
            }
        }
        // A policy that blocks it now was perhaps put up after the last call.
        let blocked = standing(&known(Some(Some(Finding::Blocked)), Some(1)));
        assert!(matches!(blocked, Standing::Trouble(..)));
    }
}
