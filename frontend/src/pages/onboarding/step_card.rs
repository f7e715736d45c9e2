use crate::dom;
use leptos::prelude::*;

/// One step: what it is, what it is for, and what to do.
#[component]
pub fn StepCard(
    #[prop(into)] title: String,
    #[prop(optional, into)] detail: Option<String>,
    children: Children,
) -> AnyView {
    dom::set_title(&title);
    view! {
        <section class="rounded border border-hairline bg-base-100 p-5 shadow-card sm:p-8">
            <h1 tabindex="-1" class="outline-none">
                {title}
            </h1>
            {detail.map(|detail| view! { <p class="mt-2 text-muted">{detail}</p> })}
            <div class="mt-6">{children()}</div>
        </section>
    }
    .into_any()
}

/// Back at the left, the optional way out, and what leads on at the right.
#[component]
pub fn StepFooter(
    #[prop(into)] on_back: Callback<()>,
    /// The optional way out.
    #[prop(optional, into)]
    way_out: ViewFn,
    /// What leads on.
    #[prop(optional, into)]
    on: ViewFn,
) -> AnyView {
    view! {
        <div class="mt-8 flex flex-wrap items-center gap-3 border-t border-hairline pt-5">
            <BackButton on_back />
            <div class="ml-auto flex flex-wrap items-center justify-end gap-3">
                {way_out.run()} {on.run()}
            </div>
        </div>
    }
    .into_any()
}

/// Goes one step back; what was typed stays.
#[component]
pub fn BackButton(on_back: Callback<()>) -> AnyView {
    view! {
        <crate::components::Button
            label="Back"
            icon=crate::components::Glyph::ArrowLeft
            look=crate::components::Look::Quiet
            class="-ml-4"
            on_press=on_back
        />
    }
    .into_any()
}

/// A link that leaves a step for later.
#[component]
pub fn WayOut(
    label: &'static str,
    #[prop(into)] busy: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> AnyView {
    view! {
        <button
            type="button"
            class="link px-2 py-1 text-sm"
            aria-disabled=move || busy.get().to_string()
            on:click=move |_| {
                if !busy.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {label}
        </button>
    }
    .into_any()
}
