//! What the mail says that an application is flooded.

use crate::browser_address::behaviors_and_styles;
