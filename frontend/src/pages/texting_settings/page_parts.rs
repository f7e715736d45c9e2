use crate::components::{Button, FormState};
use gangway_domain::problem::ProblemCode;
use leptos::prelude::*;

/// Offers what somebody else saved meanwhile, where the form was refused for that.
#[component]
pub(super) fn Newest(form: FormState, on_press: Callback<()>) -> AnyView {
    let stale = move || {
        let failure = form.failure.get();
        failure.is_some_and(|failure| failure.is(ProblemCode::Stale))
    };
    view! {
        <Show when=stale>
            <Button label="Show the newest version" on_press small=true />
        </Show>
    }
    .into_any()
}
