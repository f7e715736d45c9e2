//! Choosing a number: a random one of those that can be had.

use super::trouble::Trouble;
use crate::context::{Chance, Context};
use gangway_domain::values::PhoneNumber;
use gangway_twilio::{AvailableNumber, Client, SearchOptions, codes};

/// How many numbers to choose from.
const OFFERS: u16 = 50;

/// A number that can be bought and is none of `sold`.
pub async fn choose(ctx: &Context, twilio: &Client, sold: &[String]) -> Result<String, Trouble> {
    let options = SearchOptions {
        sms_enabled: true,
        exclude_all_address_required: true,
        page_size: Some(OFFERS),
        ..SearchOptions::default()
    };
    let offers = match twilio
        .search_local(&ctx.config.twilio.country, &options)
        .await
    {
        Ok(offers) => offers,
        // A country without local numbers.
        Err(error) if error.code() == Some(codes::NOT_FOUND) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let mut fitting: Vec<String> = offers
        .into_iter()
        .filter(|offer| fits(offer) && !sold.contains(&offer.phone_number))
        .map(|offer| offer.phone_number)
        .collect();
    if fitting.is_empty() {
        return Err(Trouble::NoNumbers);
    }
    let index = any_below(ctx.chance.as_ref(), fitting.len());
    Ok(fitting.swap_remove(index))
}

fn fits(offer: &AvailableNumber) -> bool {
    let in_one_form = PhoneNumber::parse(&offer.phone_number)
        .is_ok_and(|number| number.as_str() == offer.phone_number);
    in_one_form && offer.capabilities.sms && !offer.beta
}

/// Of a few dozen, a 64-bit number prefers none that anyone could notice.
fn any_below(chance: &dyn Chance, count: usize) -> usize {
    let mut random = [0; 8];
    chance.fill(&mut random);
    let count = u64::try_from(count).unwrap_or(u64::MAX).max(1);
    usize::try_from(u64::from_le_bytes(random) % count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(u8);

    impl Chance for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn the_index_stays_below_the_count() {
        for byte in 0..=255 {
            for count in 1..60 {
                assert!(any_below(&Always(byte), count) < count);
            }
        }
    }
}
