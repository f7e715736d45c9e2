//! What the mail of a hand-over says.

use super::{hand_over, store};
use crate::context::Context;
use crate::keys::Purpose;
use crate::mail::Message;
use crate::refusal::Refusal;
use crate::{clients, links, mails, partners, places};
use gangway_domain::ids::{ClientId, LinkId, PartnerId};

/// The message; none when the hand-over has expired.
pub async fn handover_message(ctx: &Context, id: LinkId) -> Result<Option<Message>, Refusal> {
    let db = ctx.db.reader();
    let row = store::load(db, id)
        .await?
        .filter(|row| row.expires_at > ctx.now());
    let Some(row) = row else { return Ok(None) };
    let partner_id = PartnerId(row.partner_id);
    let partner = partners::load(db, partner_id).await?;
    let client = clients::load(db, partner_id, ClientId(row.client_id)).await?;
    let names = places::names(db, partner_id, vec![row.created_by]).await?;
    Ok(Some(Message::Handover {
        company_name: client
            .and_then(|client| client.name)
            .unwrap_or_else(|| partner.name.clone()),
        from_name: names
            .into_values()
            .next()
            .unwrap_or_else(|| partner.name.clone()),
        link: links::address(ctx, Purpose::Handover, row.id, hand_over::GENERATION),
        expires_at: row.expires_at,
        contact: mails::contact(&partner),
    }))
}
