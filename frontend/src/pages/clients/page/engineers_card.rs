use super::client_page::Page;
use crate::components::{
    Avatar, Combobox, Confirm, Form, FormState, Glyph, Icon, Question, Toasts,
};
use crate::load::{Load, reading};
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::problem::FieldError;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::StaffBrief;
use leptos::prelude::*;

/// Who brings the client on board; whoever manages clients chooses them.
#[component]
pub(super) fn EngineersCard(page: Page, engineers: Vec<StaffBrief>, client: String) -> AnyView {
    let question = RwSignal::new(None);
    let nobody = engineers.is_empty();
    let rows = engineers.iter().map(|engineer| {
        let remove = page
            .may_manage
            .then(|| remove_button(page, question, engineer, &client));
        row(engineer, remove)
    });
    let rows = rows.collect_view();
    let assign = page.may_manage.then(|| {
        let taken = engineers.iter().map(|engineer| engineer.id).collect();
        view! { <Assign page taken /> }
    });
    view! {
        <section class="card-box space-y-4" aria-labelledby="engineers-heading">
            <div>
                <h2 id="engineers-heading">"Engineers"</h2>
                <p class="mt-1 text-sm text-muted">"They bring it on board. A technician sees only what is assigned."</p>
            </div>
            <ul class="space-y-3 empty:hidden">{rows}</ul>
            {nobody.then(|| view! { <p class="text-sm text-muted">"Nobody is assigned yet."</p> })}
            {assign}
        </section>
        <Confirm question />
    }
    .into_any()
}

fn row(engineer: &StaffBrief, remove: Option<AnyView>) -> AnyView {
    let StaffBrief {
        name,
        role,
        is_active,
        email,
        ..
    } = engineer.clone();
    let role = if is_active {
        role.title().to_owned()
    } else {
        format!("{}, deactivated", role.title())
    };
    view! {
        <li class="flex items-center gap-3">
            <Avatar name=name.clone() />
            <div class="min-w-0 grow text-sm">
                <p class="truncate font-semibold" title=email>{name.clone()}</p>
                <p class="text-muted">{role}</p>
            </div>
            {remove}
        </li>
    }
    .into_any()
}

fn remove_button(
    page: Page,
    question: RwSignal<Option<Question>>,
    engineer: &StaffBrief,
    client: &str,
) -> AnyView {
    let (id, user, name) = (page.id, engineer.id, engineer.name.clone());
    let label = format!("Remove {name}");
    let title = format!("Remove {name} from {client}?");
    let detail = match engineer.role {
        StaffRole::Technician => {
            "They stop seeing it at once, also where they have it open. What they did stays."
        }
        _ => "They still see it by their role. What they did stays.",
    };
    let ask = move |_| {
        let name = name.clone();
        let words = ("Remove", "Removing…");
        question.set(Some(Question::new(
            title.clone(),
            detail,
            words,
            move || {
                let name = name.clone();
                async move {
                    page.session.api().remove_engineer(id, user).await?;
                    Toasts::get().say(format!("{name} is no longer an engineer here"));
                    page.refresh();
                    Ok(())
                }
            },
        )));
    };
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm btn-square"
            aria-label=label.clone()
            title=label.clone()
            on:click=ask
        >
            <Icon glyph=Glyph::Cross class="size-4" />
        </button>
    }
    .into_any()
}

/// The choice of one more.
#[component]
fn Assign(page: Page, taken: Vec<PlaceId>) -> AnyView {
    let choices = Load::start(reading(
        |api| async move { api.read_record_choices().await },
    ));
    let chosen = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let staff = choices.value().map(|choices| choices.staff);
        let fit = |one: &StaffBrief| one.role != StaffRole::SalesRep && !taken.contains(&one.id);
        let staff = staff.into_iter().flatten().filter(fit);
        staff
            .map(|one| {
                (
                    one.id.to_string(),
                    format!("{}, {}", one.name, one.role.title()),
                )
            })
            .collect::<Vec<_>>()
    });
    let form = FormState::new().checked_by(move || needed(chosen));
    let submit = move || {
        let (api, client): (_, ClientId) = (page.session.api(), page.id);
        form.submit(
            chosen.get_untracked(),
            move |user: String, _| async move {
                match user.parse::<PlaceId>() {
                    Ok(user) => api.assign_engineer(client, user).await,
                    Err(_) => Ok(()),
                }
            },
            move |()| {
                Toasts::get().say("The engineer is assigned");
                page.refresh();
            },
        );
    };
    view! {
        <div class="border-t border-hairline pt-4">
            <Form form on_submit=submit submit="Assign" busy="Assigning…" plain=true>
                <Combobox form pointer="" label="Assign an engineer" value=chosen options />
            </Form>
        </div>
    }
    .into_any()
}

fn needed(chosen: RwSignal<String>) -> Vec<FieldError> {
    if chosen.with_untracked(|chosen| chosen.parse::<PlaceId>().is_ok()) {
        return Vec::new();
    }
    vec![FieldError {
        pointer: String::new(),
        code: "required".to_owned(),
        message: "Choose somebody of your staff.".to_owned(),
    }]
}
