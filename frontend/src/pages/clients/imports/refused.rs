use super::matching::Matching;
use super::one::Watched;
use super::rows::{place, shown, told};
use crate::components::{Glyph, Icon};
use crate::route::Route;
use gangway_domain::wire::FileFault;
use leptos::prelude::*;

/// Why the file is refused, and the ways on.
pub(super) fn refused(watched: Watched) -> AnyView {
    let import = watched.now(|import| Some(import.clone()));
    let Some(import) = import else {
        return ().into_any();
    };
    let can_be_matched = import.can_be_matched && !import.header.is_empty();
    let faults: Vec<_> = import.faults.iter().map(fault).collect();
    view! {
        <div class="space-y-8">
            {can_be_matched.then(|| view! { <Matching watched header=import.header /> })}
            {why(faults, can_be_matched)}
        </div>
    }
    .into_any()
}

fn why(faults: Vec<AnyView>, can_be_matched: bool) -> AnyView {
    let (title, hint, link) = if can_be_matched {
        (
            "Why it cannot be read as it is",
            "Or name the columns as in the sample, and upload the file again.",
            "btn btn-plain",
        )
    } else {
        (
            "What is wrong",
            "Nothing of it was imported.",
            "btn btn-primary",
        )
    };
    view! {
        <section aria-labelledby="faults-heading" class="space-y-4">
            <div class="flex flex-wrap items-start justify-between gap-3">
                <div class="min-w-0">
                    <h2 id="faults-heading">{title}</h2>
                    <p class="mt-1 text-sm text-muted">{hint}</p>
                </div>
                <a class=link href=Route::NewImport.path()>
                    <Icon glyph=Glyph::Upload class="size-4" />
                    "Upload it again"
                </a>
            </div>
            <ul class="divide-y divide-hairline rounded border border-hairline bg-base-100">{faults}</ul>
        </section>
    }
    .into_any()
}

fn fault(fault: &FileFault) -> AnyView {
    let FileFault {
        row,
        column,
        code,
        value,
        reason,
        remedy,
    } = fault.clone();
    let place = place(row, column.as_deref());
    view! { <li class="px-4 py-4 sm:px-6">{told(place, shown(code, &value), reason, remedy)}</li> }
        .into_any()
}
