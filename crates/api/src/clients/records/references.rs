//! What a record names of the partner's: staff, groups and fields. What is another partner's and what is
//! nowhere look the same.

use super::values::fitting;
use crate::extract::state_str;
use crate::refusal::Refusal;
use crate::{custom_fields, places};
use gangway_domain::ids::{PartnerId, PlaceId, TechGroupId};
use gangway_domain::problem::FieldError;
use gangway_domain::wire::{SaveCustomValue, UserState};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::{custom_field, place, tech_group};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};
use std::collections::HashSet;
use uuid::Uuid;

/// The partner's staff, groups and fields that records name.
pub(super) struct Known {
    staff: HashSet<Uuid>,
    groups: HashSet<Uuid>,
    fields: Vec<custom_field::Model>,
}

/// What one record names.
#[derive(Clone, Copy, Default)]
pub(super) struct Named<'a> {
    pub account_manager: Option<PlaceId>,
    pub tech_groups: &'a [TechGroupId],
    /// None where the values are not written.
    pub custom_values: Option<&'a [SaveCustomValue]>,
}

impl Known {
    /// Reads them, in three statements at most however many records there are.
    pub async fn read(
        db: &impl ConnectionTrait,
        partner: PartnerId,
        named: &[Named<'_>],
    ) -> Result<Self, Refusal> {
        let staff = named.iter().filter_map(|named| named.account_manager);
        let groups = named.iter().flat_map(|named| named.tech_groups);
        let fields = if named.iter().any(|named| named.custom_values.is_some()) {
            custom_fields::fields(db, partner).await?
        } else {
            Vec::new()
        };
        Ok(Self {
            staff: active(db, partner, staff.map(|id| id.0).collect()).await?,
            groups: groups_among(db, partner, groups.map(|id| id.0).collect()).await?,
            fields,
        })
    }

    /// What is wrong with what a record names.
    pub fn faults(&self, named: Named<'_>) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if named
            .account_manager
            .is_some_and(|place| !self.staff.contains(&place.0))
        {
            let words = "Choose somebody of your staff who is active.";
            faults.push(fault("/account_manager", "unknown_user", words));
        }
        for (index, group) in named.tech_groups.iter().enumerate() {
            if !self.groups.contains(&group.0) {
                let pointer = format!("/tech_groups/{index}");
                faults.push(fault(
                    &pointer,
                    "unknown_group",
                    "Choose one of your groups.",
                ));
            }
        }
        if let Some(values) = named.custom_values {
            faults.extend(self.wrong_values(values));
        }
        faults
    }

    fn wrong_values(&self, values: &[SaveCustomValue]) -> Vec<FieldError> {
        let mut faults = Vec::new();
        for (index, SaveCustomValue { field_id, value }) in values.iter().enumerate() {
            let pointer = format!("/custom_values/{index}/value");
            let known = self.asked_for().find(|field| field.id == field_id.0);
            match known.map(|field| fitting(field, value)) {
                None => {
                    let pointer = format!("/custom_values/{index}/field_id");
                    faults.push(fault(
                        &pointer,
                        "unknown_field",
                        "Choose one of your fields.",
                    ));
                }
                Some(Err(wrong)) => faults.push(fault(&pointer, wrong.code, &wrong.message)),
                Some(Ok(_)) => {}
            }
        }
        let is_given = |field: &custom_field::Model| {
            values
                .iter()
                .any(|value| value.field_id.0 == field.id && !value.value.trim().is_empty())
        };
        let missing = self
            .asked_for()
            .filter(|field| field.mandatory && !is_given(field));
        faults.extend(missing.map(|field| {
            fault(
                "/custom_values",
                "required",
                &format!("Fill in {}.", field.name),
            )
        }));
        faults
    }

    /// The values to be stored, each in its one form; empty ones are none.
    pub fn to_store(&self, values: &[SaveCustomValue]) -> Vec<(Uuid, String)> {
        let stored = values
            .iter()
            .filter_map(|SaveCustomValue { field_id, value }| {
                let field = self.asked_for().find(|field| field.id == field_id.0)?;
                let value = fitting(field, value).ok()?;
                (!value.is_empty()).then_some((field_id.0, value))
            });
        stored.collect()
    }

    fn asked_for(&self) -> impl Iterator<Item = &custom_field::Model> {
        self.fields
            .iter()
            .filter(|field| field.archived_at.is_none())
    }
}

async fn active(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: HashSet<Uuid>,
) -> Result<HashSet<Uuid>, Refusal> {
    if ids.is_empty() {
        return Ok(ids);
    }
    let rows = places::at(partner, None)
        .filter(place::Column::State.eq(state_str(UserState::Active)))
        .filter(place::Column::Id.is_in(ids));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn groups_among(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: HashSet<Uuid>,
) -> Result<HashSet<Uuid>, Refusal> {
    if ids.is_empty() {
        return Ok(ids);
    }
    let rows = tech_group::Entity::of(partner).filter(tech_group::Column::Id.is_in(ids));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub(super) fn fault(pointer: &str, code: &str, message: &str) -> FieldError {
    FieldError {
        pointer: pointer.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
    }
}
