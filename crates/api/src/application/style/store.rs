//! The table of looks.

use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::Color;
use gangway_domain::wire::{WidgetPosition, WidgetStyle};
use gangway_entities::client;
use gangway_entities::finders::{OfPartner as _, client_of_application};
use gangway_entities::widget_style::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// A look as it is used here.
#[derive(Clone, Debug, PartialEq)]
pub struct StyleRow {
    /// Whether visitors see the application.
    pub enabled: bool,
    /// The button's color.
    pub color: Color,
    /// Where the button stands.
    pub position: WidgetPosition,
    /// Words on the button.
    pub button_label: Option<String>,
    /// What visitors read first.
    pub greeting: Option<String>,
    /// None while it is as it comes.
    pub updated_at: Option<DateTime<Utc>>,
    /// 0 while it is as it comes.
    pub version: i64,
}

/// The look of a client's application.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<StyleRow, Refusal> {
    match Entity::one_of(partner, client).one(db).await? {
        Some(row) => read(row),
        None => Ok(as_it_comes()),
    }
}

/// The client whose application carries a public key, and how that looks.
pub async fn of_key(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<(client::Model, StyleRow)>, Refusal> {
    let Some((client, style)) = client_of_application(key).one(db).await? else {
        return Ok(None);
    };
    let style = style.map_or_else(|| Ok(as_it_comes()), read)?;
    Ok(Some((client, style)))
}

fn as_it_comes() -> StyleRow {
    StyleRow {
        enabled: true,
        color: Color::default(),
        position: WidgetPosition::BottomRight,
        button_label: None,
        greeting: None,
        updated_at: None,
        version: 0,
    }
}

fn read(row: Model) -> Result<StyleRow, Refusal> {
    let Model {
        client_id: _,
        partner_id: _,
        enabled,
        color: stored,
        position,
        button_label,
        greeting,
        updated_at,
        version,
    } = row;
    let left = position == WidgetPosition::BottomLeft.as_str();
    Ok(StyleRow {
        enabled,
        color: color(&stored)?,
        position: if left {
            WidgetPosition::BottomLeft
        } else {
            WidgetPosition::BottomRight
        },
        button_label,
        greeting,
        updated_at: Some(updated_at),
        version,
    })
}

fn color(stored: &str) -> Result<Color, Refusal> {
    Color::parse(stored).map_err(|_| Refusal::internal(anyhow::anyhow!("a stored color is none")))
}

/// Writes a look over the version it was read at.
pub async fn write(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    row: StyleRow,
) -> Result<StyleRow, Refusal> {
    let (before, now) = (row.version, ctx.now());
    let row = StyleRow {
        version: before + 1,
        updated_at: Some(now),
        ..row
    };
    let written = if before == 0 {
        let first = OnConflict::column(Column::ClientId).do_nothing().to_owned();
        let made = Entity::insert(filled(partner, client, &row, now)).on_conflict(first);
        made.exec_without_returning(tx).await?
    } else {
        let change = Entity::change(partner, client)
            .col_expr(Column::Enabled, Expr::value(row.enabled))
            .col_expr(Column::Color, Expr::value(row.color.as_str()))
            .col_expr(Column::Position, Expr::value(row.position.as_str()))
            .col_expr(Column::ButtonLabel, Expr::value(row.button_label.clone()))
            .col_expr(Column::Greeting, Expr::value(row.greeting.clone()))
            .col_expr(Column::UpdatedAt, Expr::value(now))
            .col_expr(Column::Version, Expr::value(row.version))
            .filter(Column::Version.eq(before));
        change.exec(tx).await?.rows_affected
    };
    if written == 0 {
        return Err(stale());
    }
    Ok(row)
}

fn filled(partner: PartnerId, client: ClientId, row: &StyleRow, now: DateTime<Utc>) -> ActiveModel {
    ActiveModel {
        client_id: Set(client.0),
        partner_id: Set(partner.0),
        enabled: Set(row.enabled),
        color: Set(row.color.to_string()),
        position: Set(row.position.as_str().to_owned()),
        button_label: Set(row.button_label.clone()),
        greeting: Set(row.greeting.clone()),
        updated_at: Set(now),
        version: Set(row.version),
    }
}

/// Someone else wrote between reading and writing.
fn stale() -> Refusal {
    let words = "Someone else changed this while you were editing. Reload to see their changes.";
    Refusal::new(ProblemCode::Stale, words)
}

/// A look as it travels.
pub fn show(row: StyleRow) -> WidgetStyle {
    let StyleRow {
        enabled,
        color,
        position,
        button_label,
        greeting,
        updated_at,
        version: _,
    } = row;
    WidgetStyle {
        enabled,
        text_color: color.text_color().to_owned(),
        color: color.into(),
        position,
        button_label,
        greeting,
        updated_at,
    }
}
