use crate::components::{
    Button, Choice, Dialog, Field, Form, FormState, Select, Toasts, errors_of,
};
use crate::session::Session;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::{InviteUser, User};
use leptos::prelude::*;

/// The roles one may give, as cards.
pub(super) fn grantable(session: Session) -> Vec<Choice> {
    let mine = untrack(|| session.place()).map(|place| place.role);
    let may = |role: &StaffRole| matches!(mine, Some(Role::Staff(mine)) if mine.may_grant(*role));
    let roles = StaffRole::ALL.into_iter().filter(may);
    roles
        .map(|role| Choice::new(role.as_str(), role.title(), role.purpose()))
        .collect()
}

/// The dialog that invites a staff member.
#[component]
pub(super) fn NewUser(open: RwSignal<bool>, #[prop(into)] on_done: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    view! {
        <Dialog open title="New user" held=busy>
            {move || fields(open, busy, on_done)}
        </Dialog>
    }
    .into_any()
}

fn fields(open: RwSignal<bool>, held: RwSignal<bool>, on_done: Callback<()>) -> AnyView {
    let session = Session::get();
    let text = || RwSignal::new(String::new());
    let (first, last, email) = (text(), text(), text());
    let role = RwSignal::new(StaffRole::Technician.as_str().to_owned());
    let body = move || InviteUser {
        first_name: first.get_untracked(),
        last_name: last.get_untracked(),
        email: email.get_untracked(),
        role: role.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| held.set(form.busy.get()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, key| async move { api.invite_user(&body, &key).await },
            move |user: User| {
                Toasts::get().say(format!("Invitation sent to {}", user.email));
                open.set(false);
                on_done.run(());
            },
        );
    };
    let options = grantable(session)
        .into_iter()
        .map(|choice| (choice.value, choice.title))
        .collect();
    let purpose = move || StaffRole::parse(&role.get()).map(StaffRole::purpose);
    let cancel =
        move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any();
    view! {
        <Form form on_submit=submit submit="Send invitation" busy="Sending invitation…" before=cancel>
            <div class="grid gap-5 sm:grid-cols-2 sm:gap-3">
                <Field form pointer="/first_name" label="First Name" value=first focused=true />
                <Field form pointer="/last_name" label="Last Name" value=last />
            </div>
            <Field form pointer="/email" label="Email" value=email kind="email" />
            <div>
                <Select form pointer="/role" label="Role" value=role options=Signal::stored(options) />
                <p class="mt-1 text-sm text-muted" aria-live="polite">
                    {purpose}
                </p>
            </div>
        </Form>
    }
    .into_any()
}
