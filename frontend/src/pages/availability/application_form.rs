use super::overview::Page;
use crate::components::{
    CheckBox, Conflict, Edited, Field, Form, FormState, Select, Toasts, errors_of,
};
use gangway_api_client::Tagged;
use gangway_domain::ids::ScheduleId;
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{ApplicationKind, SaveApplication, Schedule, WidgetApplication};
use leptos::prelude::*;

/// The fields as typed.
#[derive(Clone, Copy)]
struct Fields {
    enabled: RwSignal<bool>,
    schedule: RwSignal<String>,
    phone_number: RwSignal<String>,
}

impl Fields {
    fn of(application: &WidgetApplication) -> Self {
        let fields = Self {
            enabled: RwSignal::new(false),
            schedule: RwSignal::new(String::new()),
            phone_number: RwSignal::new(String::new()),
        };
        fields.take(application);
        fields
    }

    fn take(self, application: &WidgetApplication) {
        let WidgetApplication {
            enabled,
            schedule_id,
            phone_number,
            ..
        } = application;
        self.enabled.set(*enabled);
        let id = schedule_id.map(|id| id.to_string());
        self.schedule.set(id.unwrap_or_default());
        let number = phone_number.as_deref().map(shown_number);
        self.phone_number.set(number.unwrap_or_default());
    }

    fn body(self) -> SaveApplication {
        let number = self.phone_number.get_untracked();
        let schedule: Result<ScheduleId, _> = self.schedule.get_untracked().parse();
        SaveApplication {
            enabled: self.enabled.get_untracked(),
            schedule_id: schedule.ok(),
            phone_number: Some(number).filter(|number| !number.trim().is_empty()),
        }
    }
}

fn shown_number(number: &str) -> String {
    PhoneNumber::parse(number).map_or_else(|_| number.to_owned(), |number| number.display())
}

/// Whether an application is offered, by which schedule, and at which number.
#[component]
pub(super) fn ApplicationForm(
    page: Page,
    application: Tagged<WidgetApplication>,
    schedules: Vec<Schedule>,
) -> AnyView {
    let kind = application.value.kind;
    let fields = Fields::of(&application.value);
    let edited = Edited::of(application);
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    let submit = move || {
        let (api, client) = (page.session.api(), page.client);
        let again = api.clone();
        edited.save(
            form,
            fields.body(),
            move |body, tag| async move { api.save_widget_application(client, kind, &body, &tag).await },
            move || async move { again.read_widget_application(client, kind).await },
            move |_| {
                Toasts::get().say(format!("{} saved", kind.title()));
                page.refresh();
            },
        );
    };
    let take = move |theirs: Tagged<WidgetApplication>| fields.take(&theirs.value);
    view! {
        <div class="space-y-5">
            <Conflict edited form take />
            <fieldset class="contents" disabled=!page.may_write>
                <Form form on_submit=submit submit="Save" busy="Saving…" plain=true>
                    <CheckBox label=format!("Offer {}", kind.title()) value=fields.enabled />
                    {(kind == ApplicationKind::CallUsNow)
                        .then(|| {
                            view! {
                                <Field
                                    form
                                    pointer="/phone_number"
                                    label="Number that visitors call"
                                    value=fields.phone_number
                                    kind="tel"
                                    inputmode="tel"
                                    autocomplete="tel"
                                    hint="With its country code, like +1 202 555 0143."
                                />
                            }
                        })}
                    <Select
                        form
                        pointer="/schedule_id"
                        label="Hours"
                        value=fields.schedule
                        options=choices(&schedules)
                    />
                </Form>
            </fieldset>
        </div>
    }
    .into_any()
}

/// All hours, and every schedule.
fn choices(schedules: &[Schedule]) -> Signal<Vec<(String, String)>> {
    let all = (String::new(), "At all hours".to_owned());
    let each = schedules
        .iter()
        .map(|one| (one.id.to_string(), one.name.clone()));
    Signal::stored(std::iter::once(all).chain(each).collect())
}
