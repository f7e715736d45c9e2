use super::account_page::AccountPage;
use crate::components::{Button, Glyph, Question, RelativeTime, StatusBadge, Toasts, Tone};
use gangway_domain::wire::OpenSession;
use leptos::prelude::*;

/// A session as a line of the table.
pub(super) fn session_row(page: AccountPage, session: OpenSession) -> AnyView {
    let device = session.device.clone();
    let address = session.address.clone().unwrap_or_default();
    let (begun, last) = (session.created_at, session.last_used_at);
    let action = if session.is_current {
        view! { <StatusBadge tone=Tone::Good glyph=Glyph::CheckCircle label="This one" /> }
            .into_any()
    } else {
        view! {
            <Button label="End" small=true on_press=move || ask(page, &session) />
        }
        .into_any()
    };
    view! {
        <tr>
            <td class="w-full max-w-0">
                <span class="block truncate font-semibold" title=device.clone()>{device.clone()}</span>
                <span class="block truncate text-muted" title=address.clone()>{address.clone()}</span>
                <span class="block text-muted md:hidden">"Used " <RelativeTime at=last /></span>
            </td>
            <td class="hidden sm:table-cell"><RelativeTime at=begun /></td>
            <td class="hidden md:table-cell"><RelativeTime at=last /></td>
            <td class="whitespace-nowrap text-right">{action}</td>
        </tr>
    }
    .into_any()
}

fn ask(page: AccountPage, session: &OpenSession) {
    let (id, device) = (session.id, session.device.clone());
    let title = format!("End the session of {device}?");
    let detail = "That browser has to sign in again. What was not saved there is lost.";
    let question = Question::new(title, detail, ("End session", "Ending…"), move || {
        let device = device.clone();
        async move {
            page.session.api().end_session(id).await?;
            Toasts::get().say(format!("{device} is signed out"));
            page.sessions.refresh();
            Ok(())
        }
    });
    page.question.set(Some(question));
}
