use crate::components::{Button, CheckBox, DayInput, Field, FormState, Glyph, HoursField, Icon};
use crate::dom;
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

/// Where the list of holidays takes the focus.
const ADD: &str = "add-holiday";

/// Days that differ from the week.
#[component]
pub fn HolidayFields(
    form: FormState,
    inputs: HolidayInputs,
    /// Where they stand in the request, such as `/holidays`.
    at: &'static str,
) -> AnyView {
    let rows = move || {
        let rows = inputs.rows.get().into_iter().enumerate();
        rows.map(|(index, row)| holiday_row(form, inputs, format!("{at}/{index}"), index, row))
            .collect_view()
    };
    let wrong = move || form.error(at);
    let add = move || {
        inputs.add();
        let last = inputs.rows.with_untracked(Vec::len) - 1;
        dom::soon(move || dom::soon(move || focus_name(last)));
    };
    view! {
        <fieldset class="space-y-4">
            <legend class="text-lg font-semibold">"Holidays"</legend>
            <p class="text-sm text-muted">
                "Days that differ from the week: closed, or with hours of their own."
            </p>
            {rows}
            {move || {
                wrong()
                    .map(|message| {
                        view! {
                            <p class="form-error flex items-start gap-1" role="alert">
                                <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
                                <span>{message}</span>
                            </p>
                        }
                    })
            }}
            <div id=ADD tabindex="-1" class="outline-none">
                <Button label="Add a holiday" icon=Glyph::Plus on_press=add />
            </div>
        </fieldset>
    }
    .into_any()
}

fn holiday_row(
    form: FormState,
    inputs: HolidayInputs,
    at: String,
    index: usize,
    row: HolidayInput,
) -> AnyView {
    let ordinal = index + 1;
    let remove = move |_| {
        inputs.remove(index);
        dom::soon(|| dom::focus(ADD));
    };
    view! {
        <div
            id=row_id(index)
            role="group"
            aria-label=format!("Holiday {ordinal}")
            class="relative space-y-4 rounded border border-hairline p-4"
        >
            <div class="grid gap-4 pr-10 sm:grid-cols-2">
                <Field form pointer=format!("{at}/name") label="Name" value=row.name placeholder="Thanksgiving" />
                <Field form pointer=format!("{at}/on") label="Day" value=row.on kind="date" />
            </div>
            <CheckBox label="Every year on this date" value=row.every_year />
            <HoursField
                form
                pointer=format!("{at}/hours")
                label=format!("holiday {ordinal}")
                day=row.hours
                quiet_label=true
            />
            <button
                type="button"
                class="btn btn-ghost btn-sm btn-square absolute right-2 top-2"
                aria-label=format!("Remove holiday {ordinal}")
                title="Remove"
                on:click=remove
            >
                <Icon glyph=Glyph::Cross class="size-4" />
            </button>
        </div>
    }
    .into_any()
}

fn row_id(index: usize) -> String {
    format!("holiday-{index}")
}

fn focus_name(index: usize) {
    let row = dom::element(&row_id(index));
    let input = row.and_then(|row| row.query_selector("input").ok().flatten());
    if let Some(input) = input {
        dom::focus(&input.id());
    }
}
