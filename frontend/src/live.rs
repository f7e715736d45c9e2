//! What happens, told to the pages that want to know. The stream itself is read by the pages of a
//! client's people (`pages/messages/follow.rs`); this is what the rest of the application sees of it.

use crate::dom;
use gangway_domain::wire::StreamEvent;
use leptos::prelude::*;
use std::rc::Rc;

/// How the stream fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is being opened for the first time.
    Opening,
    /// What happens is told as it happens.
    Live,
    /// It cannot be had now: pages read again every now and then.
    Asking,
}

type Hear = Rc<dyn Fn(&StreamEvent)>;

/// What happens at the place one acts at. Get it with [`Live::get`].
#[derive(Clone, Copy)]
pub struct Live {
    /// How the stream fares.
    pub standing: RwSignal<Standing>,
    /// Conversations with texts that nobody read.
    pub unread: RwSignal<Option<u64>>,
    /// Whether something reads the stream already.
    begun: StoredValue<bool>,
    listeners: StoredValue<Vec<(u32, Hear)>, LocalStorage>,
    next: StoredValue<u32>,
}

impl Live {
    /// Makes it for the pages of one place.
    pub fn provide() -> Self {
        let live = Self {
            standing: RwSignal::new(Standing::Opening),
            unread: RwSignal::new(None),
            begun: StoredValue::new(false),
            listeners: StoredValue::new_local(Vec::new()),
            next: StoredValue::new(0),
        };
        provide_context(live);
        live
    }

    /// That of the place one acts at.
    pub fn get() -> Self {
        expect_context()
    }

    /// That of the place one acts at; none outside the frame, as in the set-up.
    pub fn find() -> Option<Self> {
        use_context()
    }

    /// True for the first who asks: the one to read the stream.
    pub fn begin(self) -> bool {
        let begun = self
            .begun
            .try_update_value(|begun| std::mem::replace(begun, true));
        begun == Some(false)
    }

    /// Calls `hear` with what happens, for as long as the part of the page lives that asks.
    pub fn hear(self, hear: impl Fn(&StreamEvent) + 'static) {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        self.listeners
            .update_value(|all| all.push((number, Rc::new(hear))));
        on_cleanup(move || {
            self.listeners
                .try_update_value(|all| all.retain(|(known, _)| *known != number));
        });
    }

    /// Tells everybody. False once the place was left.
    pub fn tell(self, event: &StreamEvent) -> bool {
        let Some(all) = self.listeners.try_with_value(Clone::clone) else {
            return false;
        };
        for (_, hear) in all {
            hear(event);
        }
        true
    }

    /// Whether the place is still the one acted at.
    pub fn is_there(self) -> bool {
        self.standing.try_get_untracked().is_some()
    }
}

/// Whether the page is in a tab that nobody looks at.
pub fn is_hidden() -> bool {
    dom::window()
        .document()
        .is_some_and(|document| document.hidden())
}
