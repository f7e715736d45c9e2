//! What an invitation's mail says.

use super::show::role_of;
use super::store::kind_of;
use crate::context::Context;
use crate::keys::Purpose;
use crate::mail::Message;
use crate::refusal::Refusal;
use crate::{clients, links, mails, partners, places};
use gangway_domain::ids::{ClientId, InviteId, PartnerId};
use gangway_domain::wire::InviteKind;
use gangway_domain::wizard::Progress;
use gangway_entities::finders::invite_behind_link;
use gangway_entities::invite::Model;
use uuid::Uuid;

/// The message and the receiver's name; none when the invitation was accepted, taken back, or sent
/// again by a newer mail.
pub async fn message(
    ctx: &Context,
    id: InviteId,
    mail: Uuid,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let db = ctx.db.reader();
    let row = invite_behind_link(id).one(db).await?.filter(|row| {
        row.accepted_at.is_none() && row.revoked_at.is_none() && row.mail_id == Some(mail)
    });
    let Some(row) = row else { return Ok(None) };
    let partner_id = PartnerId(row.partner_id);
    let partner = partners::load(db, partner_id).await?;
    let inviter_ids: Vec<Uuid> = row.invited_by.into_iter().collect();
    let inviters = places::names(db, partner_id, inviter_ids).await?;
    let inviter_name = inviters
        .into_values()
        .next()
        .unwrap_or_else(|| partner.name.clone());
    let link = links::address(ctx, Purpose::Invite, row.id, row.generation);
    let company = match row.client_id {
        None => None,
        Some(client) => clients::brief(db, partner_id, ClientId(client)).await?,
    };
    let contact = mails::contact(&partner);
    let name = receiver(&row);
    let partner_name = partner.name;
    let expires_at = row.expires_at;
    let message = match kind_of(&row) {
        InviteKind::ClientSetup => {
            let minutes = Progress::default().minutes_left();
            Message::Welcome {
                partner_name,
                contact,
                link,
                expires_at,
                minutes,
            }
        }
        InviteKind::Staff => Message::StaffInvite {
            partner_name,
            inviter_name,
            first_name: row.first_name.clone().unwrap_or_default(),
            role_title: role_of(&row).title().to_owned(),
            link,
            expires_at,
        },
        InviteKind::ClientUser => Message::TeamInvite {
            company_name: company
                .and_then(|client| client.name)
                .unwrap_or_else(|| partner_name.clone()),
            partner_name,
            inviter_name,
            link,
            expires_at,
            contact,
        },
    };
    Ok(Some((message, name)))
}

fn receiver(row: &Model) -> Option<String> {
    Some(format!(
        "{} {}",
        row.first_name.as_ref()?,
        row.last_name.as_ref()?
    ))
}
