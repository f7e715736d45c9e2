//! An application is flooded with texts: its owner is told, once a day.

use super::own_page::OwnPage;
use crate::context::Context;
use crate::limits;
use crate::mail::Message;
use crate::refusal::Refusal;
use crate::{clients, mails, partners};
use gangway_domain::browser;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::EmailAddress;
use gangway_entities::mail;

/// Notes that a limit refused a text, and tells the owner where that happens all the time.
pub async fn refused(ctx: &Context, page: &OwnPage) -> Result<(), Refusal> {
    let Some(notice) = limits::is_flooded(ctx, page.client_id()).await? else {
        return Ok(());
    };
    let client = &page.client;
    let owner = client.contact_email.as_ref().or(client.reply_to.as_ref());
    let Some(Ok(owner)) = owner.map(|email| EmailAddress::parse(email)) else {
        return Ok(());
    };
    let tx = ctx.db.begin().await?;
    if notice.take(ctx, &tx).await? {
        let (partner, id) = (Some(page.partner()), page.client_id());
        mails::queue(ctx, &tx, partner, "widget_flood", id, &owner).await?;
    }
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(())
}

/// The mail; none when the client has gone.
pub async fn flood_message(ctx: &Context, mail: &mail::Model) -> Result<Option<Message>, Refusal> {
    let Some(partner) = mail.partner_id.map(PartnerId) else {
        return Ok(None);
    };
    let db = ctx.db.reader();
    let client = clients::load(db, partner, ClientId(mail.subject_id)).await?;
    let Some(client) = client else {
        return Ok(None);
    };
    Ok(Some(Message::WidgetFlood {
        company_name: client.name.unwrap_or_default(),
        link: ctx.config.server.url(browser::BEHAVIORS_AND_STYLES),
        contact: mails::contact(&partners::load(db, partner).await?),
    }))
}
