use super::progress::Spinner;
use super::{FailureAlert, FormState, Glyph, Icon, Look};
use crate::dom;
use leptos::prelude::*;

/// A form: fields, a summary when several are wrong, what went wrong as a whole, and the button that
/// says what it does.
#[component]
pub fn Form(
    form: FormState,
    #[prop(into)] on_submit: Callback<()>,
    /// The words on the button, such as "Send invitation".
    #[prop(into)]
    submit: Signal<String>,
    /// The words while it works, such as "Sending invitation…".
    #[prop(into)]
    busy: Signal<String>,
    /// What stands left of the button: Back, Cancel.
    #[prop(optional, into)]
    before: ViewFn,
    /// Makes the button as wide as the form.
    #[prop(optional)]
    wide: bool,
    /// For a form beside the page's main one.
    #[prop(optional)]
    plain: bool,
    children: Children,
) -> AnyView {
    let look = if plain { Look::Plain } else { Look::Primary };
    let width = if wide { "w-full" } else { "ml-auto" };
    let button = format!("{} {width}", look.class());
    view! {
        <form
            class="space-y-5"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                if !form.busy.get_untracked() {
                    on_submit.run(());
                }
            }
        >
            <Summary form />
            {children()}
            <FailureAlert failure=form.failure />
            <div class="form-actions flex flex-wrap items-center gap-3 pt-1">
                {before.run()}
                <button
                    type="submit"
                    class=button
                    aria-disabled=move || form.busy.get().to_string()
                    aria-busy=move || form.busy.get().to_string()
                >
                    <Show when=move || form.busy.get()>
                        <Spinner />
                    </Show>
                    {move || if form.busy.get() { busy.get() } else { submit.get() }}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Several errors at once, as links to their fields.
#[component]
fn Summary(form: FormState) -> AnyView {
    let lines = move || {
        let lines = form.summary();
        let worth_it = lines.len() > 1 || lines.iter().any(|(field, _)| field.is_none());
        worth_it.then(|| {
            let items: Vec<_> = lines
                .into_iter()
                .map(|(field, message)| line(field, message))
                .collect();
            view! {
                <div class="rounded border border-error p-4 text-sm" role="alert">
                    <p class="flex items-center gap-2 font-semibold">
                        <Icon glyph=Glyph::Warning class="size-5 text-error" />
                        "Some fields need another look"
                    </p>
                    <ul class="mt-2 list-disc space-y-1 pl-6">{items}</ul>
                </div>
            }
            .into_any()
        })
    };
    view! { {lines} }.into_any()
}

fn line(field: Option<(String, String)>, message: String) -> AnyView {
    let Some((id, label)) = field else {
        return view! { <li>{message}</li> }.into_any();
    };
    let href = format!("#{id}");
    view! {
        <li>
            <a
                class="link"
                href=href
                on:click=move |event| {
                    event.prevent_default();
                    dom::focus(&id);
                }
            >
                {label}
            </a>
            ": "
            {message}
        </li>
    }
    .into_any()
}
