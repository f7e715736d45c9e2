use super::{About, Setting, Values, parse};

#[derive(Clone, Debug)]
pub struct Jobs {
    /// 0: this process works on no jobs.
    pub workers: usize,
    pub mails_at_once: usize,
    pub numbers_at_once: usize,
}

static WORKERS: Setting<usize> = Setting {
    about: About {
        name: "GANGWAY_JOB_WORKERS",
        key: "jobs.workers",
        default: "12",
        secret: false,
        doc: "Jobs worked on at a time in this process, of all kinds. With fewer than the kinds may take together, the urgent ones go first. 0 leaves them to other processes.",
    },
    parse: parse::number::<usize, 0, 64>,
};

static MAILS_AT_ONCE: Setting<usize> = Setting {
    about: About {
        name: "GANGWAY_MAILS_AT_ONCE",
        key: "jobs.mails_at_once",
        default: "5",
        secret: false,
        doc: "Mails handed to the mail server at a time by this process. One partner gets all of them but one, so that the next never waits.",
    },
    parse: parse::number::<usize, 1, 64>,
};

static NUMBERS_AT_ONCE: Setting<usize> = Setting {
    about: About {
        name: "GANGWAY_NUMBERS_AT_ONCE",
        key: "jobs.numbers_at_once",
        default: "5",
        secret: false,
        doc: "Phone numbers bought at a time by this process. One partner gets all of them but one.",
    },
    parse: parse::number::<usize, 1, 64>,
};

pub(super) static TABLE: &[&About] =
    &[&WORKERS.about, &MAILS_AT_ONCE.about, &NUMBERS_AT_ONCE.about];

pub(super) fn read(values: &mut Values) -> Option<Jobs> {
    let workers = values.get(&WORKERS);
    let mails_at_once = values.get(&MAILS_AT_ONCE);
    let numbers_at_once = values.get(&NUMBERS_AT_ONCE);
    Some(Jobs {
        workers: workers?,
        mails_at_once: mails_at_once?,
        numbers_at_once: numbers_at_once?,
    })
}
