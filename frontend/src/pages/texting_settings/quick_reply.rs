use super::quick_replies::RepliesPage;
use crate::components::{
    Button, Conflict, DialogFor, Edited, Editing, Field, Form, FormState, Glyph, Icon, Menu,
    MenuItem, Question, TextArea, Toasts, edit, edit_title, errors_of,
};
use gangway_api_client::Tagged;
use gangway_domain::segments::segments;
use gangway_domain::wire::{QuickReply, SaveQuickReply};
use leptos::prelude::*;

/// A quick reply as a line of the list.
pub(super) fn row(page: RepliesPage, reply: QuickReply) -> AnyView {
    let (name, text) = (reply.name.clone(), reply.text.clone());
    let label = format!("Actions for {name}");
    let asked = reply.clone();
    let items = vec![
        MenuItem::new(Glyph::Gear, "Edit", move || open(page, &reply)),
        MenuItem::new(Glyph::CrossCircle, "Delete", move || ask(page, &asked)).dangerous(),
    ];
    view! {
        <li class="flex items-start gap-3 px-4 py-3 sm:px-6">
            <div class="min-w-0 grow">
                <p class="truncate text-sm font-semibold" title=name.clone()>{name.clone()}</p>
                <p class="line-clamp-3 text-sm break-words whitespace-pre-line text-muted">{text}</p>
            </div>
            <Menu label items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        </li>
    }
    .into_any()
}

/// Opens the dialog over the newest version.
fn open(page: RepliesPage, reply: &QuickReply) {
    let id = reply.id;
    let (api, client) = (page.session.api(), page.client);
    let read = async move { api.read_quick_reply(client, id).await };
    edit(page.edit, read, move || page.replies.refresh());
}

fn ask(page: RepliesPage, reply: &QuickReply) {
    let (id, name) = (reply.id, reply.name.clone());
    let title = format!("Delete the quick reply “{name}”?");
    let detail = "Texts that were sent with it stay as they are.";
    let question = Question::new(title, detail, ("Delete", "Deleting…"), move || {
        let name = name.clone();
        async move {
            let api = page.session.api();
            let read = api.read_quick_reply(page.client, id).await?;
            api.delete_quick_reply((page.client, id), &read.etag)
                .await?;
            Toasts::get().say(format!("“{name}” is deleted"));
            page.replies.refresh();
            Ok(())
        }
    });
    page.question.set(Some(question));
}

/// The dialog that makes one or writes it anew.
#[component]
pub(super) fn QuickReplyDialog(page: RepliesPage) -> AnyView {
    let title = edit_title(page.edit, "quick reply");
    let body = move |editing, busy| fields(page, editing, busy);
    view! { <DialogFor what=page.edit title body /> }.into_any()
}

fn fields(page: RepliesPage, editing: Editing<QuickReply>, held: RwSignal<bool>) -> AnyView {
    let read = match &editing {
        Editing::New => None,
        Editing::Of(read) => Some(&read.value),
    };
    let of = |text: fn(&QuickReply) -> &String| read.map(text).cloned().unwrap_or_default();
    let (name, text) = (
        RwSignal::new(of(|reply| &reply.name)),
        RwSignal::new(of(|reply| &reply.text)),
    );
    let body = move || SaveQuickReply {
        name: name.get_untracked(),
        text: text.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| held.set(form.busy.get()));
    let edited = match editing {
        Editing::New => None,
        Editing::Of(read) => Some(Edited::of(read)),
    };
    let submit = move || save(page, form, body(), edited);
    let take = move |theirs: Tagged<QuickReply>| {
        name.set(theirs.value.name);
        text.set(theirs.value.text);
    };
    let parts = move || {
        let counted = text.with(|text| segments(text));
        format!(
            "{} characters, {}",
            text.with(|text| text.chars().count()),
            sent_in(counted.count)
        )
    };
    let cancel =
        move || view! { <Button label="Cancel" on_press=move || page.edit.set(None) /> }.into_any();
    view! {
        {edited.map(|edited| view! { <Conflict edited form take /> })}
        <Form form on_submit=submit submit="Save quick reply" busy="Saving…" before=cancel>
            <Field form pointer="/name" label="Name" value=name focused=true hint="Such as “Opening hours”." />
            <TextArea form pointer="/text" label="Text" value=text rows=5 />
            <p class="text-xs text-muted">{parts}</p>
        </Form>
    }
    .into_any()
}

fn sent_in(parts: u32) -> String {
    match parts {
        0 | 1 => "sent as one text".to_owned(),
        several => format!("sent as {several} texts"),
    }
}

/// Saves over the one that is edited, or a new one.
fn save(
    page: RepliesPage,
    form: FormState,
    body: SaveQuickReply,
    edited: Option<Edited<QuickReply>>,
) {
    let (api, client) = (page.session.api(), page.client);
    let done = move |saved: QuickReply| {
        Toasts::get().say(format!("“{}” is saved", saved.name));
        page.edit.set(None);
        page.replies.refresh();
    };
    let Some(edited) = edited else {
        return form.submit(
            body,
            move |body, key| async move { api.create_quick_reply(client, &body, &key).await },
            done,
        );
    };
    let (ids, again) = ((client, edited.known().id), api.clone());
    edited.save(
        form,
        body,
        move |body, tag| async move { api.change_quick_reply(ids, &body, &tag).await },
        move || async move { again.read_quick_reply(ids.0, ids.1).await },
        move |now| done(now.value),
    );
}
