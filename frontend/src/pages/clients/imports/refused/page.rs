use super::matching::Matching;
use crate::components::{Glyph, Icon};
use crate::pages::clients::imports::one::Watched;
use crate::pages::clients::imports::rows::{place, told};
use crate::route::Route;
use gangway_domain::wire::FileFault;
use leptos::prelude::*;

/// Why the file is refused, and the ways on.
pub fn refused(watched: Watched) -> AnyView {
    let import = watched.now(|import| Some(import.clone()));
    let Some(import) = import else {
        return ().into_any();
    };
    let can_be_matched = import.can_be_matched && !import.header.is_empty();
    let link = if can_be_matched {
        "btn btn-plain"
    } else {
        "btn btn-primary"
    };
    view! {
        <div class="space-y-8">
            <section aria-labelledby="faults-heading" class="space-y-4">
                <div class="flex flex-wrap items-start justify-between gap-3">
                    <div class="min-w-0">
                        <h2 id="faults-heading">"What is wrong"</h2>
                        <p class="mt-1 text-sm text-muted">"Nothing of it was imported."</p>
                    </div>
                    <a class=link href=Route::NewImport.path()>
                        <Icon glyph=Glyph::Upload class="size-4" />
                        "Upload it again"
                    </a>
                </div>
                <ul class="divide-y divide-hairline rounded border border-hairline bg-base-100">
                    {import.faults.iter().map(fault).collect::<Vec<_>>()}
                </ul>
            </section>
            {can_be_matched.then(|| view! { <Matching watched header=import.header /> })}
        </div>
    }
    .into_any()
}

fn fault(fault: &FileFault) -> AnyView {
    let FileFault {
        row,
        column,
        code: _,
        value,
        reason,
        remedy,
    } = fault.clone();
    let place = place(row, column.as_deref());
    view! { <li class="px-4 py-4 sm:px-6">{told(place, &value, reason, remedy)}</li> }.into_any()
}
