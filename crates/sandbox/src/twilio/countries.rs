//! Where the played Twilio has numbers. All of them lie in ranges kept free for fiction.

/// A place with numbers: 100 of them, `{prefix}00` to `{prefix}99`.
pub(crate) struct Place {
    pub country: &'static str,
    pub toll_free: bool,
    pub area_code: &'static str,
    /// E.164 without the last two digits.
    pub prefix: &'static str,
    pub locality: &'static str,
    pub region: &'static str,
    pub postal_code: &'static str,
    pub latitude: &'static str,
    pub longitude: &'static str,
    pub texts: bool,
    pub address_requirements: &'static str,
}

const LOCAL: Place = Place {
    country: "US",
    toll_free: false,
    area_code: "",
    prefix: "",
    locality: "",
    region: "",
    postal_code: "",
    latitude: "",
    longitude: "",
    texts: true,
    address_requirements: "none",
};

const TOLL_FREE: Place = Place {
    toll_free: true,
    ..LOCAL
};

const fn us(
    area_code: &'static str,
    prefix: &'static str,
    locality: &'static str,
    region: &'static str,
    postal_code: &'static str,
    at: (&'static str, &'static str),
) -> Place {
    Place {
        area_code,
        prefix,
        locality,
        region,
        postal_code,
        latitude: at.0,
        longitude: at.1,
        ..LOCAL
    }
}

const fn toll_free(area_code: &'static str, prefix: &'static str, country: &'static str) -> Place {
    Place {
        country,
        area_code,
        prefix,
        ..TOLL_FREE
    }
}

pub(crate) const PLACES: &[Place] = &[
    us(
        "510",
        "+151055501",
        "Oakland",
        "CA",
        "94607",
        ("37.804400", "-122.270800"),
    ),
    us(
        "415",
        "+141555501",
        "San Francisco",
        "CA",
        "94103",
        ("37.774900", "-122.419400"),
    ),
    us(
        "206",
        "+120655501",
        "Seattle",
        "WA",
        "98101",
        ("47.606200", "-122.332100"),
    ),
    us(
        "303",
        "+130355501",
        "Denver",
        "CO",
        "80202",
        ("39.739200", "-104.990300"),
    ),
    us(
        "312",
        "+131255501",
        "Chicago",
        "IL",
        "60601",
        ("41.878100", "-87.629800"),
    ),
    us(
        "512",
        "+151255501",
        "Austin",
        "TX",
        "78701",
        ("30.267200", "-97.743100"),
    ),
    us(
        "617",
        "+161755501",
        "Boston",
        "MA",
        "02108",
        ("42.360100", "-71.058900"),
    ),
    us(
        "212",
        "+121255501",
        "New York",
        "NY",
        "10001",
        ("40.712800", "-74.006000"),
    ),
    us(
        "305",
        "+130555501",
        "Miami",
        "FL",
        "33101",
        ("25.761700", "-80.191800"),
    ),
    us(
        "404",
        "+140455501",
        "Atlanta",
        "GA",
        "30303",
        ("33.749000", "-84.388000"),
    ),
    Place {
        country: "CA",
        ..us(
            "416",
            "+141655501",
            "Toronto",
            "ON",
            "M5H",
            ("43.653200", "-79.383200"),
        )
    },
    Place {
        country: "CA",
        ..us(
            "604",
            "+160455501",
            "Vancouver",
            "BC",
            "V5K",
            ("49.282700", "-123.120700"),
        )
    },
    Place {
        country: "CA",
        address_requirements: "local",
        ..us(
            "514",
            "+151455501",
            "Montreal",
            "QC",
            "H2X",
            ("45.501700", "-73.567300"),
        )
    },
    Place {
        country: "GB",
        texts: false,
        address_requirements: "any",
        ..us(
            "",
            "+4420794600",
            "London",
            "",
            "",
            ("51.507400", "-0.127800"),
        )
    },
    toll_free("800", "+180055501", "US"),
    toll_free("833", "+183355501", "US"),
    toll_free("844", "+184455501", "CA"),
    Place {
        texts: false,
        ..toll_free("", "+4480815700", "GB")
    },
];
