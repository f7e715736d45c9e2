use super::color_field::ColorField;
use super::fields::{LookFields, Tab};
use super::preview::Preview;
use crate::components::{
    Choice, Conflict, Edited, Field, Form, FormState, RadioCards, Tabs, Toasts, errors_of,
};
use crate::dom;
use crate::session::Session;
use gangway_api_client::Tagged;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{WidgetPosition, WidgetStyle};
use leptos::prelude::*;

/// The field that stands in the first tab.
const COLOR: &str = "/color";

/// The look of a client's application in two tabs, and beside them what visitors will see.
#[component]
pub fn LookEditor(
    client: ClientId,
    company: String,
    style: Tagged<WidgetStyle>,
    /// What stands under the colors: the code.
    under_color: ViewFn,
) -> AnyView {
    let fields = LookFields::of(&style.value);
    let saving = Saving::of(client, fields, style);
    let chosen = RwSignal::new(Tab::CustomColor.as_str().to_owned());
    let tabs = [Tab::CustomColor, Tab::Button]
        .map(|tab| (tab.as_str().to_owned(), tab.title().to_owned()))
        .to_vec();
    // A color that is put right is right at once, also for the tab it does not stand in.
    Effect::new(move |_| {
        fields.color.track();
        if untrack(|| saving.form.error(COLOR)).is_some() {
            saving.form.check_field(COLOR);
        }
    });
    let save = move || {
        if untrack(|| fields.read_color()).is_none() {
            chosen.set(Tab::CustomColor.as_str().to_owned());
        }
        dom::soon(move || saving.save());
    };
    let take = move |theirs: Tagged<WidgetStyle>| fields.replace(&theirs.value);
    let is_color = Signal::derive(move || chosen.get() == Tab::CustomColor.as_str());
    view! {
        <Tabs label="Behaviors & Styles" tabs chosen>
            <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
                <div class="min-w-0 space-y-6">
                    <section class="rounded border border-hairline bg-base-100 p-5 sm:p-6">
                        <Conflict edited=saving.edited form=saving.form take />
                        <Form
                            form=saving.form
                            on_submit=save
                            submit="Save changes"
                            busy="Saving…"
                        >
                            {move || {
                                if is_color.get() {
                                    view! { <ColorField form=saving.form fields /> }.into_any()
                                } else {
                                    view! { <ButtonFields form=saving.form fields /> }.into_any()
                                }
                            }}
                        </Form>
                    </section>
                    <Show when=move || is_color.get()>{under_color.run()}</Show>
                </div>
                <aside class="lg:sticky lg:top-6" aria-label="Preview">
                    <Preview fields company />
                </aside>
            </div>
        </Tabs>
    }
    .into_any()
}

#[component]
fn ButtonFields(form: FormState, fields: LookFields) -> AnyView {
    let places = vec![
        Choice::new(
            WidgetPosition::BottomRight.as_str(),
            "Bottom right",
            "Where most visitors look for it.",
        ),
        Choice::new(
            WidgetPosition::BottomLeft.as_str(),
            "Bottom left",
            "Where something else is at the right.",
        ),
    ];
    view! {
        <label class="flex cursor-pointer items-start gap-3">
            <input
                type="checkbox"
                class="toggle toggle-sm mt-0.5 checked:[--input-color:var(--brand-text)]"
                prop:checked=move || fields.enabled.get()
                on:change=move |event| fields.enabled.set(event_target_checked(&event))
            />
            <span>
                <span class="block text-sm font-semibold">"Show it on your website"</span>
                <span class="block text-sm text-muted">
                    "Switched off, it is gone from your pages within a minute; the code can stay."
                </span>
            </span>
        </label>
        <RadioCards legend="Where the button stands" value=fields.position choices=places beside=true />
        <Field
            form
            pointer="/button_label"
            label="Words on the button"
            value=fields.button_label
            hint="Up to 24 characters, such as Text us. Empty for a round button."
            optional=true
        />
        <Field
            form
            pointer="/greeting"
            label="Greeting"
            value=fields.greeting
            hint="What visitors read first when they open it."
            optional=true
        />
    }
    .into_any()
}

/// Saving, and what happens when someone else saved meanwhile.
#[derive(Clone, Copy)]
struct Saving {
    client: ClientId,
    session: Session,
    form: FormState,
    fields: LookFields,
    edited: Edited<WidgetStyle>,
}

impl Saving {
    fn of(client: ClientId, fields: LookFields, style: Tagged<WidgetStyle>) -> Self {
        Self {
            client,
            session: Session::get(),
            form: FormState::new().checked_by(move || errors_of(&fields.body())),
            fields,
            edited: Edited::of(style),
        }
    }

    fn save(self) {
        let Self { client, fields, .. } = self;
        let api = self.session.api();
        let again = api.clone();
        self.edited.save(
            self.form,
            fields.body(),
            move |body, tag| async move { api.update_widget_style(client, &body, &tag).await },
            move || async move { again.read_widget_style(client).await },
            move |now| {
                fields.replace(&now.value);
                Toasts::get().say("Saved. Visitors see it within a minute.");
            },
        );
    }
}
