use super::overview::Page;
use crate::components::{Glyph, Icon, Menu, MenuItem, Question, Toasts, WeekPicture};
use crate::pages::hours::holiday_list;
use crate::route::Route;
use gangway_domain::wire::{ApplicationKind, Schedule};
use leptos::prelude::*;

/// A schedule with the picture of its week and its holidays.
pub(super) fn schedule_card(page: Page, schedule: Schedule) -> AnyView {
    let Schedule {
        id,
        name,
        week,
        holidays,
        used_by,
        ..
    } = schedule.clone();
    let menu = page.may_write.then(|| {
        let items = vec![
            MenuItem::new(Glyph::Gear, "Edit", move || Route::Schedule(id).go()),
            MenuItem::new(Glyph::CrossCircle, "Delete", move || ask(page, &schedule)).dangerous(),
        ];
        view! {
            <Menu label=format!("Actions for {name}") items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        }
    });
    let follows = used_words(&used_by);
    view! {
        <article class="space-y-4 rounded border border-hairline bg-base-100 p-5 sm:p-6" aria-label=name.clone()>
            <div class="flex items-start justify-between gap-3">
                <div class="min-w-0">
                    <h3 class="truncate" title=name.clone()>
                        <a class="link-hover" href=Route::Schedule(id).path()>{name.clone()}</a>
                    </h3>
                    <p class="text-sm text-muted">{follows}</p>
                </div>
                {menu}
            </div>
            <WeekPicture week=Signal::stored(week) />
            {(!holidays.is_empty()).then(|| holiday_list(&holidays))}
        </article>
    }
    .into_any()
}

fn used_words(used_by: &[ApplicationKind]) -> String {
    let names: Vec<&str> = used_by.iter().map(|kind| kind.title()).collect();
    if names.is_empty() {
        "Not used yet: choose it for Call Us Now or Text Us.".to_owned()
    } else {
        format!("Used by {}", names.join(" and "))
    }
}

fn ask(page: Page, schedule: &Schedule) {
    let (id, name) = (schedule.id, schedule.name.clone());
    let title = format!("Delete the schedule “{name}”?");
    let detail = "Its hours and holidays are gone for good. A schedule that something uses cannot be deleted.";
    let question = Question::new(
        title,
        detail,
        ("Delete schedule", "Deleting…"),
        move || {
            let (api, name) = (page.session.api(), name.clone());
            async move {
                let read = api.read_schedule(page.client, id).await?;
                api.delete_schedule(page.client, id, &read.etag).await?;
                Toasts::get().say(format!("The schedule “{name}” is deleted"));
                page.refresh();
                Ok(())
            }
        },
    );
    page.question.set(Some(question));
}
