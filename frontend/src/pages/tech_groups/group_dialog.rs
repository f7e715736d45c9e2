use super::groups_page::GroupsPage;
use crate::components::{
    Button, CheckBoxes, Choice, Conflict, Dialog, Edited, Field, Form, FormState, LoadStates,
    Toasts, errors_of,
};
use gangway_api_client::Tagged;
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::wire::{RecordChoices, SaveTechGroup, StaffBrief, TechGroup};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the dialog is open for.
#[derive(Clone)]
pub(super) enum Editing {
    /// A new one.
    New,
    /// One as it was read, with its version.
    Of(Tagged<TechGroup>),
}

/// Opens the dialog over the newest version.
pub(super) fn edit(page: GroupsPage, id: TechGroupId) {
    spawn_local(async move {
        match page.session.api().read_tech_group(id).await {
            Ok(read) => drop(page.editing.try_set(Some(Editing::Of(read)))),
            Err(failure) => {
                Toasts::get().fail(&failure);
                page.groups.refresh();
            }
        }
    });
}

/// The dialog that makes a group or changes it.
#[component]
pub(super) fn GroupDialog(page: GroupsPage) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| open.set(page.editing.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && page.editing.with_untracked(Option::is_some) {
            page.editing.set(None);
        }
    });
    let title = move || match page.editing.get() {
        Some(Editing::Of(_)) => "Edit group",
        _ => "New group",
    };
    let body = move |editing: Editing| {
        let ready = move |choices| fields(page, editing.clone(), &choices, busy);
        view! { <LoadStates load=page.choices ready rows=3 /> }.into_any()
    };
    view! {
        <Dialog open title=Signal::derive(move || title().to_owned()) wide=true held=busy>
            {move || page.editing.get().map(body)}
        </Dialog>
    }
    .into_any()
}

/// A group as typed.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    members: RwSignal<Vec<String>>,
}

impl Fields {
    fn take(self, group: &TechGroup) {
        self.name.set(group.name.clone());
        let members = group.members.iter().map(|one| one.id.to_string());
        self.members.set(members.collect());
    }

    fn body(self) -> SaveTechGroup {
        let members = self.members.get_untracked();
        let members = members.iter().filter_map(|id| id.parse::<PlaceId>().ok());
        SaveTechGroup {
            name: self.name.get_untracked(),
            members: members.collect(),
        }
    }
}

fn fields(
    page: GroupsPage,
    editing: Editing,
    choices: &RecordChoices,
    held: RwSignal<bool>,
) -> AnyView {
    let fields = Fields {
        name: RwSignal::new(String::new()),
        members: RwSignal::new(Vec::new()),
    };
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    Effect::new(move |_| held.set(form.busy.get()));
    let (conflict, people, submit) = match editing {
        Editing::New => {
            let submit = Callback::new(move |()| create(page, form, fields));
            (None, people(&choices.staff, &[]), submit)
        }
        Editing::Of(read) => {
            fields.take(&read.value);
            let people = people(&choices.staff, &read.value.members);
            let edited = Edited::of(read);
            let take = move |theirs: Tagged<TechGroup>| fields.take(&theirs.value);
            let conflict = view! { <Conflict edited form take /> };
            let submit = Callback::new(move |()| save(page, form, edited, fields));
            (Some(conflict), people, submit)
        }
    };
    let cancel = move || {
        view! { <Button label="Cancel" on_press=move || page.editing.set(None) /> }.into_any()
    };
    view! {
        <div class="space-y-5">
            {conflict}
            <Form form on_submit=submit submit="Save group" busy="Saving…" before=cancel>
                <Field form pointer="/name" label="Name" value=fields.name focused=true placeholder="Service Desk" />
                <CheckBoxes form pointer="/members" legend="People" chosen=fields.members choices=people />
            </Form>
        </div>
    }
    .into_any()
}

/// The active staff, and those of the group who are no longer.
fn people(staff: &[StaffBrief], members: &[StaffBrief]) -> Vec<Choice> {
    let choice = |one: &StaffBrief| {
        let name = if one.is_active {
            one.name.clone()
        } else {
            format!("{} (deactivated)", one.name)
        };
        Choice::new(one.id.to_string(), name, one.email.clone())
    };
    let gone = members
        .iter()
        .filter(|member| staff.iter().all(|one| one.id != member.id));
    staff.iter().chain(gone).map(choice).collect()
}

fn create(page: GroupsPage, form: FormState, fields: Fields) {
    let api = page.session.api();
    form.submit(
        fields.body(),
        |body, key| async move { api.create_tech_group(&body, &key).await },
        move |made: TechGroup| saved(page, &made.name),
    );
}

fn save(page: GroupsPage, form: FormState, edited: Edited<TechGroup>, fields: Fields) {
    let (api, id) = (page.session.api(), edited.known().id);
    let again = api.clone();
    edited.save(
        form,
        fields.body(),
        move |body, tag| async move { api.update_tech_group(id, &body, &tag).await },
        move || async move { again.read_tech_group(id).await },
        move |now| saved(page, &now.value.name),
    );
}

fn saved(page: GroupsPage, name: &str) {
    Toasts::get().say(format!("The group “{name}” is saved"));
    page.editing.set(None);
    page.groups.refresh();
}
