use std::path::PathBuf;

use secrecy::SecretString;
use url::Url;

use super::{About, Server, Setting, Values, parse};

/// Where files lie that people upload, and how many.
#[derive(Clone, Debug)]
pub struct Files {
    /// Where they lie without S3.
    pub folder: PathBuf,
    /// `None`: in the folder.
    pub s3: Option<S3>,
    /// Files of one partner.
    pub per_partner: u64,
    /// Bytes of one partner's files.
    pub bytes_per_partner: u64,
}

/// A bucket of something that speaks S3.
#[derive(Clone, Debug)]
pub struct S3 {
    pub endpoint: Url,
    pub bucket: String,
    pub region: String,
    pub key_id: String,
    pub secret: SecretString,
}

static ENDPOINT: Setting<Url> = Setting {
    about: About {
        name: "GANGWAY_S3_ENDPOINT",
        key: "files.s3_endpoint",
        default: "",
        secret: false,
        doc: "Address of an object store that speaks S3, such as https://s3.eu-central-1.amazonaws.com, for files that people upload. Several instances need one. Without it: the folder files in the data folder.",
    },
    parse: parse::origin,
};

static BUCKET: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_S3_BUCKET",
        key: "files.s3_bucket",
        default: "",
        secret: false,
        doc: "The bucket; it is Gangway's alone and not public.",
    },
    parse: parse::bucket,
};

static REGION: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_S3_REGION",
        key: "files.s3_region",
        default: "us-east-1",
        secret: false,
        doc: "Region of the bucket, as requests are signed for it.",
    },
    parse: parse::words,
};

static KEY_ID: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_S3_KEY_ID",
        key: "files.s3_key_id",
        default: "",
        secret: false,
        doc: "Id of the access key. It may list the bucket, and read, write and delete its objects.",
    },
    parse: parse::words,
};

static SECRET: Setting<SecretString> = Setting {
    about: About {
        name: "GANGWAY_S3_SECRET",
        key: "files.s3_secret",
        default: "",
        secret: true,
        doc: "Secret of the access key.",
    },
    parse: parse::secret,
};

static PER_PARTNER: Setting<u64> = Setting {
    about: About {
        name: "GANGWAY_FILES_PER_PARTNER",
        key: "files.per_partner",
        default: "10000",
        secret: false,
        doc: "Files that one partner may have.",
    },
    parse: parse::number::<u64, 0, 10_000_000>,
};

static MEGABYTES_PER_PARTNER: Setting<u64> = Setting {
    about: About {
        name: "GANGWAY_FILES_MEGABYTES_PER_PARTNER",
        key: "files.megabytes_per_partner",
        default: "2000",
        secret: false,
        doc: "Megabytes that the files of one partner may take.",
    },
    parse: parse::number::<u64, 0, 10_000_000>,
};

pub(super) static TABLE: &[&About] = &[
    &ENDPOINT.about,
    &BUCKET.about,
    &REGION.about,
    &KEY_ID.about,
    &SECRET.about,
    &PER_PARTNER.about,
    &MEGABYTES_PER_PARTNER.about,
];

pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Files> {
    let s3 = s3(values, server);
    let per_partner = values.get(&PER_PARTNER);
    let megabytes = values.get(&MEGABYTES_PER_PARTNER);
    Some(Files {
        folder: server?.data_dir.join("files"),
        s3,
        per_partner: per_partner?,
        bytes_per_partner: megabytes?.saturating_mul(1_000_000),
    })
}

fn s3(values: &mut Values, server: Option<&Server>) -> Option<S3> {
    let needed = [&ENDPOINT.about, &BUCKET.about, &KEY_ID.about, &SECRET.about];
    let given = needed.into_iter().find(|about| values.is_given(about));
    for about in needed {
        if let Some(given) = given
            && !values.is_given(about)
        {
            values.refuse(about, &format!("needed with {}", given.name));
        }
    }
    let endpoint = values.get(&ENDPOINT);
    let plain = |url: &Url| url.scheme() != "https";
    if server.is_some_and(Server::is_production) && endpoint.as_ref().is_some_and(plain) {
        values.refuse(&ENDPOINT.about, "must start with https:// in production");
    }
    let (bucket, region) = (values.get(&BUCKET), values.get(&REGION));
    let (key_id, secret) = (values.get(&KEY_ID), values.get(&SECRET));
    Some(S3 {
        endpoint: endpoint?,
        bucket: bucket?,
        region: region?,
        key_id: key_id?,
        secret: secret?,
    })
}
