//! Names that are not those of a place, and the place that is meant.

use super::{TimeZone, names, older};

/// Universal time, for those who need no place.
const UTC: &str = "UTC";

/// What people and other systems call the time of a place: letters and digits in lower case,
/// without `standard time` and its like.
const OTHER_NAMES: &[(&str, &str)] = &[
    // What is said in North America
    (
        "eastern et est edt est5edt easternus easternusandcanada",
        "America/New_York",
    ),
    ("central ct cst cdt cst6cdt", "America/Chicago"),
    ("mountain mt mst mdt mst7mdt", "America/Denver"),
    ("pacific pt pst pdt pst8pdt", "America/Los_Angeles"),
    ("arizona usmountain", "America/Phoenix"),
    ("alaska alaskan akst akdt", "America/Anchorage"),
    ("hawaii hawaiian hst", "Pacific/Honolulu"),
    ("atlantic ast adt", "America/Halifax"),
    ("newfoundland nst ndt", "America/St_Johns"),
    ("useastern indiana", "America/Indiana/Indianapolis"),
    ("canadacentral saskatchewan", "America/Regina"),
    // Windows
    ("mexico centralmexico", "America/Mexico_City"),
    ("centralamerica", "America/Guatemala"),
    ("sapacific", "America/Bogota"),
    ("pacificsa", "America/Santiago"),
    ("venezuela", "America/Caracas"),
    ("argentina", "America/Argentina/Buenos_Aires"),
    ("esouthamerica brt", "America/Sao_Paulo"),
    ("british uk bst", "Europe/London"),
    ("irish", "Europe/Dublin"),
    ("cet cest met weurope", "Europe/Berlin"),
    ("romance", "Europe/Paris"),
    ("centraleurope", "Europe/Budapest"),
    ("centraleuropean", "Europe/Warsaw"),
    ("wet west", "Europe/Lisbon"),
    ("fle", "Europe/Kyiv"),
    ("gtb eet eest", "Europe/Bucharest"),
    ("russian msk", "Europe/Moscow"),
    ("southafrica sast", "Africa/Johannesburg"),
    ("morocco", "Africa/Casablanca"),
    ("arab", "Asia/Riyadh"),
    ("arabian", "Asia/Dubai"),
    ("pakistan", "Asia/Karachi"),
    ("india indian", "Asia/Kolkata"),
    ("seasia", "Asia/Bangkok"),
    ("china", "Asia/Shanghai"),
    ("korea kst", "Asia/Seoul"),
    ("tokyo jst japan", "Asia/Tokyo"),
    ("waustralia awst", "Australia/Perth"),
    ("eaustralia", "Australia/Brisbane"),
    ("auseastern aest aedt", "Australia/Sydney"),
    ("auscentral", "Australia/Darwin"),
    ("cenaustralia acst acdt", "Australia/Adelaide"),
    ("tasmania", "Australia/Hobart"),
    ("newzealand nzst nzdt", "Pacific/Auckland"),
    ("gmt greenwich utc z zulu universal", UTC),
];

/// What stands behind the name of a zone and says nothing.
const ENDINGS: &[&str] = &["standardtime", "daylighttime", "summertime", "time"];

impl TimeZone {
    /// The name of the same place that `zone.tab` has: `America/New_York` for `US/Eastern`; `UTC`
    /// is its own. Abbreviations and fixed offsets, such as `EST5EDT` and `Etc/GMT+5`, have no
    /// place.
    pub fn of_place(self) -> Option<Self> {
        if self.0 == UTC || super::row(self.0).is_some_and(|(_, _, listed)| *listed) {
            return Some(self);
        }
        if matches!(self.0, "Etc/UTC" | "Etc/UCT" | "Etc/Universal" | "Etc/Zulu") {
            return Some(Self(UTC));
        }
        let at = older::OLDER
            .binary_search_by(|(name, _)| (*name).cmp(self.0))
            .ok()?;
        older::OLDER.get(at).map(|(_, name)| Self(name))
    }

    /// The zone that somebody means who writes its name another way, only its city, or what people
    /// or Windows call it: `america/new york`, `New York`, `EST`, `Eastern Standard Time`.
    pub fn meant(text: &str) -> Option<Self> {
        let given = plain(text);
        if given.is_empty() || text.contains(['+', ':']) || text.contains("..") {
            return None;
        }
        by_other_name(&given)
            .or_else(|| by_name(&given))
            .or_else(|| by_city(&given))
    }
}

fn by_other_name(given: &str) -> Option<TimeZone> {
    let short = ENDINGS.iter().find_map(|ending| given.strip_suffix(ending));
    let name = short.unwrap_or(given);
    let row = OTHER_NAMES
        .iter()
        .find(|(others, _)| others.split(' ').any(|other| other == name));
    row.map(|(_, zone)| TimeZone(zone))
}

fn by_name(given: &str) -> Option<TimeZone> {
    let mut all = names::NAMES.iter();
    all.find(|(name, _, _)| plain(name) == given)
        .and_then(|(name, _, _)| TimeZone(name).of_place())
}

fn by_city(given: &str) -> Option<TimeZone> {
    let city = |zone: &TimeZone| zone.0.rsplit('/').next().map(plain);
    TimeZone::all_canonical().find(|zone| city(zone).as_deref() == Some(given))
}

/// Letters and digits in lower case.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
