use super::{About, Setting, Values, parse};

#[derive(Clone, Debug)]
pub struct Jobs {
    /// 0: this process works on no jobs.
    pub workers: usize,
}

static WORKERS: Setting<usize> = Setting {
    about: About {
        name: "GANGWAY_JOB_WORKERS",
        key: "jobs.workers",
        default: "2",
        secret: false,
        doc: "Jobs worked on at a time in this process: mails, numbers. 0 leaves them to other processes.",
    },
    parse: parse::number::<usize, 0, 64>,
};

pub(super) static TABLE: &[&About] = &[&WORKERS.about];

pub(super) fn read(values: &mut Values) -> Option<Jobs> {
    Some(Jobs {
        workers: values.get(&WORKERS)?,
    })
}
