//! A client's phone number as it travels.

use super::store::state_of;
use gangway_domain::wire::{SmsNumber, SmsNumberState};
use gangway_entities::number_order::Model;

const ON_ITS_WAY: &str = "We are getting a number for you. This takes a few seconds.";

/// An order as it travels; none was asked for without one.
pub fn show(order: Option<Model>) -> SmsNumber {
    let Some(row) = order else {
        return SmsNumber {
            state: SmsNumberState::None,
            number: None,
            detail: None,
            reference: None,
            ordered_at: None,
            assigned_at: None,
        };
    };
    let state = state_of(&row);
    let Model {
        id: _,
        partner_id: _,
        client_id: _,
        state: _,
        phone_number,
        phone_number_sid: _,
        detail,
        reference,
        ordered_at,
        assigned_at,
        updated_at: _,
        hook_base: _,
        caught_up_at: _,
    } = row;
    let on_its_way = (state == SmsNumberState::Searching).then(|| ON_ITS_WAY.to_owned());
    SmsNumber {
        state,
        // Until it is bought, a number that was chosen is nobody's.
        number: phone_number.filter(|_| state == SmsNumberState::Assigned),
        detail: detail.or(on_its_way),
        reference,
        ordered_at: Some(ordered_at),
        assigned_at,
    }
}
