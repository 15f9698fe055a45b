//! How much of something there may be: so much at once, and so much in a second.

/// What is left.
#[derive(Debug, Clone)]
pub(crate) struct Budget {
    most: f64,
    each_second: f64,
    left: f64,
    /// The last time it was asked, in milliseconds.
    asked_ms: Option<f64>,
}

impl Budget {
    /// `most` at once, and `each_second` from then on.
    pub(crate) fn new(most: u32, each_second: u32) -> Self {
        Self {
            most: f64::from(most),
            each_second: f64::from(each_second),
            left: f64::from(most),
            asked_ms: None,
        }
    }

    /// Takes one; false if none is left. A clock that goes back gives nothing.
    pub(crate) fn take(&mut self, now_ms: f64) -> bool {
        let since_ms = (now_ms - self.asked_ms.unwrap_or(now_ms)).max(0.0);
        self.asked_ms = Some(self.asked_ms.map_or(now_ms, |asked| asked.max(now_ms)));
        self.left = (self.left + since_ms / 1000.0 * self.each_second).min(self.most);
        let is_there = self.left >= 1.0;
        if is_there {
            self.left -= 1.0;
        }
        is_there
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fills_up_again_and_no_further() {
        let mut budget = Budget::new(2, 1);
        assert!(budget.take(0.0) && budget.take(0.0) && !budget.take(0.0));
        assert!(budget.take(1000.0) && !budget.take(1000.0));
        assert!(!budget.take(500.0), "the clock went back");
        assert!(budget.take(60_000.0) && budget.take(60_000.0) && !budget.take(60_000.0));
    }
}
