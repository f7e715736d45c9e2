//! Parts of a record, each replaced as a whole.

use super::changes::Changes;
use super::contacts::{Primary, Secondary};
use super::references::Known;
use super::rows::{domain_rows, group_rows, hours_row, staff_row, value_rows};
use super::sites::SiteKept;
use crate::clients::parts::{ContactKind, Part};
use crate::context::Context;
use crate::db::insert_all;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, PlaceId, TechGroupId};
use gangway_domain::values::{EmailDomain, Line};
use gangway_domain::wire::{BusinessHours, SaveCustomValue};
use gangway_entities::finders::{OfClient as _, OfPartner as _, next_version};
use gangway_entities::{
    client, client_domain, client_hours, client_staff, client_tech_group, contact, custom_field,
    custom_value, site,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

/// One client, whose parts are replaced.
pub(super) struct Replaced<'a> {
    pub ctx: &'a Context,
    pub tx: &'a DatabaseTransaction,
    pub partner: PartnerId,
    pub client: ClientId,
}

impl Replaced<'_> {
    /// The client's own row, which moves on to its next version.
    pub async fn client(&self, row: &client::Model, changes: &Changes) -> Result<(), Refusal> {
        use client::{Column, Entity};
        let mut change = Entity::change(self.partner, row.id)
            .filter(Column::Version.eq(row.version))
            .col_expr(Column::UpdatedAt, Expr::value(self.ctx.now()))
            .col_expr(Column::Version, next_version(Column::Version));
        if let Some(name) = &changes.name {
            change = change
                .col_expr(Column::Name, Expr::value(name.as_str()))
                .col_expr(Column::NameKey, Expr::value(name.folded()))
                .col_expr(Column::SortName, Expr::value(name.folded()));
        }
        if let Some(email) = &changes.email {
            let email = email.as_ref().map(|email| email.as_str().to_owned());
            change = change.col_expr(Column::Email, Expr::value(email));
        }
        if let Some(phone) = &changes.phone {
            let phone = phone.as_ref().map(|phone| phone.as_str().to_owned());
            change = change.col_expr(Column::Phone, Expr::value(phone));
        }
        let sites = changes.sites.as_deref().unwrap_or_default();
        if let Some(at) = sites.iter().find(|site| site.is_headquarters) {
            let line = |line: &Option<Line>| {
                Expr::value(line.as_ref().map(|line| line.as_str().to_owned()))
            };
            // The company's address is that of its headquarters.
            change = change
                .col_expr(Column::AddressLine1, line(&at.address_line1))
                .col_expr(Column::AddressLine2, line(&at.address_line2))
                .col_expr(Column::City, line(&at.city))
                .col_expr(Column::Region, Expr::value(at.region()))
                .col_expr(Column::PostalCode, line(&at.postal_code))
                .col_expr(Column::Country, Expr::value(at.country_code()))
                .col_expr(Column::TimeZone, Expr::value(at.time_zone.as_str()));
        }
        let done = change.exec(self.tx).await?;
        if done.rows_affected == 0 {
            return Err(Refusal::stale());
        }
        Ok(())
    }

    pub async fn primary(&self, contact: &Primary) -> Result<(), Refusal> {
        self.drop_contact(ContactKind::Primary).await?;
        let row = contact.row(self.ctx, self.partner, self.client);
        Ok(insert_all(self.tx, vec![row]).await?)
    }

    pub async fn secondary(&self, contact: Option<&Secondary>) -> Result<(), Refusal> {
        self.drop_contact(ContactKind::Secondary).await?;
        let row = contact.map(|contact| contact.row(self.ctx, self.partner, self.client));
        Ok(insert_all(self.tx, row.into_iter().collect()).await?)
    }

    async fn drop_contact(&self, kind: ContactKind) -> Result<(), Refusal> {
        contact::Entity::remove_of_client(self.partner, self.client)
            .filter(contact::Column::Kind.eq(kind.as_str()))
            .exec(self.tx)
            .await?;
        Ok(())
    }

    pub async fn sites(&self, sites: &[SiteKept]) -> Result<(), Refusal> {
        site::Entity::remove_of_client(self.partner, self.client)
            .exec(self.tx)
            .await?;
        let sites = sites.iter().enumerate();
        let rows =
            sites.map(|(position, site)| site.row(self.ctx, self.partner, self.client, position));
        Ok(insert_all(self.tx, rows.collect()).await?)
    }

    pub async fn hours(&self, hours: Option<&BusinessHours>) -> Result<(), Refusal> {
        client_hours::Entity::remove_of_client(self.partner, self.client)
            .exec(self.tx)
            .await?;
        let row = hours.map(|hours| hours_row(self.partner, self.client, hours));
        Ok(insert_all(self.tx, row.transpose()?.into_iter().collect()).await?)
    }

    pub async fn domains(&self, domains: &[EmailDomain]) -> Result<(), Refusal> {
        client_domain::Entity::remove_of_client(self.partner, self.client)
            .exec(self.tx)
            .await?;
        let rows = domain_rows(self.partner, self.client, domains);
        Ok(insert_all(self.tx, rows.collect()).await?)
    }

    pub async fn account_manager(&self, place: Option<PlaceId>) -> Result<(), Refusal> {
        client_staff::Entity::remove_of_client(self.partner, self.client)
            .filter(client_staff::Column::Part.eq(Part::AccountManager.as_str()))
            .exec(self.tx)
            .await?;
        let part = Part::AccountManager;
        let row =
            place.map(|place| staff_row(self.partner, self.client, part, place, self.ctx.now()));
        Ok(insert_all(self.tx, row.into_iter().collect()).await?)
    }

    pub async fn tech_groups(&self, groups: &[TechGroupId]) -> Result<(), Refusal> {
        client_tech_group::Entity::remove_of_client(self.partner, self.client)
            .exec(self.tx)
            .await?;
        let rows = group_rows(self.partner, self.client, groups);
        Ok(insert_all(self.tx, rows.collect()).await?)
    }

    /// Values of archived fields stay.
    pub async fn custom_values(
        &self,
        known: &Known,
        values: &[SaveCustomValue],
    ) -> Result<(), Refusal> {
        let asked_for = custom_field::Entity::of(self.partner)
            .select_only()
            .column(custom_field::Column::Id)
            .filter(custom_field::Column::ArchivedAt.is_null());
        custom_value::Entity::remove_of_client(self.partner, self.client)
            .filter(custom_value::Column::FieldId.in_subquery(asked_for.into_query()))
            .exec(self.tx)
            .await?;
        let rows = value_rows(self.partner, self.client, known.to_store(values));
        Ok(insert_all(self.tx, rows.collect()).await?)
    }
}

/// The ids of a client's sites.
pub(super) async fn site_ids(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<Uuid>, Refusal> {
    let ids = site::Entity::of_client(partner, client)
        .select_only()
        .column(site::Column::Id);
    Ok(ids.into_tuple().all(tx).await?)
}
