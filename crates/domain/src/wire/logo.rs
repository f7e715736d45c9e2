//! The logo of a client.

use super::wire;
use crate::ids::FileId;
use chrono::{DateTime, Utc};

wire! { answer
    /// The logo of a client, as it was kept.
    pub struct Logo {
        /// Which file; every upload makes another one.
        pub id: FileId,
        /// What the uploaded file was called, without what does not belong into a name.
        pub name: String,
        /// The media type it is served as, whatever was uploaded.
        pub media_type: String,
        /// The width of the uploaded picture, in pixels.
        pub width: u32,
        /// Its height, in pixels.
        pub height: u32,
        /// The squares it is kept to fit into, in pixels; none enlarges it.
        pub sizes: Vec<u32>,
        /// When it was uploaded.
        pub created_at: DateTime<Utc>,
    }
}
