//! Rows as they are sent.

use gangway_domain::ids::InstallationCheckId;
use gangway_domain::wire::{InstallationCall, InstallationCheck, InstallationFinding as Finding};
use gangway_entities::{installation_call, installation_check};

const FINDINGS: [(Finding, &str); 7] = [
    (Finding::Found, "found"),
    (Finding::Missing, "missing"),
    (Finding::Changed, "changed"),
    (Finding::OtherKey, "other_key"),
    (Finding::Blocked, "blocked"),
    (Finding::Moved, "moved"),
    (Finding::Unreachable, "unreachable"),
];

/// A look as it is sent.
pub fn show(row: installation_check::Model) -> InstallationCheck {
    let installation_check::Model {
        partner_id: _,
        client_id: _,
        id,
        page,
        finding,
        detail,
        directives,
        has_tag_manager,
        asked_at,
        checked_at,
    } = row;
    InstallationCheck {
        id: InstallationCheckId(id),
        page,
        finding: finding.as_deref().and_then(finding_of),
        detail,
        directives: directives.lines().map(str::to_owned).collect(),
        has_tag_manager,
        asked_at,
        checked_at,
    }
}

/// An origin's calls as they are sent.
pub fn show_call(row: installation_call::Model) -> InstallationCall {
    let installation_call::Model {
        partner_id: _,
        client_id: _,
        origin,
        first_at,
        last_at,
    } = row;
    InstallationCall {
        origin,
        first_at,
        last_at,
    }
}

/// The finding as stored.
pub fn finding_str(finding: Finding) -> &'static str {
    let found = FINDINGS.iter().find(|(known, _)| *known == finding);
    found.map_or("unreachable", |(_, text)| text)
}

fn finding_of(text: &str) -> Option<Finding> {
    let found = FINDINGS.iter().find(|(_, known)| *known == text);
    found.map(|(finding, _)| *finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_stored_as_it_is_sent() {
        for (finding, text) in FINDINGS {
            assert_eq!(serde_json::to_value(finding).unwrap(), text);
            assert_eq!(finding_of(finding_str(finding)), Some(finding));
        }
    }
}
