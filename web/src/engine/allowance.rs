//! How much of a frame goes to what workers say.

/// How long a frame is.
const FRAME_MS: f64 = 16.0;
/// As long as this in a frame, news are taken. What comes later than that waits for the next frame.
const PATIENCE_MS: f64 = 5.0;

/// What is left of this frame for news. Times are in milliseconds, on any clock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance {
    begun_ms: f64,
    spent_ms: f64,
}

impl Allowance {
    /// Of a frame that is over.
    pub(super) const fn new() -> Self {
        Self {
            begun_ms: f64::NEG_INFINITY,
            spent_ms: 0.0,
        }
    }

    /// The page is about to paint: a frame begins.
    pub(super) fn renew(&mut self, now_ms: f64) {
        self.begun_ms = now_ms;
        self.spent_ms = 0.0;
    }

    /// Whether there is time for more.
    pub(super) fn is_left(&mut self, now_ms: f64) -> bool {
        // Frames are not counted where nothing waits for one.
        if now_ms - self.begun_ms >= FRAME_MS {
            self.renew(now_ms);
        }
        self.spent_ms < PATIENCE_MS
    }

    /// News were taken, for so long.
    pub(super) fn spend(&mut self, ms: f64) {
        self.spent_ms += ms;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_spent_is_missing_until_the_next_frame() {
        let mut allowance = Allowance::new();
        assert!(allowance.is_left(100.0));
        allowance.spend(3.0);
        assert!(allowance.is_left(104.0));
        allowance.spend(2.5);
        assert!(!allowance.is_left(107.0));
        assert!(allowance.is_left(116.0), "a frame later");
    }

    #[test]
    fn a_paint_begins_a_frame() {
        let mut allowance = Allowance::new();
        assert!(allowance.is_left(100.0));
        allowance.spend(9.0);
        assert!(!allowance.is_left(102.0));
        allowance.renew(102.0);
        assert!(allowance.is_left(102.0));
    }
}
