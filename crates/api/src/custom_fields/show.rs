//! Fields as they travel.

use gangway_domain::ids::CustomFieldId;
use gangway_domain::wire::{CustomField, CustomFieldKind};
use gangway_entities::custom_field::Model;

/// A row as it travels.
pub fn shown(row: Model) -> CustomField {
    let Model {
        id,
        partner_id: _,
        name,
        name_key: _,
        kind,
        choices,
        position: _,
        mandatory,
        archived_at,
        created_at,
        updated_at,
        version: _,
    } = row;
    CustomField {
        id: CustomFieldId(id),
        name,
        kind: CustomFieldKind::parse(&kind).unwrap_or(CustomFieldKind::Text),
        choices: serde_json::from_value(choices).unwrap_or_default(),
        is_mandatory: mandatory,
        archived_at,
        created_at,
        updated_at,
    }
}
