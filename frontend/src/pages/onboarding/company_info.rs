use super::set_up::{SetUp, back_from};
use super::step_card::BackButton;
use super::{SavedNote, StepCard};
use crate::components::{Form, FormState, LoadStates, errors_of};
use crate::load::{Load, Loaded};
use crate::pages::company::{CompanyFields, CompanyInfoFields};
use gangway_domain::wire::Client;
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// Name, address, time zone, reply-to and website.
#[component]
pub fn CompanyInfoStep(set_up: SetUp) -> AnyView {
    let client = Load::start(move || {
        let api = set_up.api();
        Box::pin(async move { Ok(api.read_client(set_up.client).await?.value) })
    });
    view! {
        <StepCard
            title="Company Info"
            detail="Tell us about your company. What you type is saved as you go."
        >
            <LoadStates load=client rows=12 ready=move |client| info_form(set_up, &client) />
        </StepCard>
    }
    .into_any()
}

fn info_form(set_up: SetUp, client: &Client) -> AnyView {
    let fields = CompanyFields::of(client);
    fields.suggest(&set_up.own_email());
    set_up.load.state.with_untracked(|state| {
        if let Loaded::Ready(onboarding) = state
            && let Some(draft) = &onboarding.draft.company_info
        {
            fields.take(draft);
        }
    });
    if let Some(typed) = set_up.drafts.typed_in_set_up().company_info {
        fields.take(&typed);
    }
    save_as_typed(set_up, fields);
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    let submit = move || {
        let (api, client) = (set_up.api(), set_up.client);
        form.submit(
            fields.body(),
            move |body, key| async move {
                set_up.drafts.settle().await;
                api.submit_company_info(client, &body, &key).await
            },
            move |answer| {
                set_up.drafts.company_info_submitted();
                set_up.go_on(Step::CompanyInfo, answer);
            },
        );
    };
    let on_back = Callback::new(move |()| back_from(Step::CompanyInfo));
    view! {
        <Form
            form
            on_submit=submit
            submit="Continue"
            busy="Saving…"
            before=move || {
                view! {
                    <BackButton on_back />
                    <SavedNote drafts=set_up.drafts />
                }
                    .into_any()
            }
        >
            <CompanyInfoFields form fields on_left=move || set_up.drafts.save_now() />
        </Form>
    }
    .into_any()
}

fn save_as_typed(set_up: SetUp, fields: CompanyFields) {
    for (name, field) in fields.all() {
        Effect::watch(
            move || field.get(),
            move |typed, _, _| set_up.drafts.typed(name, typed.clone()),
            false,
        );
    }
}
