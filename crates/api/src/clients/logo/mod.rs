//! The logo of a client: uploaded, written anew in a few sizes, shown.

mod delete_logo;
mod put_logo;
mod read_logo;
mod upload;

use crate::contract::Operations;
use crate::refusal::Refusal;
use gangway_domain::ids::FileId;
use gangway_domain::wire::Logo;
use gangway_entities::file::Model;

/// The routes of the logo.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(put_logo::put_logo)
        .service(read_logo::read_logo)
        .service(delete_logo::delete_logo);
}

/// A row as it travels.
fn show(row: Model) -> Result<Logo, Refusal> {
    let sizes = sizes(&row);
    let Model {
        partner_id: _,
        id,
        client_id: _,
        purpose: _,
        name,
        media_type,
        width,
        height,
        sizes: _,
        bytes: _,
        digest: _,
        created_by: _,
        created_at,
    } = row;
    Ok(Logo {
        id: FileId(id),
        name,
        media_type,
        width: u32::try_from(width).map_err(Refusal::internal)?,
        height: u32::try_from(height).map_err(Refusal::internal)?,
        sizes,
        created_at,
    })
}

/// The sizes there are, the smallest first.
fn sizes(row: &Model) -> Vec<u32> {
    row.sizes
        .split(' ')
        .filter_map(|size| size.parse().ok())
        .collect()
}
