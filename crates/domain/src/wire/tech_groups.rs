//! Groups of a partner's staff that look after clients.

use super::wire;
use crate::ids::{PlaceId, TechGroupId};
use crate::roles::StaffRole;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { answer
    /// Somebody of a partner's staff in a few words.
    pub struct StaffBrief {
        /// Id of the place.
        pub id: PlaceId,
        /// First and last name, or the email while there is none.
        pub name: String,
        /// Email.
        pub email: String,
        /// Role.
        pub role: StaffRole,
        /// Whether they can act: neither only invited nor deactivated.
        pub is_active: bool,
    }
}

wire! { answer
    /// A group in a few words.
    pub struct TechGroupBrief {
        /// Id of the group.
        pub id: TechGroupId,
        /// What it is called.
        pub name: String,
    }
}

wire! { answer
    /// A group of a partner's staff.
    pub struct TechGroup {
        /// Id of the group.
        pub id: TechGroupId,
        /// What it is called.
        pub name: String,
        /// Who is in it, by name.
        pub members: Vec<StaffBrief>,
        /// How many clients it looks after.
        pub clients: u64,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { request
    /// A group as it is to be.
    pub struct SaveTechGroup {
        /// What it is called; unique among the partner's groups, without a comma.
        #[validate(custom(function = rules::group_name))]
        pub name: String,
        /// Up to 200 of the partner's staff.
        #[serde(default)]
        #[validate(length(max = 200, code = "too_many", message = "A group has at most 200 people."))]
        pub members: Vec<PlaceId>,
    }
}
