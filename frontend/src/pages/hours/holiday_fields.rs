use crate::components::{CheckBox, DayInput, Field, FormState, HoursField, RowList};
use gangway_domain::wire::Holiday;
use leptos::prelude::*;

/// A holiday as typed.
#[derive(Clone, Copy)]
struct HolidayInput {
    name: RwSignal<String>,
    on: RwSignal<String>,
    every_year: RwSignal<bool>,
    hours: DayInput,
}

/// Days that differ from the week, as typed.
#[derive(Clone, Copy)]
pub struct HolidayInputs {
    rows: RwSignal<Vec<HolidayInput>>,
    /// Rows live as long as the list, whichever of them asked for a new one.
    owner: StoredValue<Owner>,
}

impl HolidayInputs {
    pub fn new(holidays: &[Holiday]) -> Self {
        let inputs = Self {
            rows: RwSignal::new(Vec::new()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        inputs.set(holidays);
        inputs
    }

    pub fn set(self, holidays: &[Holiday]) {
        let rows = holidays.iter().map(|holiday| {
            let on = holiday.on.format("%Y-%m-%d").to_string();
            self.input(&holiday.name, on, holiday.every_year, holiday)
        });
        self.rows.set(rows.collect());
    }

    fn input(self, name: &str, on: String, every_year: bool, holiday: &Holiday) -> HolidayInput {
        self.owner.get_value().with(|| HolidayInput {
            name: RwSignal::new(name.to_owned()),
            on: RwSignal::new(on),
            every_year: RwSignal::new(every_year),
            hours: DayInput::new(&holiday.hours),
        })
    }

    fn add(self) {
        let input = self.input("", String::new(), false, &Holiday::default());
        self.rows.update(|rows| rows.push(input));
    }

    fn remove(self, index: usize) {
        self.rows.update(|rows| {
            if index < rows.len() {
                rows.remove(index);
            }
        });
    }

    /// The request. A day that is not complete is the first of all days, which the rules refuse.
    pub fn body(self) -> Vec<Holiday> {
        let rows = self.rows.get();
        let sent = |row: HolidayInput| Holiday {
            name: row.name.get(),
            on: row.on.get().parse().unwrap_or_default(),
            every_year: row.every_year.get(),
            hours: row.hours.hours(),
        };
        rows.into_iter().map(sent).collect()
    }
}

/// Days that differ from the week.
#[component]
pub fn HolidayFields(
    form: FormState,
    inputs: HolidayInputs,
    /// Where they stand in the request, such as `/holidays`.
    at: &'static str,
) -> AnyView {
    let list = RowList {
        form,
        at,
        what: "holiday",
    };
    let rows = move || {
        let rows = inputs.rows.get().into_iter().enumerate();
        rows.map(|(index, row)| holiday_row(list, inputs, index, row))
            .collect_view()
    };
    let add = move || {
        inputs.add();
        inputs.rows.with_untracked(Vec::len).saturating_sub(1)
    };
    view! {
        <fieldset class="space-y-4">
            <legend class="text-lg font-semibold">"Holidays"</legend>
            <p class="text-sm text-muted">
                "Days that differ from the week: closed, or with hours of their own."
            </p>
            {rows}
            {list.foot(|| false, add)}
        </fieldset>
    }
    .into_any()
}

fn holiday_row(list: RowList, inputs: HolidayInputs, index: usize, row: HolidayInput) -> AnyView {
    let (form, at) = (list.form, format!("{}/{index}", list.at));
    let fields = view! {
        <div class="grid gap-4 pr-10 sm:grid-cols-2">
            <Field form pointer=format!("{at}/name") label="Name" value=row.name placeholder="Thanksgiving" />
            <Field form pointer=format!("{at}/on") label="Day" value=row.on kind="date" />
        </div>
        <CheckBox label="Every year on this date" value=row.every_year />
        <HoursField
            form
            pointer=format!("{at}/hours")
            label=format!("holiday {}", index + 1)
            day=row.hours
            quiet_label=true
        />
    };
    list.row(index, Some(move || inputs.remove(index)), fields.into_any())
}
