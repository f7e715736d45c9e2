//! What the partner has that a list may name: staff, groups, fields; and what its clients hold already.

use crate::clients::records::{Held, held, held_among};
use crate::extract::Caller;
use crate::refusal::Refusal;
use crate::{custom_fields, staff, tech_groups};
use gangway_domain::client_rows::{Claims, CustomField, FieldKind, Known};
use gangway_domain::ids::{CustomFieldId, PartnerId, PlaceId, TechGroupId};
use gangway_domain::values::{CompanyName, DomainName, EmailAddress};
use gangway_domain::wire::CustomFieldKind;
use gangway_entities::custom_field::Model;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use std::sync::Arc;

/// What the partner has, for the rules and for what is made by them.
#[derive(Clone, Debug)]
pub struct Around {
    /// For the rules.
    pub known: Arc<Known>,
    pub(super) staff: HashMap<EmailAddress, PlaceId>,
    pub(super) groups: HashMap<String, TechGroupId>,
    pub(super) fields: HashMap<String, CustomFieldId>,
}

impl Around {
    /// Everything, what the clients hold included: to tell it row by row.
    pub async fn with_clients(db: &impl ConnectionTrait, caller: &Caller) -> Result<Self, Refusal> {
        let held = held(db, caller.partner).await?;
        Ok(Self::of(db, caller).await?.holding(held))
    }

    /// With what the clients hold of that which one row claims: to tell that row.
    pub async fn holding_of(
        self,
        db: &impl ConnectionTrait,
        caller: &Caller,
        claims: &Claims,
    ) -> Result<Self, Refusal> {
        let domains = claims.domains.iter();
        let some = Held {
            names: claims.name.iter().map(CompanyName::folded).collect(),
            emails: claims.email.iter().map(ToString::to_string).collect(),
            domains: domains.map(ToString::to_string).collect(),
        };
        let held = held_among(db, caller.partner, &some).await?;
        Ok(self.holding(held))
    }

    fn holding(self, held: Held) -> Self {
        let emails = held.emails.iter();
        let emails = emails.filter_map(|email| EmailAddress::parse(email).ok());
        let domains = held.domains.iter();
        let domains = domains.filter_map(|domain| DomainName::parse(domain).ok());
        let known = (*self.known)
            .clone()
            .with_clients(held.names)
            .with_contacts(emails)
            .with_domains(domains);
        Self {
            known: Arc::new(known),
            ..self
        }
    }

    /// Without what the clients hold: that is asked when they are made.
    pub async fn of(db: &impl ConnectionTrait, caller: &Caller) -> Result<Self, Refusal> {
        let partner = caller.partner;
        let staff = staff::active(db, partner).await?;
        let staff = staff
            .into_iter()
            .filter_map(|one| Some((EmailAddress::parse(&one.email).ok()?, one.id)));
        let staff: HashMap<_, _> = staff.collect();
        let groups = tech_groups::briefs(db, partner).await?;
        let groups = groups.into_iter().map(|group| (group.name, group.id));
        let groups: HashMap<_, _> = groups.collect();
        let rows = asked_for(db, partner).await?;
        let fields = rows
            .iter()
            .map(|row| (row.name.clone(), CustomFieldId(row.id)));
        let fields = fields.collect();
        let mut known = Known::default()
            .with_staff(staff.keys().cloned())
            .with_groups(groups.keys().cloned())
            .with_fields(rows.into_iter().map(field));
        if let Ok(own) = EmailAddress::parse(&caller.email) {
            known = known.imported_by(own);
        }
        Ok(Self {
            known: Arc::new(known),
            staff,
            groups,
            fields,
        })
    }
}

/// The partner's own fields as columns of a list.
pub async fn fields(
    db: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Vec<CustomField>, Refusal> {
    let rows = asked_for(db, partner).await?;
    Ok(rows.into_iter().map(field).collect())
}

async fn asked_for(db: &impl ConnectionTrait, partner: PartnerId) -> Result<Vec<Model>, Refusal> {
    let mut rows = custom_fields::fields(db, partner).await?;
    rows.retain(|row| row.archived_at.is_none());
    Ok(rows)
}

fn field(row: Model) -> CustomField {
    let kind = match CustomFieldKind::parse(&row.kind) {
        None | Some(CustomFieldKind::Text) => FieldKind::Text,
        Some(CustomFieldKind::Number) => FieldKind::Number,
        Some(CustomFieldKind::Date) => FieldKind::Date,
        Some(CustomFieldKind::YesNo) => FieldKind::YesNo,
        Some(CustomFieldKind::Link) => FieldKind::Link,
        Some(CustomFieldKind::Choice) => {
            FieldKind::Choice(serde_json::from_value(row.choices).unwrap_or_default())
        }
    };
    CustomField {
        name: row.name,
        kind,
        required: row.mandatory,
    }
}
