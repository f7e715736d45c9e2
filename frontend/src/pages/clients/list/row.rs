use super::columns::Column;
use super::list_page::ListPage;
use crate::components::{Button, Glyph, Question, StatusBadge, Toasts, Tone};
use crate::pages::clients::status::{client_name, why_not_restored};
use crate::route::Route;
use gangway_domain::wire::Client;
use leptos::prelude::*;

/// A client as a line of the table; on a phone a card of what else would stand in columns.
pub(super) fn row(page: ListPage, client: Client) -> AnyView {
    let name = client_name(&client);
    let email = client.contact_email.clone().unwrap_or_default();
    let is_deleted = client.deleted_at.is_some();
    let ticks = (page.may_manage && !is_deleted).then(|| page.selection.cell(&client));
    let (beside, below) = (client.clone(), client.clone());
    let cells = page.columns.each().map(move |(column, shows)| {
        let client = beside.clone();
        move || {
            shows.get().then(|| {
                view! { <td class="hidden whitespace-nowrap sm:table-cell">{column.cell(&client)}</td> }
            })
        }
    });
    let lines = page.columns.each().map(move |(column, shows)| {
        let client = below.clone();
        move || shows.get().then(|| line(column, &client))
    });
    let test = client
        .is_test
        .then(|| view! { <StatusBadge tone=Tone::Neutral glyph=Glyph::Flask label="Test" /> });
    let restore = is_deleted.then(|| restore_cell(page, &client));
    view! {
        <tr class="relative hover:bg-base-200">
            {ticks}
            <td class="w-full max-w-0 min-w-48">
                <span class="flex items-center gap-2">
                    <a
                        class="min-w-0 truncate font-semibold after:absolute after:inset-0"
                        href=Route::Client(client.id).path()
                        title=name.clone()
                    >
                        {name.clone()}
                    </a>
                    {test}
                </span>
                <span class="block truncate text-muted" title=email.clone()>
                    {email.clone()}
                </span>
                <dl class="mt-2 space-y-1 empty:hidden sm:hidden">{lines.collect_view()}</dl>
            </td>
            {cells.collect_view()}
            {restore}
        </tr>
    }
    .into_any()
}

fn line(column: Column, client: &Client) -> AnyView {
    view! {
        <div class="flex gap-2">
            <dt class="shrink-0 text-muted">{column.title()}</dt>
            <dd class="min-w-0">{column.cell(client)}</dd>
        </div>
    }
    .into_any()
}

fn restore_cell(page: ListPage, client: &Client) -> AnyView {
    let (id, name) = (client.id, client_name(client));
    let ask = move || {
        let name = name.clone();
        let title = format!("Restore {name}?");
        let detail = "Everything of it comes back, and its people can sign in again.";
        let words = ("Restore", "Restoring…");
        let question = Question::new(title, detail, words, move || {
            let name = name.clone();
            async move {
                let api = page.session.api();
                api.restore_client(id).await.map_err(why_not_restored)?;
                Toasts::get().say(format!("{name} is restored"));
                page.clients.refresh();
                Ok(())
            }
        });
        page.question.set(Some(question.harmless()));
    };
    view! {
        <td class="text-right align-top whitespace-nowrap sm:align-middle">
            <span class="relative z-10">
                <Button label="Restore" small=true on_press=ask />
            </span>
        </td>
    }
    .into_any()
}
