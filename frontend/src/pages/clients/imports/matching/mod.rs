//! Another layout: what each column of a file is read as.

mod choices;
mod form;

pub(super) use form::Matching;
