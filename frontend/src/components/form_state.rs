use crate::dom;
use gangway_api_client::{Failure, IdempotencyKey};
use gangway_domain::problem::FieldError;
use gangway_domain::rules;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use std::future::Future;
use std::time::Duration;
use validator::Validate;

/// Long enough for a press on a button to begin before an error under a field moves that button.
const AFTER_LEAVING: Duration = Duration::from_millis(150);

type Rules = Box<dyn Fn() -> Vec<FieldError>>;

/// A field that stands on the page.
#[derive(Clone, Debug)]
struct Known {
    pointer: String,
    label: String,
    id: String,
}

/// What goes on in a form: errors by JSON pointer, a refusal as a whole, a request on its way.
#[derive(Clone, Copy)]
pub struct FormState {
    /// What is wrong with single fields.
    pub errors: RwSignal<Vec<FieldError>>,
    /// What went wrong with the form as a whole.
    pub failure: RwSignal<Option<Failure>>,
    /// Whether a request is on its way.
    pub busy: RwSignal<bool>,
    known: StoredValue<Vec<Known>>,
    rules: StoredValue<Option<Rules>, LocalStorage>,
    /// The last request without an answer, and the key it went with.
    unanswered: StoredValue<Option<(String, IdempotencyKey)>>,
    /// Rises with every request.
    sent: StoredValue<u32>,
}

/// What the shared rules say about a request.
pub fn errors_of(body: &impl Validate) -> Vec<FieldError> {
    let Err(errors) = body.validate() else {
        return Vec::new();
    };
    rules::field_errors(&errors)
        .into_iter()
        .map(|(pointer, code, message)| FieldError {
            pointer,
            code,
            message,
        })
        .collect()
}

impl Default for FormState {
    fn default() -> Self {
        Self::new()
    }
}

impl FormState {
    /// A form without rules.
    pub fn new() -> Self {
        Self {
            errors: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            known: StoredValue::new(Vec::new()),
            rules: StoredValue::new_local(None),
            unanswered: StoredValue::new(None),
            sent: StoredValue::new(0),
        }
    }

    /// Checks by `rules`, on leaving a field and on submit: `errors_of(&body())`.
    #[must_use]
    pub fn checked_by(self, rules: impl Fn() -> Vec<FieldError> + 'static) -> Self {
        self.rules.set_value(Some(Box::new(rules)));
        self
    }

    /// The message under a field.
    pub fn error(self, pointer: &str) -> Option<String> {
        self.errors.with(|errors| {
            errors
                .iter()
                .find(|error| error.pointer == pointer)
                .map(|error| error.message.clone())
        })
    }

    /// Every message with the id and label of its field, in the order of the page. Messages without
    /// a field have neither.
    pub fn summary(self) -> Vec<(Option<(String, String)>, String)> {
        let errors = self.errors.get();
        let known = self.known.get_value();
        let of = |field: &Known| errors.iter().find(|error| error.pointer == field.pointer);
        let mut lines: Vec<_> = known
            .iter()
            .filter_map(|field| {
                Some((
                    Some((field.id.clone(), field.label.clone())),
                    of(field)?.message.clone(),
                ))
            })
            .collect();
        let strays = errors
            .iter()
            .filter(|error| !known.iter().any(|field| field.pointer == error.pointer));
        lines.extend(strays.map(|error| (None, error.message.clone())));
        lines
    }

    /// Checks the field a person left, shortly after, unless they left it for a button.
    pub fn left(self, pointer: &str, event: &web_sys::FocusEvent) {
        use wasm_bindgen::JsCast;
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<web_sys::Element>().ok());
        if to.is_some_and(|to| {
            to.matches("button, a, label, [role=option]")
                .unwrap_or(false)
        }) {
            return;
        }
        // A field that is taken away with its form is left, too.
        if let Some(sent) = self.sent.try_get_value() {
            self.check_soon(pointer.to_owned(), sent);
        }
    }

    /// Waits for the end of a press: a message that came in between would move what is pressed.
    fn check_soon(self, pointer: String, sent: u32) {
        let check = move || {
            // What the server has said since knows more than the rules here.
            if self.sent.try_get_value() != Some(sent) {
                return;
            }
            if dom::is_pressed() {
                self.check_soon(pointer, sent);
            } else {
                self.check_field(&pointer);
            }
        };
        set_timeout(check, AFTER_LEAVING);
    }

    /// Takes a field's message away as soon as its value is right, so that nothing moves under a button
    /// that is pressed next. Nothing is said anew while somebody types.
    pub(super) fn mended(self, pointer: &str) {
        if untrack(|| self.error(pointer)).is_none() {
            return;
        }
        let found = self.found().unwrap_or_default();
        if !found.iter().any(|error| error.pointer == pointer) {
            self.errors
                .update(|errors| errors.retain(|error| error.pointer != pointer));
        }
    }

    /// Checks one field and leaves the messages of the others as they are.
    pub fn check_field(self, pointer: &str) {
        let Some(found) = self.found() else { return };
        let Some(mut errors) = self.errors.try_get_untracked() else {
            return;
        };
        errors.retain(|error| error.pointer != pointer);
        errors.extend(found.into_iter().find(|error| error.pointer == pointer));
        self.errors.set(errors);
    }

    /// Checks everything; the first error takes the focus.
    pub fn valid(self) -> bool {
        let found = self.found().unwrap_or_default();
        let valid = found.is_empty();
        self.errors.set(found);
        if !valid {
            self.focus_first();
        }
        valid
    }

    /// Checks, sends and takes the answer. A second press while one is on its way does nothing. A
    /// retry after a lost answer goes with the same key, so that nothing is done twice.
    pub fn submit<B, T, F>(
        self,
        body: B,
        send: impl FnOnce(B, IdempotencyKey) -> F + 'static,
        done: impl FnOnce(T) + 'static,
    ) where
        B: Serialize + 'static,
        T: 'static,
        F: Future<Output = Result<T, Failure>> + 'static,
    {
        if self.busy.get_untracked() || !self.valid() {
            return;
        }
        self.failure.set(None);
        self.busy.set(true);
        self.sent.update_value(|sent| *sent += 1);
        let text = serde_json::to_string(&body).unwrap_or_default();
        let key = self.key_for(&text);
        let answer = send(body, key.clone());
        spawn_local(async move {
            let answer = answer.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(value) => {
                    self.unanswered.set_value(None);
                    done(value);
                }
                Err(failure) => {
                    let kept = failure.may_have_happened().then_some((text, key));
                    self.unanswered.set_value(kept);
                    self.refused(failure);
                }
            }
        });
    }

    /// Shows a refusal: at its fields where it names some, otherwise as a whole.
    pub fn refused(self, failure: Failure) {
        let errors = failure.field_errors().to_vec();
        if errors.is_empty() {
            self.failure.set(Some(failure));
            return;
        }
        self.show(errors);
    }

    /// Shows what is wrong with fields; the first of them takes the focus.
    pub fn show(self, errors: Vec<FieldError>) {
        self.errors.set(errors);
        self.focus_first();
    }

    /// Forgets messages, for a form that is shown anew.
    pub fn reset(self) {
        self.errors.set(Vec::new());
        self.failure.set(None);
    }

    /// Registers a field; called by the fields themselves.
    pub(super) fn knows(self, pointer: &str, label: &str, id: &str) {
        let field = Known {
            pointer: pointer.into(),
            label: label.into(),
            id: id.into(),
        };
        let gone = field.id.clone();
        self.known.update_value(|known| known.push(field));
        on_cleanup(move || {
            self.known
                .try_update_value(|known| known.retain(|field| field.id != gone));
        });
    }

    fn found(self) -> Option<Vec<FieldError>> {
        self.rules
            .try_with_value(|rules| rules.as_ref().map(|rules| rules()))?
    }

    fn key_for(self, body: &str) -> IdempotencyKey {
        let kept = self.unanswered.get_value();
        match kept {
            Some((text, key)) if text == body => key,
            _ => IdempotencyKey::random(),
        }
    }

    fn focus_first(self) {
        let first = untrack(|| self.summary())
            .into_iter()
            .find_map(|(field, _)| field);
        if let Some((id, _)) = first {
            dom::soon(move || dom::focus(&id));
        }
    }
}
