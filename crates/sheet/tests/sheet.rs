//! Lists of clients, from their bytes to the verdict on every row.

#[cfg(test)]
mod sheet {
    mod any_input;
    mod corpus;
    mod headers;
    mod import;
    mod large;
    mod limits;
    mod manual;
    mod reading;
    mod refusals;
    mod verdicts;
    mod written;
}
