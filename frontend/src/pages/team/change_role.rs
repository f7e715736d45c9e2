use super::new_user::grantable;
use super::users::UsersPage;
use crate::components::{Button, Dialog, Form, FormState, RadioCards, Toasts};
use gangway_api_client::Tagged;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ChangeUserRole, User};
use leptos::prelude::*;

/// The dialog that gives a staff member another role; open while `page.changing` is set.
#[component]
pub(super) fn ChangeRole(page: UsersPage) -> AnyView {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    Effect::new(move |_| {
        let asked = page.changing.with(Option::is_some);
        if open.get_untracked() != asked {
            open.set(asked);
        }
    });
    Effect::new(move |_| {
        if !open.get() && page.changing.with_untracked(Option::is_some) {
            page.changing.set(None);
        }
    });
    let title = move || {
        page.changing
            .get()
            .map(|user| format!("Role of {}", user.display_name()))
            .unwrap_or_default()
    };
    view! {
        <Dialog open title=Signal::derive(title) held=busy>
            {move || page.changing.get().map(|user| fields(page, user, open, busy))}
        </Dialog>
    }
    .into_any()
}

fn fields(page: UsersPage, user: User, open: RwSignal<bool>, held: RwSignal<bool>) -> AnyView {
    let form = FormState::new();
    let role = RwSignal::new(user.role.as_str().to_owned());
    Effect::new(move |_| held.set(form.busy.get()));
    let submit = move || {
        let Some(role) = StaffRole::parse(&role.get_untracked()) else {
            return;
        };
        let (api, id) = (page.session.api(), user.id);
        form.submit(
            ChangeUserRole { role },
            move |body, _| async move {
                let read = api.read_user(id).await?;
                api.change_user_role(id, &body, &read.etag).await
            },
            move |changed: Tagged<User>| {
                let user = changed.value;
                Toasts::get().say(format!(
                    "{} is {} now",
                    user.display_name(),
                    user.role.title()
                ));
                open.set(false);
                page.users.refresh();
            },
        );
    };
    let cancel =
        move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any();
    view! {
        <Form form on_submit=submit submit="Save role" busy="Saving role…" before=cancel>
            <RadioCards legend="Role" quiet_legend=true value=role choices=grantable(page.session) />
        </Form>
    }
    .into_any()
}
