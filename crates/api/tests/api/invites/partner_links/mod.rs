//! A partner's shareable links.

mod list_partner_links;
mod make_partner_link;
mod revoke_partner_link;
mod use_partner_link;

use crate::support::{Staff, key};
use gangway_domain::wire::{PartnerLink, Token, UsePartnerLink};

/// A shareable link and the token in it.
pub async fn shared(by: &Staff) -> (PartnerLink, Token) {
    let link = by.api.make_partner_link(&key()).await.expect("makes");
    let url = link.url.as_deref().expect("an address");
    let token = url.split_once('#').expect("a token").1.to_owned();
    (link, Token { token })
}

/// Asks for a personal link.
pub fn using(token: &Token, email: &str) -> UsePartnerLink {
    UsePartnerLink {
        token: token.token.clone(),
        email: email.to_owned(),
    }
}
