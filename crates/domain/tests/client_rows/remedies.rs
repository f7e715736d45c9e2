use super::support::fault;

#[test]
fn d11_the_name_of_the_zone_that_is_meant_is_told() {
    for (given, meant) in [
        ("EST", "America/New_York"),
        ("Eastern Standard Time", "America/New_York"),
        ("Eastern", "America/New_York"),
        ("EST5EDT", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("New York", "America/New_York"),
        ("us/pacific", "America/Los_Angeles"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Japan", "Asia/Tokyo"),
        ("GB", "Europe/London"),
        ("kyiv", "Europe/Kyiv"),
        ("gmt", "UTC"),
    ] {
        let fault = fault(&[("Timezone", given)]);
        assert_eq!(fault.remedy, format!("Enter {meant}."), "{given}");
    }
}

#[test]
fn d11_where_no_name_can_be_meant_the_country_gives_one() {
    let remedy = |zone, state, country| {
        fault(&[("Timezone", zone), ("State", state), ("Country", country)]).remedy
    };
    assert_eq!(
        remedy("GMT+2", "BY", "DE"),
        "Enter one of Europe/Berlin, Europe/Busingen."
    );
    assert_eq!(remedy("UTC+01:00", "IDF", "FR"), "Enter Europe/Paris.");
    for zone in [
        "GMT+5",
        "Etc/GMT+5",
        "UTC-05:00",
        "../../etc/passwd",
        "<script>",
        "-05:00",
    ] {
        let example = "Enter a name of the tz database, like America/New_York.";
        assert_eq!(remedy(zone, "NY", "US"), example, "{zone}");
        assert_eq!(remedy(zone, "", ""), example, "{zone}");
    }
}

#[test]
fn d13_the_code_that_is_meant_is_told() {
    for (given, meant) in [
        ("USA", "Enter US, the code of United States."),
        ("United States", "Enter US, the code of United States."),
        ("u.s.", "Enter US, the code of United States."),
        ("UK", "Enter GB, the code of United Kingdom."),
        ("germany", "Enter DE, the code of Germany."),
        ("XX", "Enter the two-letter code of the country, like US."),
    ] {
        let fault = fault(&[("Country", given), ("State", "NY")]);
        assert_eq!(fault.remedy, meant, "{given}");
    }
    for (given, meant) in [
        ("New York", "Enter NY, the code of New York."),
        ("us-ny", "Enter NY, the code of New York."),
        ("ny", "Enter NY, the code of New York."),
        (
            "ON",
            "Enter the code of a state or province of United States, like AK for Alaska.",
        ),
    ] {
        let fault = fault(&[("Country", "US"), ("State", given)]);
        assert_eq!(fault.remedy, meant, "{given}");
    }
    let quebec = fault(&[("Country", "CA"), ("State", "quebec")]);
    assert_eq!(quebec.remedy, "Enter QC, the code of Quebec.");
}

#[test]
fn d12_what_a_spreadsheet_did_to_a_number_is_told() {
    let fault = fault(&[("Code", "1"), ("PhoneNumber", "2.025550143E9")]);
    assert!(fault.reason.contains("spreadsheet"), "{fault:?}");
}
