//! The public settings: nothing but what a visitor sees.

use super::own_page::OwnPage;
use crate::consent;
use crate::context::Context;
use crate::refusal::Refusal;
use crate::texting;
use gangway_domain::wire::{
    Widget, WidgetApplication, WidgetApplicationKind, WidgetConsent, WidgetLook,
};

/// What a page of the company's may know now.
pub async fn of(ctx: &Context, page: &OwnPage) -> Result<Widget, Refusal> {
    let applications = open_now(ctx, page).await?;
    let texting = applications.iter().find(|one| is_text_us(one));
    let sms_number = texting.and_then(|open| open.phone_number.clone());
    let consent = match texting {
        Some(_) => Some(words(ctx, page).await?),
        None => None,
    };
    Ok(Widget {
        company_name: page.client.name.clone().unwrap_or_default(),
        sms_number,
        soon: applications.is_empty(),
        applications,
        changes_at: None,
        style: look(page),
        consent,
    })
}

/// Whether a visitor can text the company now.
pub async fn texting_is_open(ctx: &Context, page: &OwnPage) -> Result<bool, Refusal> {
    Ok(open_now(ctx, page).await?.iter().any(is_text_us))
}

fn is_text_us(open: &WidgetApplication) -> bool {
    open.kind == WidgetApplicationKind::TextUs
}

async fn open_now(ctx: &Context, page: &OwnPage) -> Result<Vec<WidgetApplication>, Refusal> {
    let db = ctx.db.reader();
    let number = texting::number(db, page.partner(), page.client_id()).await?;
    Ok(number
        .into_iter()
        .map(|number| WidgetApplication {
            kind: WidgetApplicationKind::TextUs,
            phone_number: Some(number),
            changes_at: None,
        })
        .collect())
}

async fn words(ctx: &Context, page: &OwnPage) -> Result<WidgetConsent, Refusal> {
    let (db, client) = (ctx.db.reader(), &page.client);
    let settings = consent::settings(db, client).await?;
    let wording = consent::current_wording(db, client, &settings).await?;
    Ok(WidgetConsent {
        wording: wording.text,
        version: wording.version,
        privacy_url: settings.privacy_url,
        terms_url: settings.terms_url,
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
