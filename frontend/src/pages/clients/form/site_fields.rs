use super::site_inputs::{SiteInput, SiteInputs};
use crate::components::{Combobox, Field, FormState, Glyph, RowList, StatusBadge, Tone};
use crate::pages::company::{countries, zones};
use gangway_domain::values::{Country, Region};
use leptos::prelude::*;

/// Most sites of a client.
const MOST: usize = 50;

type Options = Signal<Vec<(String, String)>>;

/// The sites, to be added and removed; one of them is the headquarters.
#[component]
pub(super) fn SiteFields(form: FormState, inputs: SiteInputs) -> AnyView {
    let countries = countries();
    let list = RowList {
        form,
        at: "/sites",
        what: "site",
    };
    let rows = move || {
        let all = inputs.rows.get();
        let alone = all.len() == 1;
        let rows = all.into_iter().enumerate();
        rows.map(|(index, row)| site_row(list, inputs, countries, (index, row, alone)))
            .collect_view()
    };
    let full = move || inputs.rows.with(Vec::len) >= MOST;
    let add = move || {
        inputs.add();
        inputs.rows.with_untracked(Vec::len).saturating_sub(1)
    };
    view! { <div class="space-y-4">{rows} {list.foot(full, add)}</div> }.into_any()
}

fn site_row(
    list: RowList,
    inputs: SiteInputs,
    countries: Options,
    (index, row, alone): (usize, SiteInput, bool),
) -> AnyView {
    let (form, at) = (list.form, format!("/sites/{index}"));
    let pointer = |field: &str| format!("{at}/{field}");
    let fields = view! {
        <div class="flex min-h-8 items-center gap-4 pr-10">
            <h3>{list.title(index)}</h3>
            {headquarters(inputs, row, alone)}
        </div>
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
    };
    let remove = (!alone).then_some(move || inputs.remove(row.number));
    list.row(index, remove, fields.into_any())
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
