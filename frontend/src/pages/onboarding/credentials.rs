use super::StepCard;
use crate::components::{Button, Definition, Definitions, Look};
use crate::route;
use crate::session::Session;
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// Looks back at the first step, which the invitation's page did.
#[component]
pub fn CredentialsStep() -> AnyView {
    let me = untrack(|| Session::get().me());
    let (name, email) = me
        .map(|me| (format!("{} {}", me.first_name, me.last_name), me.email))
        .unwrap_or_default();
    let on = move || route::go(&route::step_path(Step::CompanyInfo));
    view! {
        <StepCard title="Credentials" detail="You have your account and are signed in.">
            <Definitions>
                <Definition term="Name">{name}</Definition>
                <Definition term="Email">{email}</Definition>
                <Definition term="Role">"Company Administrator"</Definition>
            </Definitions>
            <div class="mt-8 flex justify-end border-t border-hairline pt-5">
                <Button label="Continue" look=Look::Primary on_press=on />
            </div>
        </StepCard>
    }
    .into_any()
}
