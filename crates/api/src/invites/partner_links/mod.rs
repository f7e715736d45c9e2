//! A partner's shareable link: whoever sets up through it becomes this partner's client.
//!
//! Using it mails a personal link, so that the address is proven. It can be taken back and made anew.

mod list_partner_links;
mod make_partner_link;
mod revoke_partner_link;
mod store;
mod use_partner_link;

use crate::contract::Operations;

/// The routes of this noun.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_partner_links::list_partner_links)
        .service(make_partner_link::make_partner_link)
        .service(revoke_partner_link::revoke_partner_link)
        .service(use_partner_link::look_up_partner_link)
        .service(use_partner_link::use_partner_link);
}
