//! How the application looks: its fields, what visitors will see, and saving.

mod color_field;
mod editor;
mod fields;
mod preview;

pub use editor::LookEditor;
