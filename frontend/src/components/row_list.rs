use super::{Button, FormState, Glyph, Icon};
use crate::dom;
use leptos::prelude::*;

/// Rows of a form that are added and removed, such as the sites of a client.
#[derive(Clone, Copy)]
pub struct RowList {
    pub form: FormState,
    /// Where they stand in the request, such as `/sites`.
    pub at: &'static str,
    /// What one is called, such as "site".
    pub what: &'static str,
}

impl RowList {
    /// "Site 2"
    pub fn title(self, index: usize) -> String {
        let (first, rest) = self.what.split_at(1);
        format!("{}{rest} {}", first.to_uppercase(), index + 1)
    }

    /// A row, with the way out where there is one.
    pub fn row(
        self,
        index: usize,
        remove: Option<impl Fn() + 'static>,
        fields: AnyView,
    ) -> AnyView {
        let button = remove.map(|remove| {
            let press = move |_| {
                remove();
                dom::soon(move || dom::focus(&self.add_id()));
            };
            view! {
                <button
                    type="button"
                    class="btn btn-ghost btn-sm btn-square absolute right-2 top-3"
                    aria-label=format!("Remove {} {}", self.what, index + 1)
                    title="Remove"
                    on:click=press
                >
                    <Icon glyph=Glyph::Cross class="size-4" />
                </button>
            }
        });
        view! {
            <div
                id=self.row_id(index)
                role="group"
                aria-label=self.title(index)
                class="relative space-y-5 rounded border border-hairline p-4"
            >
                {fields}
                {button}
            </div>
        }
        .into_any()
    }

    /// What is wrong with all of them, and the way to add one. `add` tells the index of the new row.
    pub fn foot(
        self,
        full: impl Fn() -> bool + Send + Sync + 'static,
        add: impl Fn() -> usize + Send + Sync + 'static,
    ) -> AnyView {
        let wrong = move || {
            self.form.error(self.at).map(|message| {
                view! {
                    <p class="form-error flex items-start gap-1" role="alert">
                        <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
                        <span>{message}</span>
                    </p>
                }
            })
        };
        let press = move || {
            let index = add();
            dom::soon(move || dom::soon(move || self.focus_first(index)));
        };
        view! {
            {wrong}
            <div id=self.add_id() tabindex="-1" class="outline-none">
                <Button
                    label=format!("Add a {}", self.what)
                    icon=Glyph::Plus
                    disabled=Signal::derive(full)
                    on_press=press
                />
            </div>
        }
        .into_any()
    }

    fn focus_first(self, index: usize) {
        let row = dom::element(&self.row_id(index));
        let input = row.and_then(|row| row.query_selector("input[type=text]").ok().flatten());
        if let Some(input) = input {
            dom::focus(&input.id());
        }
    }

    fn row_id(self, index: usize) -> String {
        format!("{}-{index}", self.what)
    }

    fn add_id(self) -> String {
        format!("add-{}", self.what)
    }
}
