//! The contract itself: committed, complete, and sound.

mod docs_page;
mod document;
mod headers;
mod lint;
mod routes;
mod schemas;
