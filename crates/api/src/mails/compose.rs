//! What a queued mail says, read afresh from what it is about.

use crate::context::Context;
use crate::mail::{Contact, Message};
use crate::refusal::Refusal;
use crate::{account, application, invites, partners, second_factor, sign_in};
use gangway_domain::ids::{InviteId, LinkId, PartnerId};
use gangway_entities::{mail, partner};

/// A message with whom it is for.
pub struct Letter {
    /// What it says.
    pub message: Message,
    /// The receiver's name.
    pub to_name: Option<String>,
    /// Where answers go.
    pub reply_to: Option<String>,
}

/// The letter of a mail; none when what it is about has gone or was taken back.
pub async fn letter(ctx: &Context, mail: &mail::Model) -> Result<Option<Letter>, Refusal> {
    let partner = match mail.partner_id {
        None => None,
        Some(id) => Some(partners::load(ctx.db.reader(), PartnerId(id)).await?),
    };
    let subject = mail.subject_id;
    let found = match mail.message.as_str() {
        "welcome" | "staff_invite" | "team_invite" | "set_password" => {
            invites::message(ctx, InviteId(subject), mail.id).await?
        }
        "handover" => application::handover_message(ctx, LinkId(subject))
            .await?
            .map(|message| (message, None)),
        "widget_flood" => application::flood_message(ctx, mail)
            .await?
            .map(|message| (message, None)),
        "sign_up_confirm" => partners::sign_up_message(ctx, LinkId(subject)).await?,
        "password_reset" => sign_in::reset_message(ctx, LinkId(subject)).await?,
        "password_changed" => sign_in::changed_message(ctx, subject.into()).await?,
        "password_guessing" => sign_in::guessing_message(ctx, subject.into()).await?,
        "second_factor_on" => second_factor::on_message(ctx, subject.into()).await?,
        "second_factor_off" => second_factor::off_message(ctx, subject.into()).await?,
        "recovery_code_used" => {
            second_factor::recovery_code_used_message(ctx, subject.into()).await?
        }
        "email_change_confirm" => account::confirm_message(ctx, LinkId(subject)).await?,
        "email_changed" => account::changed_message(ctx, LinkId(subject)).await?,
        "session_ended" => sign_in::ended_message(ctx, subject.into()).await?,
        "test_email" => partner.as_ref().map(|partner| {
            let sender = ctx.config.mail.sender.email.to_string();
            (
                Message::TestEmail {
                    partner_name: partner.name.clone(),
                    sender,
                },
                None,
            )
        }),
        _ => None,
    };
    let reply_to = partner.as_ref().and_then(|partner| {
        partner
            .reply_to
            .clone()
            .or_else(|| partner.support_email.clone())
    });
    Ok(found.map(|(message, to_name)| Letter {
        message,
        to_name,
        reply_to,
    }))
}

/// Who answers questions at a partner, as mails name them.
pub fn contact(partner: &partner::Model) -> Contact {
    Contact {
        partner_name: partner.name.clone(),
        name: partner
            .support_name
            .clone()
            .unwrap_or_else(|| partner.name.clone()),
        email: partner
            .support_email
            .clone()
            .or_else(|| partner.reply_to.clone())
            .unwrap_or_default(),
        phone: partner.support_phone.clone(),
    }
}
