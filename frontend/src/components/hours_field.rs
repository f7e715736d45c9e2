use super::day_input::{DayInput, SpanInput};
use super::field_frame::fresh_id;
use super::{FormState, Glyph, Icon};
use crate::dom;
use gangway_domain::hours::MOST_SPANS;
use gangway_domain::problem::FieldError;
use leptos::prelude::*;

/// The hours of a day: spans to add and to take away, or closed.
#[component]
pub fn HoursField(
    form: FormState,
    /// JSON pointer of the day's list in the request, such as `/week/monday`.
    #[prop(into)]
    pointer: String,
    /// The day.
    #[prop(into)]
    label: String,
    day: DayInput,
    /// Leaves the day's name to screen readers.
    #[prop(optional)]
    quiet_label: bool,
    /// What else can be done with the day.
    #[prop(optional, into)]
    more: ViewFn,
) -> AnyView {
    let id = fresh_id();
    let (add_id, error_id) = (format!("{id}-add"), format!("{id}-error"));
    let labelled_by = id.clone();
    form.knows(&pointer, &label, &add_id);
    let at = StoredValue::new(pointer);
    let message = move || {
        let found = at.with_value(|at| wrong_under(&form.errors.get(), at));
        found.into_iter().next().map(|error| error.message)
    };
    Effect::new(move |before: Option<()>| {
        day.hours();
        if before.is_some() {
            look_again(form, &at.get_value());
        }
    });
    let row = Row {
        form,
        at,
        label: StoredValue::new(label.clone()),
        day,
        add_id: StoredValue::new(add_id.clone()),
        error_id: StoredValue::new(error_id.clone()),
    };
    let rows = move || {
        let spans = day.spans.get().into_iter().enumerate();
        spans
            .map(|(index, span)| row.show(index, span))
            .collect::<Vec<_>>()
    };
    let closed = move || day.spans.with(Vec::is_empty);
    let full = move || day.spans.with(|spans| spans.len() >= MOST_SPANS);
    let focus = add_id.clone();
    let add = move |_| {
        day.add();
        let number = day.made.get_value() - 1;
        let id = format!("{focus}-{number}");
        dom::soon(move || dom::focus(&id));
    };
    let name_class = if quiet_label {
        "sr-only"
    } else {
        "pt-2 text-sm font-semibold"
    };
    let frame = if quiet_label {
        "space-y-2"
    } else {
        "grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[6rem_minmax(0,1fr)]"
    };
    let add_label = format!("Add hours on {label}");
    view! {
        <div role="group" aria-labelledby=labelled_by class=frame>
            <p id=id class=name_class>{label}</p>
            <div class="min-w-0 space-y-2">
                {rows}
                {move || {
                    message()
                        .map(|message| {
                            view! {
                                <p class="form-error flex items-start gap-1" id=error_id.clone()>
                                    <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
                                    <span>{message}</span>
                                </p>
                            }
                        })
                }}
                <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <Show when=closed>
                        <span class="mr-2 text-sm text-muted">"Closed"</span>
                    </Show>
                    <button
                        type="button"
                        id=add_id
                        class="btn btn-ghost btn-sm -ml-2 scroll-mt-28"
                        class:hidden=full
                        aria-label=add_label
                        on:click=add
                    >
                        <Icon glyph=Glyph::Plus class="size-4" />
                        "Add hours"
                    </button>
                    {more.run()}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What is wrong with a day, or with a part of it.
fn wrong_under(errors: &[FieldError], at: &str) -> Vec<FieldError> {
    let under = |error: &&FieldError| {
        let rest = error.pointer.strip_prefix(at);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    errors.iter().filter(under).cloned().collect()
}

/// Looks again at what was wrong with a day that has changed: a message goes as soon as it is heeded.
fn look_again(form: FormState, at: &str) {
    for error in wrong_under(&form.errors.get_untracked(), at) {
        form.check_field(&error.pointer);
    }
}

/// What the rows of a day share.
#[derive(Clone, Copy)]
struct Row {
    form: FormState,
    at: StoredValue<String>,
    label: StoredValue<String>,
    day: DayInput,
    add_id: StoredValue<String>,
    error_id: StoredValue<String>,
}

impl Row {
    fn show(self, index: usize, span: SpanInput) -> AnyView {
        let label = self.label.get_value();
        let at = format!("{}/{index}", self.at.get_value());
        let ordinal = index + 1;
        let from_id = format!("{}-{}", self.add_id.get_value(), span.number);
        let until_id = format!("{from_id}-until");
        self.form.knows(&at, &label, &until_id);
        let remove = move |_| {
            self.day.remove(span.number);
            let id = self.add_id.get_value();
            dom::soon(move || dom::focus(&id));
        };
        view! {
            <div class="grid max-w-sm grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-center gap-2">
                {self.time(&from_id, format!("{label}, hours {ordinal}, from"), format!("{at}/from"), span.from, false)}
                <span class="text-sm text-muted">"to"</span>
                {self.time(&until_id, format!("{label}, hours {ordinal}, to"), format!("{at}/until"), span.until, true)}
                <button
                    type="button"
                    class="btn btn-ghost btn-sm btn-square"
                    aria-label=format!("Remove hours {ordinal} on {label}")
                    title="Remove"
                    on:click=remove
                >
                    <Icon glyph=Glyph::Cross class="size-4" />
                </button>
            </div>
        }
        .into_any()
    }

    /// One time. The whole day is looked at when its second time is left, not before.
    fn time(
        self,
        id: &str,
        label: String,
        pointer: String,
        value: RwSignal<String>,
        last: bool,
    ) -> AnyView {
        let form = self.form;
        form.knows(&pointer, &label, id);
        let span = pointer
            .rsplit_once('/')
            .map_or("", |(span, _)| span)
            .to_owned();
        let day = self.at.get_value();
        let wrong = {
            let (pointer, span, day) = (pointer.clone(), span.clone(), day.clone());
            Memo::new(move |_| {
                [&pointer, &span, &day]
                    .iter()
                    .any(|at| form.error(at).is_some())
            })
        };
        let described = move || wrong.get().then(|| self.error_id.get_value());
        view! {
            <input
                id=id.to_owned()
                type="time"
                class="input min-w-0 scroll-mt-28 px-2 max-sm:[&::-webkit-calendar-picker-indicator]:hidden"
                class:input-error=wrong
                aria-label=label
                aria-required="true"
                aria-invalid=move || wrong.get().to_string()
                aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:blur=move |event| {
                    form.left(&pointer, &event);
                    if last {
                        form.left(&span, &event);
                        form.left(&day, &event);
                    }
                }
            />
        }
        .into_any()
    }
}
