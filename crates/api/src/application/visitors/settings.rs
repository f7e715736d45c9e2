//! The public settings: nothing but what a visitor sees.

use super::super::style::StyleRow;
use super::own_page::OwnPage;
use crate::availability::{Standing, standings};
use crate::consent;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::wire::{
    ApplicationKind, AvailabilityReason, Widget, WidgetConsent, WidgetLook, WidgetWay,
};
use gangway_entities::client;

/// What a page of the company's may know now.
pub async fn of(ctx: &Context, client: &client::Model, style: StyleRow) -> Result<Widget, Refusal> {
    let all = standings(ctx.db.reader(), client, ctx.now()).await?;
    let applications: Vec<WidgetWay> = all.iter().filter_map(way).collect();
    let texting = applications.iter().find(|way| is_text_us(way));
    let sms_number = texting.map(|way| way.phone_number.clone());
    let consent = match texting {
        Some(_) => Some(words(ctx, client).await?),
        None => None,
    };
    Ok(Widget {
        company_name: client.name.clone().unwrap_or_default(),
        sms_number,
        applications,
        changes_at: all.iter().filter_map(|one| one.shown.changes_at).min(),
        soon: is_to_come(&all),
        style: look(style),
        consent,
    })
}

/// Whether a visitor can text the company now.
pub async fn texting_is_open(ctx: &Context, page: &OwnPage) -> Result<bool, Refusal> {
    let all = standings(ctx.db.reader(), &page.client, ctx.now()).await?;
    Ok(all.iter().filter_map(way).any(|way| is_text_us(&way)))
}

/// The application, where it is open.
fn way(standing: &Standing) -> Option<WidgetWay> {
    let number = standing.phone_number.clone();
    number
        .filter(|_| standing.shown.shown)
        .map(|number| WidgetWay {
            kind: standing.shown.kind,
            phone_number: number,
            changes_at: standing.shown.changes_at,
        })
}

fn is_text_us(way: &WidgetWay) -> bool {
    way.kind == ApplicationKind::TextUs
}

/// Whether the company has nothing yet, but waits for its number. One that has switched all of it off
/// or is closed now is not announced.
fn is_to_come(all: &[Standing]) -> bool {
    let is = |one: &Standing, reason| one.shown.reason == reason;
    let waits = |one: &Standing| is(one, AvailabilityReason::NoNumber);
    let off = |one: &Standing| is(one, AvailabilityReason::SwitchedOff);
    all.iter().any(waits) && all.iter().all(|one| waits(one) || off(one))
}

async fn words(ctx: &Context, client: &client::Model) -> Result<WidgetConsent, Refusal> {
    let db = ctx.db.reader();
    let settings = consent::settings(db, client).await?;
    let wording = consent::current_wording(db, client, &settings).await?;
    Ok(WidgetConsent {
        wording: wording.text,
        version: wording.version,
        privacy_url: settings.privacy_url,
        terms_url: settings.terms_url,
    })
}

fn look(style: StyleRow) -> WidgetLook {
    WidgetLook {
        text_color: style.color.text_color().to_owned(),
        color: style.color.into(),
        position: style.position,
        button_label: style.button_label,
        greeting: style.greeting,
    }
}
