//! When a client can be reached, and what visitors of its web site see then.

use super::wire;
use crate::ids::{ClientId, ScheduleId};
use crate::rules;
use chrono::{DateTime, Datelike as _, NaiveDate, Utc, Weekday};
use validator::Validate as _;

wire! { request
    /// Open from one time of a day to another, on the clock of the company's time zone. The end is out.
    #[validate(schema(function = rules::open_hours, skip_on_field_errors = true))]
    pub struct OpenHours {
        /// When it opens, `HH:MM`.
        #[validate(custom(function = rules::day_time))]
        #[cfg_attr(feature = "openapi", schema(pattern = r"^[0-9]{2}:[0-9]{2}$"))]
        pub from: String,
        /// When it closes, `HH:MM`, after `from`; `24:00` is the end of the day.
        #[validate(custom(function = rules::day_time))]
        #[cfg_attr(feature = "openapi", schema(pattern = r"^[0-9]{2}:[0-9]{2}$"))]
        pub until: String,
    }
}

wire! { request
    /// The hours of each day of a week: up to 8 spans that do not overlap; none for closed.
    pub struct WeekHours {
        /// On Mondays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub monday: Vec<OpenHours>,
        /// On Tuesdays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub tuesday: Vec<OpenHours>,
        /// On Wednesdays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub wednesday: Vec<OpenHours>,
        /// On Thursdays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub thursday: Vec<OpenHours>,
        /// On Fridays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub friday: Vec<OpenHours>,
        /// On Saturdays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub saturday: Vec<OpenHours>,
        /// On Sundays.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub sunday: Vec<OpenHours>,
    }
}

wire! { request
    /// A day that differs from its day of the week.
    pub struct Holiday {
        /// What the day is called.
        #[validate(custom(function = rules::holiday_name))]
        pub name: String,
        /// The day, from 2000 to 2199.
        #[validate(custom(function = rules::holiday_date))]
        pub on: NaiveDate,
        /// Whether it comes again every year on the same day of the same month. A holiday of one year
        /// goes before one of every year on the same day.
        #[serde(default)]
        pub every_year: bool,
        /// The hours of that day instead of the week's; none for closed.
        #[serde(default)]
        #[validate(custom(function = rules::hours_of_a_day), nested)]
        pub hours: Vec<OpenHours>,
    }
}

wire! { request
    /// A schedule as it is to be.
    pub struct SaveSchedule {
        /// What it is called; unique among the client's schedules.
        #[validate(custom(function = rules::schedule_name))]
        pub name: String,
        /// The hours of a week.
        #[validate(nested)]
        pub week: WeekHours,
        /// Up to 100 days that differ.
        #[serde(default)]
        #[validate(custom(function = rules::holidays), nested)]
        pub holidays: Vec<Holiday>,
    }
}

wire! { answer
    /// When a client can be reached.
    pub struct Schedule {
        /// Id of the schedule.
        pub id: ScheduleId,
        /// The client.
        pub client_id: ClientId,
        /// What it is called.
        pub name: String,
        /// The hours of a week, on the clock of the company's time zone.
        pub week: WeekHours,
        /// Days that differ, in order.
        pub holidays: Vec<Holiday>,
        /// The applications that follow it.
        pub used_by: Vec<ApplicationKind>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { choice
    /// What visitors of a client's web site can do.
    pub enum ApplicationKind {
        /// Call the company.
        CallUsNow,
        /// Text the company.
        TextUs,
    }
}

wire! { answer
    /// Something that visitors of a client's web site are offered.
    pub struct WidgetApplication {
        /// What it is.
        pub kind: ApplicationKind,
        /// Whether it is offered at all.
        pub enabled: bool,
        /// The schedule it follows; null for all hours.
        pub schedule_id: Option<ScheduleId>,
        /// The number that visitors call, E.164; null for Text Us, which uses the client's own number.
        pub phone_number: Option<String>,
        /// When it was last changed; null when it never was.
        pub updated_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// How an application is to be.
    pub struct SaveApplication {
        /// Whether it is offered at all.
        pub enabled: bool,
        /// The schedule it follows; null for all hours.
        #[serde(default)]
        pub schedule_id: Option<ScheduleId>,
        /// The number that visitors call: needed to offer Call Us Now, and null for Text Us.
        #[serde(default)]
        #[validate(custom(function = rules::optional_phone_number))]
        pub phone_number: Option<String>,
    }
}

wire! { choice
    /// Why an application is there for visitors, or is not.
    pub enum AvailabilityReason {
        /// It is there at all hours.
        Always,
        /// Its schedule is open.
        Open,
        /// Its schedule is closed.
        Closed,
        /// It is switched off.
        SwitchedOff,
        /// There is no number to call or to text.
        NoNumber,
    }
}

wire! { answer
    /// Whether one application is there for visitors.
    pub struct ApplicationAvailability {
        /// The application.
        pub kind: ApplicationKind,
        /// Whether visitors see it.
        pub shown: bool,
        /// Why.
        pub reason: AvailabilityReason,
        /// What its schedule is called; null for all hours.
        pub schedule: Option<String>,
        /// The holiday that decides it.
        pub holiday: Option<String>,
        /// When that changes by the schedule; null when it does not within two years.
        pub changes_at: Option<DateTime<Utc>>,
    }
}

wire! { answer
    /// What a visitor of a client's web site sees at some time.
    pub struct Availability {
        /// The time.
        pub at: DateTime<Utc>,
        /// The same on the clock of the company, without an offset.
        pub local: String,
        /// The company's time zone; UTC until Company Info says it.
        pub time_zone: String,
        /// Every application.
        pub applications: Vec<ApplicationAvailability>,
    }
}

impl WeekHours {
    /// The hours of a day.
    pub fn of(&self, day: Weekday) -> &Vec<OpenHours> {
        match day {
            Weekday::Mon => &self.monday,
            Weekday::Tue => &self.tuesday,
            Weekday::Wed => &self.wednesday,
            Weekday::Thu => &self.thursday,
            Weekday::Fri => &self.friday,
            Weekday::Sat => &self.saturday,
            Weekday::Sun => &self.sunday,
        }
    }

    /// The hours of every day, to change them.
    pub fn all_mut(&mut self) -> [&mut Vec<OpenHours>; 7] {
        let Self {
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            saturday,
            sunday,
        } = self;
        [
            monday, tuesday, wednesday, thursday, friday, saturday, sunday,
        ]
    }

    /// The hours of a day, to change them.
    pub fn of_mut(&mut self, day: Weekday) -> &mut Vec<OpenHours> {
        match day {
            Weekday::Mon => &mut self.monday,
            Weekday::Tue => &mut self.tuesday,
            Weekday::Wed => &mut self.wednesday,
            Weekday::Thu => &mut self.thursday,
            Weekday::Fri => &mut self.friday,
            Weekday::Sat => &mut self.saturday,
            Weekday::Sun => &mut self.sunday,
        }
    }
}

impl Holiday {
    /// The day it is on: of one year, or of year 0 when it comes every year.
    pub fn key(&self) -> (i32, u32, u32) {
        let year = if self.every_year { 0 } else { self.on.year() };
        (year, self.on.month(), self.on.day())
    }

    /// Whether it is on that day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        let year = if self.every_year { 0 } else { day.year() };
        self.key() == (year, day.month(), day.day())
    }
}

impl ApplicationKind {
    /// Every application, in the order shown.
    pub const ALL: [Self; 2] = [Self::CallUsNow, Self::TextUs];

    /// The application as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CallUsNow => "call_us_now",
            Self::TextUs => "text_us",
        }
    }

    /// The application as a person reads it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CallUsNow => "Call Us Now",
            Self::TextUs => "Text Us",
        }
    }

    /// The application of that stored name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl std::str::FromStr for ApplicationKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(())
    }
}
