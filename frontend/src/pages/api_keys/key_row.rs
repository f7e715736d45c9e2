use super::list::KeysPage;
use crate::components::{
    Glyph, Icon, Menu, MenuItem, Question, RelativeTime, StatusBadge, Toasts, Tone,
};
use crate::times;
use gangway_domain::wire::{ApiKey, ApiKeyState};
use leptos::prelude::*;

/// A key as a line of the table.
pub(super) fn key_row(page: KeysPage, key: ApiKey) -> AnyView {
    let name = key.name.clone();
    let scopes = key.scopes.join(", ");
    let last_four = format!("…{}", key.last_four);
    let (made_at, by, used) = (key.created_at, key.created_by.clone(), key.last_used_at);
    let (badge, small_badge) = (badge(&key), badge(&key));
    let menu = (key.state != ApiKeyState::Revoked).then(|| {
        let label = format!("Actions for {name}");
        let revoke = move || ask(page, &key);
        let items = vec![MenuItem::new(Glyph::CrossCircle, "Revoke", revoke).dangerous()];
        view! {
            <Menu label items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        }
    });
    view! {
        <tr>
            <td class="w-full max-w-0">
                <span class="block truncate font-semibold" title=name.clone()>{name.clone()}</span>
                <span class="block text-muted">"ends in " <code>{last_four}</code></span>
                <span class="block text-xs break-words text-muted">{scopes}</span>
                <span class="mt-1 block sm:hidden">{small_badge}</span>
            </td>
            <td class="hidden sm:table-cell">{badge}</td>
            <td class="hidden whitespace-nowrap md:table-cell">
                {match used {
                    Some(at) => view! { <RelativeTime at /> }.into_any(),
                    None => view! { <span class="text-muted">"Never"</span> }.into_any(),
                }}
            </td>
            <td class="hidden lg:table-cell">
                <RelativeTime at=made_at />
                <span class="block max-w-48 truncate text-xs text-muted" title=by.clone()>{format!("by {by}")}</span>
            </td>
            <td class="text-right">{menu}</td>
        </tr>
    }
    .into_any()
}

/// Whether the key works, in an icon and words.
fn badge(key: &ApiKey) -> AnyView {
    let until = match key.expires_at {
        Some(at) => format!("Works until {}", times::day(at)),
        None => "Works".to_owned(),
    };
    let (tone, glyph, label) = match key.state {
        ApiKeyState::Live => (Tone::Good, Glyph::CheckCircle, until),
        ApiKeyState::Expired => (Tone::Neutral, Glyph::Clock, "Expired".to_owned()),
        ApiKeyState::Revoked => (Tone::Neutral, Glyph::CrossCircle, "Revoked".to_owned()),
        ApiKeyState::MakerGone => {
            let words = format!("Stopped: {} may no longer make keys", key.created_by);
            (Tone::Wary, Glyph::Warning, words)
        }
    };
    let wrap = key.state == ApiKeyState::MakerGone;
    view! { <StatusBadge tone glyph label wrap /> }.into_any()
}

fn ask(page: KeysPage, key: &ApiKey) {
    let (id, name) = (key.id, key.name.clone());
    let title = format!("Revoke the key “{name}”?");
    let detail =
        "Programs that use it are refused at once. This cannot be undone; a new key can be made.";
    let question = Question::new(title, detail, ("Revoke key", "Revoking…"), move || {
        let name = name.clone();
        async move {
            page.session.api().revoke_api_key(id).await?;
            Toasts::get().say(format!("The key “{name}” is revoked"));
            page.keys.refresh();
            if page
                .fresh
                .with_untracked(|fresh| fresh.as_ref().is_some_and(|one| one.id == id))
            {
                page.fresh.set(None);
            }
            Ok(())
        }
    });
    page.question.set(Some(question));
}
