use super::client_page::Page;
use crate::components::{Glyph, Icon, Menu, MenuItem, Question, Toasts};
use leptos::prelude::*;

/// The menu of what is done rarely.
pub(super) fn more_menu(page: Page, name: String) -> AnyView {
    let label = format!("Actions for {name}");
    let items = vec![MenuItem::new(Glyph::Trash, "Delete", move || ask(page, &name)).dangerous()];
    view! {
        <Menu label items=Signal::stored(items)>
            <Icon glyph=Glyph::More />
        </Menu>
    }
    .into_any()
}

fn ask(page: Page, name: &str) {
    let (id, name) = (page.id, name.to_owned());
    let title = format!("Delete {name}?");
    let detail = "From then on nobody sees it, its own people and the visitors of its web site included. It can be restored for a while.";
    let words = ("Delete", "Deleting…");
    let question = Question::new(title, detail, words, move || {
        let name = name.clone();
        async move {
            let api = page.session.api();
            let read = api.read_client(id).await?;
            api.delete_client(id, &read.etag).await?;
            Toasts::get().say(format!("{name} is deleted"));
            page.load.retry();
            Ok(())
        }
    });
    page.question.set(Some(question));
}
