use super::{Button, Dialog, FailureAlert, Look};
use gangway_api_client::Failure;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

type Work = Pin<Box<dyn Future<Output = Result<(), Failure>>>>;

/// Something to confirm before it is done.
#[derive(Clone)]
pub struct Question {
    /// Names the thing: "Revoke the invitation to ann@acme.example?"
    pub title: String,
    /// What follows from it.
    pub detail: String,
    /// The words on the button: "Revoke invitation".
    pub action: String,
    /// The words while it works: "Revoking…".
    pub busy: String,
    /// Whether something is taken away.
    pub danger: bool,
    run: Arc<dyn Fn() -> Work + Send + Sync>,
}

impl Question {
    /// A question whose yes does `run`.
    pub fn new<F>(
        title: impl Into<String>,
        detail: impl Into<String>,
        (action, busy): (&str, &str),
        run: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<(), Failure>> + 'static,
    {
        Self {
            title: title.into(),
            detail: detail.into(),
            action: action.to_owned(),
            busy: busy.to_owned(),
            danger: true,
            run: Arc::new(move || Box::pin(run())),
        }
    }

    /// The same, for what takes nothing away.
    #[must_use]
    pub fn harmless(mut self) -> Self {
        self.danger = false;
        self
    }
}

/// Asks the question that is set; setting it opens the dialog. It stays open until the work is done.
#[component]
pub fn Confirm(question: RwSignal<Option<Question>>) -> AnyView {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    Effect::new(move |_| {
        let asked = question.with(Option::is_some);
        if asked {
            failure.set(None);
        }
        if open.get_untracked() != asked {
            open.set(asked);
        }
    });
    Effect::new(move |_| {
        if !open.get() && question.with_untracked(Option::is_some) {
            question.set(None);
        }
    });
    let answer = move || {
        let Some(asked) = question.get_untracked() else {
            return;
        };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let outcome = (asked.run)().await;
            busy.try_set(false);
            match outcome {
                Ok(()) => drop(question.try_set(None)),
                Err(reason) => drop(failure.try_set(Some(reason))),
            }
        });
    };
    let title = move || question.get().map(|asked| asked.title).unwrap_or_default();
    view! {
        <Dialog open title=Signal::derive(title) held=busy>
            {move || question.get().map(|asked| body(asked, open, busy, failure, answer.into()))}
        </Dialog>
    }
    .into_any()
}

fn body(
    asked: Question,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    on_press: Callback<()>,
) -> AnyView {
    let look = if asked.danger {
        Look::Danger
    } else {
        Look::Primary
    };
    view! {
        <p class="text-sm">{asked.detail}</p>
        <div class="mt-4">
            <FailureAlert failure />
        </div>
        <div class="mt-6 flex flex-wrap justify-end gap-3">
            <Button label="Cancel" on_press=move || open.set(false) disabled=busy />
            <Button label=asked.action busy_label=asked.busy busy look on_press />
        </div>
    }
    .into_any()
}
