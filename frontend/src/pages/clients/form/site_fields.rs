use super::site_inputs::{SiteInput, SiteInputs};
use crate::components::{Button, Combobox, Field, FormState, Glyph, Icon, StatusBadge, Tone};
use crate::dom;
use crate::pages::company::{countries, zones};
use gangway_domain::values::{Country, Region};
use leptos::prelude::*;

/// Where the list of sites takes the focus.
const ADD: &str = "add-site";
/// Most sites of a client.
const MOST: usize = 50;

type Options = Signal<Vec<(String, String)>>;

/// The sites, to be added and removed; one of them is the headquarters.
#[component]
pub(super) fn SiteFields(form: FormState, inputs: SiteInputs) -> AnyView {
    let countries = countries();
    let rows = move || {
        let all = inputs.rows.get();
        let alone = all.len() == 1;
        let rows = all.into_iter().enumerate();
        rows.map(|(index, row)| site_row(form, inputs, countries, (index, row, alone)))
            .collect_view()
    };
    let wrong = move || {
        form.error("/sites").map(|message| {
            view! {
                <p class="form-error flex items-start gap-1" role="alert">
                    <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
                    <span>{message}</span>
                </p>
            }
        })
    };
    let full = Signal::derive(move || inputs.rows.with(Vec::len) >= MOST);
    let add = move || {
        inputs.add();
        let last = inputs.rows.with_untracked(Vec::len).saturating_sub(1);
        dom::soon(move || dom::soon(move || focus_name(last)));
    };
    view! {
        <div class="space-y-4">
            {rows} {wrong}
            <div id=ADD tabindex="-1" class="outline-none">
                <Button label="Add a site" icon=Glyph::Plus disabled=full on_press=add />
            </div>
        </div>
    }
    .into_any()
}

fn site_row(
    form: FormState,
    inputs: SiteInputs,
    countries: Options,
    (index, row, alone): (usize, SiteInput, bool),
) -> AnyView {
    let (at, ordinal) = (format!("/sites/{index}"), index + 1);
    let pointer = |field: &str| format!("{at}/{field}");
    view! {
        <div
            id=row_id(index)
            role="group"
            aria-label=format!("Site {ordinal}")
            class="relative space-y-5 rounded border border-hairline p-4"
        >
            <div class="flex min-h-8 items-center gap-4 pr-10">
                <h3>{format!("Site {ordinal}")}</h3>
                {headquarters(inputs, row, alone)}
            </div>
            {(!alone).then(|| remove_button(inputs, row.number, ordinal))}
            <div class="grid gap-5 sm:grid-cols-2">
                <Field form pointer=pointer("name") label="Site name" value=row.name placeholder="Main office" />
                <Combobox
                    form
                    pointer=pointer("time_zone")
                    label="Time zone"
                    value=row.time_zone
                    options=zones(row.time_zone)
                />
            </div>
            {address(form, &at, row, countries)}
        </div>
    }
    .into_any()
}

fn address(form: FormState, at: &str, row: SiteInput, countries: Options) -> AnyView {
    let pointer = |field: &str| format!("{at}/{field}");
    view! {
        <div class="grid gap-5 sm:grid-cols-2">
            <Combobox
                form
                pointer=pointer("country")
                label="Country"
                value=row.country
                options=countries
                optional=true
            />
            {region(form, pointer("region"), row)}
            <Field form pointer=pointer("city") label="City" value=row.city optional=true />
            <Field form pointer=pointer("postal_code") label="Postal code" value=row.postal_code optional=true />
        </div>
        <Field
            form
            pointer=pointer("address_line1")
            label="Street and number"
            value=row.address_line1
            optional=true
        />
        <Field
            form
            pointer=pointer("address_line2")
            label="Suite, floor, building"
            value=row.address_line2
            optional=true
        />
    }
    .into_any()
}

/// The part of the country, where the country has parts. Another country has others.
fn region(form: FormState, pointer: String, row: SiteInput) -> AnyView {
    let options = Signal::derive(move || {
        let country = Country::parse(&row.country.get()).ok();
        let regions = country.into_iter().flat_map(Region::all_of);
        let mut regions: Vec<_> = regions
            .map(|region| (region.as_str().to_owned(), region.name().to_owned()))
            .collect();
        regions.sort_by(|(_, one), (_, other)| one.cmp(other));
        regions
    });
    Effect::new(move |before: Option<String>| {
        let country = row.country.get();
        if before.is_some_and(|before| before != country) {
            let known = options.with_untracked(|options| {
                let region = row.region.get_untracked();
                options.iter().any(|(code, _)| *code == region)
            });
            if !known {
                row.region.set(String::new());
            }
        }
        country
    });
    let divided = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let pointer = StoredValue::new(pointer);
    view! {
        <Show when=move || divided.get()>
            <Combobox
                form
                pointer=pointer.get_value()
                label="State or region"
                value=row.region
                options
                optional=true
            />
        </Show>
    }
    .into_any()
}

/// Which one it is, where there are several.
fn headquarters(inputs: SiteInputs, row: SiteInput, alone: bool) -> AnyView {
    if alone {
        return view! { <StatusBadge tone=Tone::Active glyph=Glyph::Building label="Headquarters" /> }
            .into_any();
    }
    view! {
        <label class="flex cursor-pointer items-center gap-2 text-sm">
            <input
                type="radio"
                name="headquarters"
                class="radio radio-sm checked:[--input-color:var(--brand-text)]"
                prop:checked=move || inputs.headquarters.get() == row.number
                on:change=move |_| inputs.headquarters.set(row.number)
            />
            "Headquarters"
        </label>
    }
    .into_any()
}

fn remove_button(inputs: SiteInputs, number: u32, ordinal: usize) -> AnyView {
    let remove = move |_| {
        inputs.remove(number);
        dom::soon(|| dom::focus(ADD));
    };
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm btn-square absolute right-2 top-3"
            aria-label=format!("Remove site {ordinal}")
            title="Remove"
            on:click=remove
        >
            <Icon glyph=Glyph::Cross class="size-4" />
        </button>
    }
    .into_any()
}

fn row_id(index: usize) -> String {
    format!("site-{index}")
}

fn focus_name(index: usize) {
    let row = dom::element(&row_id(index));
    let input = row.and_then(|row| row.query_selector("input[type=text]").ok().flatten());
    if let Some(input) = input {
        dom::focus(&input.id());
    }
}
