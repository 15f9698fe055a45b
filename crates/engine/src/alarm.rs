//! The clock of a worker, and what rings when something in it has become due.

use std::cell::RefCell;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use ichiban_browser::clock;
use ichiban_model::retry::UnixMillis;

use crate::transport::Moment;

/// One alarm, set for whatever is due first.
#[derive(Default)]
pub struct Alarm(RefCell<Option<(Duration, Timeout)>>);

impl Alarm {
    /// Has it ring at `at` and at no other time; not at all if there is none. `ring` is for a new
    /// time only, and should fetch what is due anew.
    pub fn set(&self, at: Option<Duration>, ring: impl FnOnce() + 'static) {
        let mut alarm = self.0.borrow_mut();
        if at == alarm.as_ref().map(|(at, _)| *at) {
            return;
        }
        // The timer before it is cancelled by being dropped.
        *alarm = at.map(|at| {
            let wait = at.saturating_sub(now()).as_millis();
            let wait = u32::try_from(wait).unwrap_or(u32::MAX).saturating_add(1);
            (at, Timeout::new(wait, ring))
        });
    }

    /// Takes the timer that has rung, which must outlive what it calls.
    #[must_use]
    pub fn rung(&self) -> Option<Timeout> {
        self.0.take().map(|(_, timer)| timer)
    }
}

/// A clock that never goes back.
pub fn now() -> Duration {
    Duration::from_secs_f64(clock::now_ms().max(0.0) / 1000.0)
}

/// What the time is, by every clock.
pub fn moment() -> Moment {
    // Milliseconds since 1970 are a whole number far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let unix = UnixMillis(clock::unix_ms().max(0.0) as u64);
    Moment {
        now: now(),
        unix,
        random: clock::random(),
    }
}
