use super::drafts::TEAM;
use super::set_up::{SetUp, back_from};
use super::step_card::{StepFooter, WayOut};
use super::{SavedNote, StepCard};
use crate::components::{Button, FailureAlert, FormState, Look};
use crate::load::Loaded;
use crate::pages::colleagues::{TeamRows, TeamSheet, send};
use gangway_domain::wire::TeamOutcome;
use gangway_domain::wizard::Step;
use leptos::prelude::*;

const STEP: Step = Step::InviteTeam;
const ROWS: usize = 3;

/// Colleagues, many at once.
#[component]
pub fn InviteTeamStep(set_up: SetUp) -> AnyView {
    let kept = set_up.load.state.with_untracked(|state| match state {
        Loaded::Ready(onboarding) => onboarding.draft.team.clone(),
        _ => None,
    });
    let typed = set_up.drafts.typed_in_set_up().team.or(kept);
    let team = TeamRows::new(typed.unwrap_or_default(), ROWS);
    let (sending, finishing) = (FormState::new(), FormState::new());
    let keep = move || {
        if let Ok(rows) = serde_json::to_value(team.waiting()) {
            set_up.drafts.typed(TEAM, rows);
        }
    };
    let answer = RwSignal::new(String::new());
    let send = move || {
        send(team, set_up.api(), set_up.client, sending, move |summary| {
            answer.set(summary);
            keep();
            set_up.drafts.save_now();
        });
    };
    let invited = Signal::derive(move || team.count(|outcome| outcome == TeamOutcome::Invited) > 0);
    let busy = Signal::derive(move || sending.busy.get() || finishing.busy.get());
    let finish = move || set_up.complete(STEP, finishing);
    let later = move || set_up.skip(STEP, finishing);
    let way_out = move || {
        (move || match (invited.get(), team.any_waiting()) {
            (false, _) => {
                view! { <WayOut label="I'll do this later" busy on_press=later /> }.into_any()
            }
            (true, true) => {
                view! { <WayOut label="Finish without the rest" busy on_press=finish /> }.into_any()
            }
            (true, false) => ().into_any(),
        })
        .into_any()
    };
    let on = move || {
        (move || {
            if invited.get() && !team.any_waiting() {
                view! { <Button label="Finish" busy_label="Finishing…" busy look=Look::Primary on_press=finish /> }
                    .into_any()
            } else {
                view! {
                    <Button
                        label="Send Invite"
                        busy_label="Sending invitations…"
                        busy=sending.busy
                        look=Look::Primary
                        on_press=send
                    />
                }
                .into_any()
            }
        })
        .into_any()
    };
    view! {
        <StepCard
            title="Invite Team"
            detail="Each person gets an invitation by email and becomes Company Administrator on accepting."
        >
            <div class="space-y-4">
                <TeamSheet team on_typed=keep on_left=move || set_up.drafts.save_now() />
                <p class="text-sm font-semibold empty:sr-only" role="status">{answer}</p>
                <SavedNote drafts=set_up.drafts />
                <FailureAlert failure=sending.failure />
                <FailureAlert failure=finishing.failure />
            </div>
            <StepFooter on_back=move || back_from(STEP) way_out on />
        </StepCard>
    }
    .into_any()
}
