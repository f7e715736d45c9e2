use super::group_dialog::edit;
use super::groups_page::GroupsPage;
use crate::components::{Glyph, Icon, Menu, MenuItem, Question, Toasts};
use crate::pages::shell;
use crate::words;
use gangway_domain::wire::TechGroup;
use leptos::prelude::*;

/// Names that a line tells; the rest is counted.
const TOLD: usize = 3;

/// A group as a line of the table.
pub(super) fn group_row(page: GroupsPage, group: TechGroup) -> AnyView {
    let (name, people) = (group.name.clone(), people(&group));
    let all = group.members.iter().map(|one| one.name.as_str());
    let all = all.collect::<Vec<_>>().join(", ");
    let clients = words::counted_clients(group.clients, shell::clients_word());
    let (people_below, clients_below) = (people.clone(), clients.clone());
    let menu = page.may_write.then(|| menu(page, &group));
    view! {
        <tr>
            <td class="w-full max-w-0">
                <span class="block truncate font-semibold" title=name.clone()>{name.clone()}</span>
                <span class="block text-muted sm:hidden">{people_below}</span>
                <span class="block text-muted sm:hidden">{clients_below}</span>
            </td>
            <td class="hidden sm:table-cell">
                <span class="block max-w-80 truncate" title=all>{people}</span>
            </td>
            <td class="hidden whitespace-nowrap sm:table-cell">{clients}</td>
            <td class="text-right">{menu}</td>
        </tr>
    }
    .into_any()
}

/// "Ada, Ben, Chloe and 4 more".
fn people(group: &TechGroup) -> String {
    let names = group.members.iter().take(TOLD);
    let names = names.map(|one| one.name.as_str()).collect::<Vec<_>>();
    match (names.is_empty(), group.members.len().saturating_sub(TOLD)) {
        (true, _) => "Nobody yet".to_owned(),
        (false, 0) => names.join(", "),
        (false, more) => format!("{} and {more} more", names.join(", ")),
    }
}

fn menu(page: GroupsPage, group: &TechGroup) -> AnyView {
    let (id, asked) = (group.id, group.clone());
    let label = format!("Actions for {}", group.name);
    let items = vec![
        MenuItem::new(Glyph::Gear, "Edit", move || edit(page, id)),
        MenuItem::new(Glyph::Trash, "Delete", move || ask(page, &asked)).dangerous(),
    ];
    view! {
        <Menu label items=Signal::stored(items)>
            <Icon glyph=Glyph::More />
        </Menu>
    }
    .into_any()
}

fn ask(page: GroupsPage, group: &TechGroup) {
    let (id, name) = (group.id, group.name.clone());
    let title = format!("Delete the group “{name}”?");
    let detail = "Its people stay. A group that looks after somebody cannot be deleted: choose another one there first.";
    let words = ("Delete group", "Deleting…");
    let question = Question::new(title, detail, words, move || {
        let (api, name) = (page.session.api(), name.clone());
        async move {
            let read = api.read_tech_group(id).await?;
            api.delete_tech_group(id, &read.etag).await?;
            Toasts::get().say(format!("The group “{name}” is deleted"));
            page.groups.refresh();
            Ok(())
        }
    });
    page.question.set(Some(question));
}
