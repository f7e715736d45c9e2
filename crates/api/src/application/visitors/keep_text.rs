//! A visitor's text, read and kept: the message, the agreement, and the text that confirms it.

use super::own_page::OwnPage;
use crate::consent::{self, Entry};
use crate::context::Context;
use crate::events::origin;
use crate::refusal::Refusal;
use crate::texting::{self, Purpose};
use gangway_domain::values::{Line, Paragraph, PhoneNumber};
use gangway_domain::wire::{ConsentKind, ConsentSource, SendVisitorText};
use sea_orm::DatabaseTransaction;

/// A visitor's text that has been read.
pub struct Text {
    /// Where answers go.
    pub phone: PhoneNumber,
    name: Line,
    message: Paragraph,
    wording_version: String,
    page: Option<String>,
}

impl Text {
    /// Reads it; a number without its country's code is one of the company's country.
    pub fn read(page: &OwnPage, body: SendVisitorText) -> Result<Self, Refusal> {
        let SendVisitorText {
            name,
            phone,
            message,
            agreed: _,
            wording_version,
            page: address,
            website: _,
        } = body;
        let country = page.client.country.as_deref();
        Ok(Self {
            phone: PhoneNumber::written_in(country, &phone)
                .map_err(|r| Refusal::rejected("/phone", &r))?,
            name: Line::parse(&name).map_err(|r| Refusal::rejected("/name", &r))?,
            message: Paragraph::parse(&message).map_err(|r| Refusal::rejected("/message", &r))?,
            wording_version,
            page: address.map(without_query).filter(|page| !page.is_empty()),
        })
    }
}

/// What stands behind `?` or `#` may be about the person.
fn without_query(page: String) -> String {
    let end = page.find(['?', '#']).unwrap_or(page.len());
    page.get(..end).unwrap_or_default().to_owned()
}

/// Keeps it, in one transaction: nothing is in the inbox without the agreement that came with it.
pub async fn keep(
    ctx: &Context,
    tx: &DatabaseTransaction,
    page: &OwnPage,
    text: &Text,
) -> Result<(), Refusal> {
    let (client, whose) = (&page.client, (page.partner(), page.client_id()));
    let settings = consent::settings(tx, client).await?;
    let version = &text.wording_version;
    let wording = consent::agreed_wording(tx, client, &settings, version).await?;
    let wording = wording.ok_or_else(changed_words)?;
    let (from, name) = (&text.phone, Some(&text.name));
    let (talk, message) =
        texting::receive_from_widget(ctx, tx, client, from, name, text.message.as_str()).await?;
    let numbers = (talk.company_number.as_str(), talk.customer_number.as_str());
    let before = consent::standing(tx, whose.0, whose.1, numbers.0, numbers.1).await?;
    let visitor = origin().unwrap_or_default();
    let entry = Entry::new(
        whose,
        numbers.0,
        numbers.1,
        ConsentKind::Given,
        ConsentSource::Widget,
    )
    .agreeing_to(wording)
    .from_page(
        text.page.as_deref(),
        visitor.address.as_deref(),
        visitor.user_agent.as_deref(),
    )
    .by_message(message);
    let after = consent::record(ctx, tx, entry).await?.standing();
    if after.may_text() && !before.may_text() {
        let words = confirmation(&settings.brand_name);
        texting::queue_automatic(ctx, tx, &talk, &words, Purpose::Confirmation).await?;
    }
    Ok(())
}

fn changed_words() -> Refusal {
    let words = "The company has changed these words. Read them, and tick the box again.";
    Refusal::field("/wording_version", "wording_changed", words)
}

/// What carriers ask of the first text after somebody agreed: who it is, how often, what it costs, and
/// the ways out.
fn confirmation(brand: &str) -> String {
    format!(
        "{brand}: Thanks, we have your message and will text you back here. Msg frequency varies. \
         Msg & data rates may apply. Reply HELP for help, STOP to end."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wg_10_of_a_page_only_its_address_is_kept() {
        for (given, kept) in [
            ("https://a.test/b?email=x@y.z", "https://a.test/b"),
            ("https://a.test/b#token", "https://a.test/b"),
            ("https://a.test", "https://a.test"),
        ] {
            assert_eq!(without_query(given.to_owned()), kept);
        }
    }

    #[test]
    fn the_confirmation_says_who_and_how_to_end_it() {
        let words = confirmation("Acme");
        assert!(words.starts_with("Acme: "));
        for needed in ["STOP", "HELP", "rates may apply", "frequency varies"] {
            assert!(words.contains(needed), "{needed}");
        }
        assert!(!words.contains("  "), "{words}");
    }
}
