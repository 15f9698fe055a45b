//! What a screen reader is told of things that change by themselves.

use std::time::Duration;

use leptos::prelude::*;

/// Between two announcements of progress. A reader who hears every token hears nothing.
const PAUSE: Duration = Duration::from_secs(4);

/// Says things politely, the latest of each few seconds.
#[derive(Clone, Copy)]
pub(crate) struct Announcer {
    said: RwSignal<String>,
    latest: StoredValue<Option<String>>,
    is_waiting: StoredValue<bool>,
}

impl Announcer {
    pub(crate) fn new() -> Self {
        Self {
            said: RwSignal::default(),
            latest: StoredValue::new(None),
            is_waiting: StoredValue::new(false),
        }
    }

    /// Says this in a few seconds, unless something newer comes.
    pub(crate) fn later(self, text: String) {
        self.latest.set_value(Some(text));
        if self.is_waiting.get_value() {
            return;
        }
        self.is_waiting.set_value(true);
        set_timeout(
            move || {
                self.is_waiting.set_value(false);
                let mut text = None;
                self.latest.update_value(|latest| text = latest.take());
                if let Some(text) = text {
                    self.said.set(text);
                }
            },
            PAUSE,
        );
    }

    /// Says this now, in place of what waits.
    pub(crate) fn now(self, text: String) {
        self.latest.set_value(None);
        self.said.set(text);
    }
}

/// Where a screen reader listens.
#[component]
pub(crate) fn LiveRegion(announcer: Announcer) -> impl IntoView {
    view! {
        <p class="unseen" role="status" aria-live="polite">
            {move || announcer.said.get()}
        </p>
    }
}
