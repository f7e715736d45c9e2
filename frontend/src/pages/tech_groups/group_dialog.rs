use super::groups_page::GroupsPage;
use crate::components::edit as edit_in;
use crate::components::{
    Button, CheckBoxes, Choice, Conflict, DialogFor, Edited, Editing, Field, Form, FormState,
    LoadStates, Toasts, edit_title, errors_of,
};
use gangway_api_client::Tagged;
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::wire::{RecordChoices, SaveTechGroup, StaffBrief, TechGroup};
use leptos::prelude::*;

/// Opens the dialog over the newest version.
pub(super) fn edit(page: GroupsPage, id: TechGroupId) {
    let api = page.session.api();
    let read = async move { api.read_tech_group(id).await };
    edit_in(page.editing, read, move || page.groups.refresh());
}

/// The dialog that makes a group or changes it.
#[component]
pub(super) fn GroupDialog(page: GroupsPage) -> AnyView {
    let body = move |editing: Editing<TechGroup>, busy| {
        let ready = move |choices| fields(page, editing.clone(), &choices, busy);
        view! { <LoadStates load=page.choices ready rows=3 /> }.into_any()
    };
    let title = edit_title(page.editing, "group");
    view! { <DialogFor what=page.editing title wide=true body /> }.into_any()
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
    editing: Editing<TechGroup>,
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
