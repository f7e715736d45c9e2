//! Rows of a list of clients against their rules.

#[cfg(test)]
mod client_rows {
    mod changes;
    mod custom_fields;
    mod faults;
    mod likeness;
    mod remedies;
    mod support;
    mod uniqueness;
}
