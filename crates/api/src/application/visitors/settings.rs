//! The public settings: nothing but what a visitor sees.

use super::own_page::OwnPage;
use crate::context::Context;
use crate::refusal::Refusal;
use crate::texting;
use gangway_domain::wire::{Widget, WidgetApplication, WidgetApplicationKind, WidgetLook};

/// What a page of the company's may know now.
pub async fn of(ctx: &Context, page: &OwnPage) -> Result<Widget, Refusal> {
    let db = ctx.db.reader();
    let number = texting::number(db, page.partner(), page.client_id()).await?;
    let applications: Vec<WidgetApplication> = number
        .iter()
        .map(|number| WidgetApplication {
            kind: WidgetApplicationKind::TextUs,
            phone_number: Some(number.clone()),
            changes_at: None,
        })
        .collect();
    Ok(Widget {
        company_name: page.client.name.clone().unwrap_or_default(),
        sms_number: number,
        soon: applications.is_empty(),
        applications,
        changes_at: None,
        style: look(page),
        consent: None,
    })
}

fn look(page: &OwnPage) -> WidgetLook {
    let style = page.style.clone();
    WidgetLook {
        text_color: style.color.text_color().to_owned(),
        color: style.color.into(),
        position: style.position,
        button_label: style.button_label,
        greeting: style.greeting,
    }
}
