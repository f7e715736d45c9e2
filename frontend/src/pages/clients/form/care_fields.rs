use super::record_fields::RecordFields;
use crate::components::{CheckBoxes, Choice, Combobox, FormState, TextArea};
use crate::route::Route;
use crate::session::Session;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{RecordChoices, StaffBrief, TechGroupBrief};
use leptos::prelude::*;

/// The domains of the client's mail, and who of the staff looks after it.
pub(super) fn care_fields(
    form: FormState,
    fields: RecordFields,
    choices: &RecordChoices,
    manager: Option<&StaffBrief>,
) -> AnyView {
    view! {
        <TextArea
            form
            pointer="/email_domains"
            label="Email domains"
            value=fields.domains
            hint="One per line, or with commas between them: companyname.com"
            optional=true
            rows=3
        />
        <Combobox
            form
            pointer="/account_manager"
            label="Account manager"
            value=fields.account_manager
            options=staff(&choices.staff, manager)
            hint="Who of your staff answers for it. Empty the field for nobody."
            optional=true
        />
        {groups(form, fields, &choices.tech_groups)}
    }
    .into_any()
}

/// The active staff, and the present manager where that is somebody else.
fn staff(staff: &[StaffBrief], present: Option<&StaffBrief>) -> Signal<Vec<(String, String)>> {
    let pair = |one: &StaffBrief| (one.id.to_string(), one.name.clone());
    let mut all: Vec<_> = staff.iter().map(pair).collect();
    if let Some(present) = present.filter(|present| staff.iter().all(|one| one.id != present.id)) {
        all.push((
            present.id.to_string(),
            format!("{} (deactivated)", present.name),
        ));
    }
    Signal::stored(all)
}

fn groups(form: FormState, fields: RecordFields, groups: &[TechGroupBrief]) -> AnyView {
    if groups.is_empty() {
        return no_groups();
    }
    let choice = |group: &TechGroupBrief| Choice::new(group.id.to_string(), group.name.clone(), "");
    view! {
        <CheckBoxes
            form
            pointer="/tech_groups"
            legend="Groups that look after it"
            chosen=fields.tech_groups
            choices=groups.iter().map(choice).collect()
        />
    }
    .into_any()
}

fn no_groups() -> AnyView {
    let way = Session::get().can(Permission::WriteTechGroups).then(|| {
        view! {
            " "
            <a class="link" href=Route::TechGroups.path()>"Make one"</a>
        }
    });
    view! {
        <div>
            <p class="mb-1 text-sm font-semibold">"Groups that look after it"</p>
            <p class="text-sm text-muted">"There are no groups of your staff yet." {way}</p>
        </div>
    }
    .into_any()
}
