use serde_json::{Value, json};

use super::countries::{PLACES, Place};
use crate::ids;

/// One number in this many is in beta, and one has no texts.
const ODD_ONE_IN: usize = 25;

/// A number that Twilio has.
#[derive(Clone)]
pub(crate) struct Offer {
    pub phone_number: String,
    pub place: &'static Place,
    pub texts: bool,
    pub beta: bool,
}

/// All numbers, in an order that looks random and follows from the seed.
pub(crate) fn all(seed: u64) -> Vec<Offer> {
    let mut offers: Vec<Offer> = PLACES
        .iter()
        .flat_map(|place| (0..100).map(move |number| offer(place, number)))
        .collect();
    offers.sort_by_cached_key(|offer| ids::mix(seed, &offer.phone_number));
    offers
}

fn offer(place: &'static Place, number: usize) -> Offer {
    Offer {
        phone_number: format!("{}{number:02}", place.prefix),
        place,
        texts: place.texts && number % ODD_ONE_IN != 7,
        beta: number % ODD_ONE_IN == 13,
    }
}

/// `(510) 555-0100` in North America, the number itself elsewhere.
pub(crate) fn friendly_name(phone_number: &str) -> String {
    let parts = || {
        let digits = phone_number.strip_prefix("+1")?;
        let (area, rest) = digits.split_at_checked(3)?;
        let (exchange, line) = rest.split_at_checked(3)?;
        (line.len() == 4).then(|| format!("({area}) {exchange}-{line}"))
    };
    parts().unwrap_or_else(|| phone_number.to_owned())
}

/// As the search shows it.
pub(crate) fn wire(offer: &Offer, upper_case: bool) -> Value {
    let place = offer.place;
    let capabilities = if upper_case {
        json!({ "voice": true, "SMS": offer.texts, "MMS": offer.texts })
    } else {
        json!({ "voice": true, "sms": offer.texts, "mms": offer.texts })
    };
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    json!({
        "friendly_name": friendly_name(&offer.phone_number),
        "phone_number": offer.phone_number,
        "lata": null,
        "locality": known(place.locality),
        "rate_center": known(&place.locality.to_ascii_uppercase()),
        "latitude": known(place.latitude),
        "longitude": known(place.longitude),
        "region": known(place.region),
        "postal_code": known(place.postal_code),
        "iso_country": place.country,
        "address_requirements": place.address_requirements,
        "beta": offer.beta,
        "capabilities": capabilities,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_offered_once_and_the_seed_decides_the_order() {
        let numbers = |seed| -> Vec<String> {
            all(seed)
                .into_iter()
                .map(|offer| offer.phone_number)
                .collect()
        };
        let (one, two) = (numbers(1), numbers(2));
        assert_eq!(one, numbers(1));
        assert_ne!(one, two);
        let mut distinct = one.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), one.len());
    }

    #[test]
    fn american_numbers_have_a_friendly_name() {
        assert_eq!(friendly_name("+15105550100"), "(510) 555-0100");
        assert_eq!(friendly_name("+442079460000"), "+442079460000");
        assert_eq!(friendly_name("+1é"), "+1é");
    }
}
