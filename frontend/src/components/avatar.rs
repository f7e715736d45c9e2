use leptos::prelude::*;

/// A person's initials in a circle, beside the name.
#[component]
pub fn Avatar(#[prop(into)] name: Signal<String>) -> AnyView {
    let initials = move || {
        let name = name.get();
        let letters = name
            .split(['@', ' ', '.'])
            .filter_map(|word| word.chars().next());
        letters.take(2).collect::<String>().to_uppercase()
    };
    view! {
        <span
            class="inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-base-300 text-xs font-semibold"
            aria-hidden="true"
        >
            {initials}
        </span>
    }
    .into_any()
}
