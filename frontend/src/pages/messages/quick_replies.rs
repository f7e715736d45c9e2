use super::inbox::Inbox;
use crate::components::{Glyph, Icon, Menu, MenuItem};
use crate::dom;
use gangway_domain::wire::QuickReply;
use leptos::prelude::*;

/// Texts that are written again and again, put into the answer by choosing one; nothing is sent.
#[component]
pub(super) fn QuickReplies(
    inbox: Inbox,
    /// What is being written.
    text: RwSignal<String>,
    /// The id of the field it is written in.
    field: String,
) -> AnyView {
    let field = StoredValue::new(field);
    let there = Memo::new(move |_| {
        let replies = inbox.quick_replies.value();
        replies.is_some_and(|replies| !replies.is_empty())
    });
    let line = move |reply: QuickReply| {
        MenuItem::new(Glyph::Bolt, reply.name, move || {
            text.update(|text| add(text, &reply.text));
            dom::soon(move || dom::focus(&field.get_value()));
        })
    };
    let items = Signal::derive(move || {
        let replies = inbox.quick_replies.value().unwrap_or_default();
        replies.into_iter().map(line).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || there.get()>
            <Menu
                label="Quick replies"
                items
                class="btn btn-ghost btn-square"
                above=true
                from_left=true
            >
                <Icon glyph=Glyph::Bolt />
            </Menu>
        </Show>
    }
    .into_any()
}

/// Adds a text behind what was written.
fn add(text: &mut String, reply: &str) {
    if !text.is_empty() && !text.ends_with(char::is_whitespace) {
        text.push(' ');
    }
    text.push_str(reply);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b30_a_quick_reply_is_added_and_replaces_nothing() {
        for (before, after) in [
            ("", "Hi."),
            ("Dear Ann,", "Dear Ann, Hi."),
            ("A\n", "A\nHi."),
        ] {
            let mut text = before.to_owned();
            add(&mut text, "Hi.");
            assert_eq!(text, after);
        }
    }
}
