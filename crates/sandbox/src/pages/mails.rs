use actix_web::{HttpResponse, web};
use serde::Serialize;
use serde_json::json;

use super::paging::{Asked, Paging};
use super::render::{self, time};
use crate::mailbox::Mail;
use crate::shared::Shared;

/// A mail as a list shows it.
#[derive(Serialize)]
pub(super) struct Row {
    id: u64,
    at: String,
    to: String,
    from: String,
    subject: String,
}

impl Row {
    pub fn of(mail: &Mail) -> Self {
        Self {
            id: mail.id,
            at: time(mail.at),
            to: mail.recipients.join(", "),
            from: mail.header_from.join(", "),
            subject: subject(mail),
        }
    }
}

fn subject(mail: &Mail) -> String {
    if mail.subject.is_empty() {
        "(no subject)".to_owned()
    } else {
        mail.subject.clone()
    }
}

/// All mails, newest first.
pub(super) async fn list(asked: web::Query<Asked>, shared: web::Data<Shared>) -> HttpResponse {
    let mailbox = shared.mailbox();
    let paging = Paging::of(mailbox.mails.len(), &asked);
    let mails: Vec<Row> = paging
        .rows(mailbox.mails.iter().rev())
        .map(Row::of)
        .collect();
    let smtp = shared.smtp_addr.to_string();
    render::page(
        "mails.html",
        json!({
        "here": "/mails",
        "mails": mails,
        "paging": paging,
        "smtp": smtp,
        }),
    )
}

/// One mail. Its HTML is shown in a frame that runs no scripts and opens links in new tabs.
pub(super) async fn show(id: web::Path<String>, shared: web::Data<Shared>) -> HttpResponse {
    let mailbox = shared.mailbox();
    let found = id
        .parse()
        .ok()
        .and_then(|id: u64| mailbox.mails.iter().find(|mail| mail.id == id));
    let Some(mail) = found else {
        return render::missing("This mail is not here any more, or never was.");
    };
    let frame = mail
        .html
        .as_ref()
        .map(|html| format!("<base target=\"_blank\">{html}"));
    render::page(
        "mail.html",
        json!({
        "here": "/mails",
        "mail": mail,
        "subject": subject(mail),
        "at": time(mail.at),
        "frame": frame,
        }),
    )
}

/// Throws the mails away.
pub(super) async fn clear(shared: web::Data<Shared>) -> HttpResponse {
    shared.mailbox().clear();
    render::back_to("/mails")
}
