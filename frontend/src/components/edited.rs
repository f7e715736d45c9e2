use super::field_frame::fresh_id;
use super::{Button, FormState, Notice, Tone};
use crate::dom;
use gangway_api_client::{Etag, Failure, Tagged};
use gangway_domain::problem::ProblemCode;
use leptos::prelude::*;
use serde::Serialize;
use std::future::Future;

/// What is edited here, and perhaps elsewhere at the same time.
#[derive(Debug)]
pub struct Edited<T: 'static> {
    known: RwSignal<Tagged<T>>,
    newer: RwSignal<Option<Tagged<T>>>,
    /// Where the page says that someone else saved meanwhile.
    notice: StoredValue<String>,
}

impl<T> Clone for Edited<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Edited<T> {}

impl<T: Clone + Send + Sync + 'static> Edited<T> {
    /// What was read to be edited.
    pub fn of(read: Tagged<T>) -> Self {
        Self {
            known: RwSignal::new(read),
            newer: RwSignal::new(None),
            notice: StoredValue::new(fresh_id()),
        }
    }

    /// The version that the next one is saved over.
    pub fn known(self) -> T {
        self.known.with_untracked(|known| known.value.clone())
    }

    /// Saves over the version that is known, by its tag. Where somebody saved meanwhile, the page asks
    /// which version is meant ([`Conflict`]) instead of showing a failure.
    pub fn save<B, S, R>(
        self,
        form: FormState,
        body: B,
        save: impl FnOnce(B, Etag) -> S + 'static,
        read: impl FnOnce() -> R + 'static,
        done: impl FnOnce(Tagged<T>) + 'static,
    ) where
        B: Serialize + 'static,
        S: Future<Output = Result<Tagged<T>, Failure>> + 'static,
        R: Future<Output = Result<Tagged<T>, Failure>> + 'static,
    {
        let tag = self.known.with_untracked(|known| known.etag.clone());
        form.submit(
            body,
            move |body, _| async move {
                match save(body, tag).await {
                    Err(failure) if failure.is(ProblemCode::Stale) => read().await.map(Err),
                    answer => answer.map(Ok),
                }
            },
            move |answer| match answer {
                Ok(now) => {
                    self.newer.set(None);
                    self.known.set(now.clone());
                    done(now);
                }
                Err(theirs) => {
                    self.newer.set(Some(theirs));
                    let notice = self.notice.get_value();
                    dom::soon(move || dom::focus(&notice));
                }
            },
        );
    }

    /// Forgets that somebody saved meanwhile, for a form that is filled in anew.
    pub fn forget_newer(self) {
        self.newer.set(None);
    }

    fn newer(self) -> Option<T> {
        self.newer.get().map(|newer| newer.value)
    }

    /// Goes on from what they saved; it was shown where `take` is given.
    fn go_on(self, form: FormState, take: Option<Callback<Tagged<T>>>) {
        let Some(theirs) = self.newer.get_untracked() else {
            return;
        };
        if let Some(take) = take {
            take.run(theirs.clone());
            form.reset();
        }
        self.known.set(theirs);
        self.newer.set(None);
    }
}

/// Somebody else saved meanwhile: asks whether to take theirs, or to keep what was typed here.
#[component]
pub fn Conflict<T: Clone + Send + Sync + 'static>(
    edited: Edited<T>,
    form: FormState,
    /// Puts what they saved into the fields.
    #[prop(into)]
    take: Callback<Tagged<T>>,
    /// What they saved, where that can be shown in a few words.
    #[prop(optional, into)]
    theirs: Option<Callback<T, AnyView>>,
) -> AnyView {
    let notice = move || {
        edited.newer().map(|newer| {
            view! {
                <Notice tone=Tone::Wary title="Someone else changed this" assertive=true>
                    <p>"What you entered is still below. Show what they saved, or keep yours and save it over theirs."</p>
                    {theirs.map(|theirs| theirs.run(newer))}
                    <div class="flex flex-wrap gap-3">
                        <Button
                            label="Show theirs"
                            small=true
                            on_press=move || edited.go_on(form, Some(take))
                        />
                        <Button label="Keep mine" small=true on_press=move || edited.go_on(form, None) />
                    </div>
                </Notice>
            }
        })
    };
    view! {
        <div id=edited.notice.get_value() tabindex="-1" class="mb-5 outline-none empty:hidden">
            {notice}
        </div>
    }
    .into_any()
}
