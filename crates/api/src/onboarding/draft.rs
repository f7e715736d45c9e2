//! What was typed and not yet submitted: fields replace only themselves.

use crate::refusal::Refusal;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{CompanyInfoDraft, Draft};
use gangway_entities::client;

/// Most bytes of a set-up's draft, as stored.
const MOST: usize = 16 * 1024;

/// Lays new fields over older ones.
pub fn merge(older: Draft, newer: Draft) -> Draft {
    let company_info = match (older.company_info, newer.company_info) {
        (Some(older), Some(newer)) => Some(each(older, newer, Option::or)),
        (older, newer) => newer.or(older),
    };
    Draft {
        company_info,
        team: newer.team.or(older.team),
    }
}

/// The same without fields that stand in the client's record just so: a save that comes after the
/// submit leaves nothing behind.
pub fn without_submitted(draft: Draft, client: &client::Model) -> Draft {
    let company_info = draft
        .company_info
        .map(|typed| {
            let changed = |typed, stored| if typed == stored { None } else { typed };
            each(recorded(client), typed, changed)
        })
        .filter(|left| *left != CompanyInfoDraft::default());
    Draft {
        company_info,
        ..draft
    }
}

/// As stored; refuses what is too long.
pub fn written(draft: &Draft) -> Result<String, Refusal> {
    let text = serde_json::to_string(draft).map_err(Refusal::internal)?;
    if text.len() > MOST {
        return Err(Refusal::new(
            ProblemCode::TooLarge,
            "What was typed is longer than 16 kB. Shorten it or submit it first.",
        ));
    }
    Ok(text)
}

/// Puts two drafts together field by field; `join` is given the newer one first.
fn each(
    older: CompanyInfoDraft,
    newer: CompanyInfoDraft,
    join: impl Fn(Option<String>, Option<String>) -> Option<String>,
) -> CompanyInfoDraft {
    CompanyInfoDraft {
        name: join(newer.name, older.name),
        address_line1: join(newer.address_line1, older.address_line1),
        address_line2: join(newer.address_line2, older.address_line2),
        city: join(newer.city, older.city),
        region: join(newer.region, older.region),
        postal_code: join(newer.postal_code, older.postal_code),
        country: join(newer.country, older.country),
        time_zone: join(newer.time_zone, older.time_zone),
        reply_to: join(newer.reply_to, older.reply_to),
        website: join(newer.website, older.website),
    }
}

fn recorded(client: &client::Model) -> CompanyInfoDraft {
    let text = |stored: &Option<String>| Some(stored.clone().unwrap_or_default());
    CompanyInfoDraft {
        name: text(&client.name),
        address_line1: text(&client.address_line1),
        address_line2: text(&client.address_line2),
        city: text(&client.city),
        region: text(&client.region),
        postal_code: text(&client.postal_code),
        country: text(&client.country),
        time_zone: text(&client.time_zone),
        reply_to: text(&client.reply_to),
        website: text(&client.website),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangway_domain::wire::TeamMember;

    fn info(name: Option<&str>, city: Option<&str>) -> Option<CompanyInfoDraft> {
        Some(CompanyInfoDraft {
            name: name.map(str::to_owned),
            city: city.map(str::to_owned),
            ..CompanyInfoDraft::default()
        })
    }

    #[test]
    fn b34_two_tabs_do_not_undo_each_other() {
        let older = Draft {
            company_info: info(Some("Acme"), Some("Bonn")),
            team: None,
        };
        let newer = Draft {
            company_info: info(None, Some("")),
            team: None,
        };
        let merged = merge(older, newer);
        assert_eq!(merged.company_info, info(Some("Acme"), Some("")));
    }

    #[test]
    fn b34_the_team_is_replaced_as_a_whole_and_only_when_sent() {
        let team = |email: &str| {
            Some(vec![TeamMember {
                email: email.to_owned(),
            }])
        };
        let older = Draft {
            company_info: None,
            team: team("a@b.test"),
        };
        let kept = merge(
            older.clone(),
            Draft {
                company_info: info(Some("A"), None),
                team: None,
            },
        );
        assert_eq!(kept.team, older.team);
        let emptied = merge(
            older,
            Draft {
                company_info: None,
                team: Some(Vec::new()),
            },
        );
        assert_eq!(emptied.team, Some(Vec::new()));
    }

    #[test]
    fn in_17_a_save_after_the_submit_leaves_nothing_behind() {
        let mut client = blank();
        client.name = Some("Acme".to_owned());
        let typed = |name, city| Draft {
            company_info: info(Some(name), Some(city)),
            team: None,
        };
        assert_eq!(
            without_submitted(typed("Acme", ""), &client),
            Draft::default()
        );
        let left = without_submitted(typed("Acme", "Bonn"), &client);
        assert_eq!(left.company_info, info(None, Some("Bonn")));
    }

    #[test]
    fn a_draft_has_an_end() {
        let long = "x".repeat(17 * 1024);
        let draft = Draft {
            company_info: info(Some(&long), None),
            team: None,
        };
        assert_eq!(written(&draft).unwrap_err().code(), ProblemCode::TooLarge);
    }

    fn blank() -> client::Model {
        client::Model {
            id: uuid::Uuid::nil(),
            partner_id: uuid::Uuid::nil(),
            name: None,
            name_key: None,
            contact_email: None,
            created_by: None,
            address_line1: None,
            address_line2: None,
            city: None,
            region: None,
            postal_code: None,
            country: None,
            time_zone: None,
            reply_to: None,
            website: None,
            application_key: String::new(),
            created_at: chrono::DateTime::UNIX_EPOCH,
            updated_at: chrono::DateTime::UNIX_EPOCH,
            version: 1,
            email: None,
            phone: None,
            is_test: false,
            deleted_at: None,
            removing_at: None,
            sort_name: String::new(),
        }
    }
}
