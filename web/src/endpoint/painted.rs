//! When the first of an answer is on the screen: measured by the page, entered with the first request of
//! the run that ends.

use ichiban_browser::clock;
use ichiban_model::ledger::Entry;
use leptos::prelude::*;

use crate::app::App;

/// How long a request that is over waits for its first words to be painted. A page that nobody looks at
/// paints nothing.
pub(super) const PATIENCE_MS: u32 = 100;

/// The most runs that are held: what a run has shown after its last request ended is entered nowhere.
const MOST: usize = 50;

/// What was measured of runs, and is not entered yet.
#[derive(Clone, Copy)]
pub(super) struct Paints {
    /// Runs, and how long they took in milliseconds once that is known.
    of: StoredValue<Vec<(u32, Option<u32>)>>,
}

impl Paints {
    pub(super) fn new() -> Self {
        Self {
            of: StoredValue::new(Vec::new()),
        }
    }

    /// Enters what was measured, each with the first of these requests that is of its run.
    pub(super) fn enter(self, entries: &mut [Entry]) {
        self.of.update_value(|of| {
            of.retain(|(run, took_ms)| {
                let entry = entries.iter_mut().find(|entry| entry.run == *run);
                match (entry, took_ms) {
                    (Some(entry), Some(took_ms)) => {
                        entry.first_paint_ms = Some(*took_ms);
                        false
                    }
                    // It is over, and was not seen.
                    (Some(_), None) => false,
                    (None, _) => true,
                }
            });
        });
    }
}

impl App {
    /// Measures how long after `asked_ms` the first of a run's answer is on the screen, of which the page
    /// has just been told: once the browser has painted it. `take` is given that in milliseconds.
    pub(crate) fn time_first_paint(self, run: u32, asked_ms: f64, take: impl Fn(f64) + 'static) {
        let paints = self.spending.paints;
        paints.of.update_value(|of| {
            of.push((run, None));
            let spare = of.len().saturating_sub(MOST);
            of.drain(..spare);
        });
        request_animation_frame(move || {
            // The next frame begins when this one is painted.
            request_animation_frame(move || {
                let took_ms = clock::now_ms() - asked_ms;
                paints.of.update_value(|of| {
                    if let Some((_, known)) = of.iter_mut().find(|(known, _)| *known == run) {
                        // Never negative, and far below 2^32.
                        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                        known.get_or_insert(took_ms.max(0.0) as u32);
                    }
                });
                take(took_ms);
            });
        });
    }
}
