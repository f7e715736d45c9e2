use crate::components::RelativeTime;
use crate::pages::clients::imports::status::{state_badge, tally};
use crate::route::Route;
use gangway_domain::wire::ClientImport;
use leptos::prelude::*;

/// An import as a line of the table; on a phone what else would stand in columns is below its name.
pub(super) fn row(import: &ClientImport) -> AnyView {
    let name = import.file_name.clone();
    let by = import.created_by.clone();
    view! {
        <tr class="relative hover:bg-base-200">
            <td class="w-full max-w-0 min-w-48">
                <a
                    class="block truncate font-semibold after:absolute after:inset-0"
                    href=Route::Import(import.id).path()
                    title=name.clone()
                >
                    {name.clone()}
                </a>
                <div class="mt-1 space-y-1 sm:hidden">
                    <p>{state_badge(import)}</p>
                    <p>{tally(import)}</p>
                    <p class="text-muted">
                        {by.clone()} ", " <RelativeTime at=import.created_at />
                    </p>
                </div>
            </td>
            <td class="hidden sm:table-cell">{state_badge(import)}</td>
            <td class="hidden whitespace-nowrap sm:table-cell">{tally(import)}</td>
            <td class="hidden sm:table-cell">
                <span class="block max-w-40 truncate" title=by.clone()>{by.clone()}</span>
            </td>
            <td class="hidden sm:table-cell">
                <RelativeTime at=import.created_at />
            </td>
        </tr>
    }
    .into_any()
}
